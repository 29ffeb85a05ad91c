import type { OtherIdentity } from '../../facts/facts.ts'
import { assuming } from '../wording/assumption.ts'
import type { Check } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { grantReads } from '../../facts/arm-actions.ts'
import { grantPull } from '../wording/remediation.ts'
import { resourceName } from '../../base/resource-id.ts'
import { clusterText, pullerText } from '../wording/wording.ts'

const roleText: Readonly<Record<OtherIdentity['role'], string>> = {
  'control-plane': 'control-plane identity',
  'add-on': 'add-on identity'
}

export const grantToOtherIdentity: Check = {
  id: 'grant-to-other-identity',
  title: 'The grant was given to an identity of the cluster that does not pull',
  rationale: `A cluster has several identities. Nodes pull with the kubelet identity
(\`identityProfile.kubeletidentity\`); the cluster's own identity (\`identity.principalId\`) and those of its add-ons never pull.
Granting AcrPull to the control-plane identity is the classic mistake: it carries the cluster's name in the portal.`,
  references: [
    {
      title: 'Use a managed identity in AKS',
      url: 'https://learn.microsoft.com/azure/aks/use-managed-identity'
    }
  ],
  causes: ['Z4'],
  permissions: grantReads,
  words: ['granted-to-other-identity'],
  *run({ facts, verdicts }) {
    for (const { verdict, cause } of verdictsBecause(verdicts, 'granted-to-other-identity'))
      yield assuming(verdict, {
        ...subjectOf(verdict),
        severity: 'error',
        message: `${verdict.image} cannot be pulled on ${clusterText(verdict)}: ${cause.grant.role} at registry ${verdict.registry} was given to the ${roleText[cause.identity.role]} ${resourceName(cause.identity.name)} (object id ${cause.identity.objectId}), but nodes pull with ${pullerText(verdict.puller)}`,
        remediation: grantPull(facts, verdict)
      })
  }
}
