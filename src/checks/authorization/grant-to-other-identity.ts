import type { MistakenHolder } from '../../access/pull-access.ts'
import { assuming } from '../wording/assumption.ts'
import type { Check } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { grantReads } from '../../facts/arm-actions.ts'
import { grantPull } from '../wording/remediation.ts'
import { resourceName } from '../../base/resource-id.ts'
import { clusterText, pullerText } from '../wording/wording.ts'

const givenTo: Readonly<Record<MistakenHolder['kind'], (holder: MistakenHolder) => string>> = {
  'control-plane': ({ name, objectId }) =>
    `the control-plane identity ${resourceName(name)} (object id ${objectId}), but nodes pull with`,
  'add-on': ({ name, objectId }) =>
    `the add-on identity ${resourceName(name)} (object id ${objectId}), but nodes pull with`,
  'client-id': ({ name, objectId }) =>
    `the client id ${objectId} of ${name}, and role assignments need the object id: nodes pull with`,
  'workload-identity': ({ name, objectId }) =>
    `the workload identity of service account ${name} (${objectId}), as which only the program in the pod signs in, but nodes pull with`
}

export const grantToOtherIdentity: Check = {
  id: 'grant-to-other-identity',
  title: 'The grant was given to an identity that does not pull',
  rationale: `A cluster has several identities. Nodes pull with the kubelet identity
(\`identityProfile.kubeletidentity\`); the cluster's own identity (\`identity.principalId\`) and those of its add-ons never pull.
Granting AcrPull to the control-plane identity is the classic mistake: it carries the cluster's name in the portal. So is the kubelet identity's client id in
place of its object id (Terraform's \`principal_id\`), and the workload identity of the pod, as which its program signs in only after the image was pulled.
Where the nodes have no grant, one list of all assignments at the registry shows these.`,
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
        message: `${verdict.image} cannot be pulled on ${clusterText(verdict)}: ${cause.grant.role} at registry ${verdict.registry} was given to ${givenTo[cause.identity.kind](cause.identity)} ${pullerText(verdict.puller)}`,
        remediation: grantPull(facts, verdict)
      })
  }
}
