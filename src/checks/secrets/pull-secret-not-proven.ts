import type { Check } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { grantReads } from '../../facts/arm-actions.ts'
import { alternatives } from '../wording/alternatives.ts'
import { grantNodes } from '../wording/remediation.ts'
import { clusterText } from '../wording/wording.ts'

export const pullSecretNotProven: Check = {
  id: 'pull-secret-not-proven',
  title: 'The pull hangs on a credential that only the registry can verify',
  rationale: `A Secret in the manifests covers the registry, and nothing that Azure Resource Manager shows speaks against it. Whether its password
is still valid shows only at the registry, which this check never signs in to. The identity of the nodes has no grant that would stand in,
so the answer stays open.`,
  references: [
    {
      title: 'Pull images from an Azure container registry using a pull secret',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-auth-kubernetes'
    }
  ],
  causes: ['S5', 'S6'],
  permissions: grantReads,
  words: ['pull-secret'],
  *run({ facts, verdicts }) {
    for (const { verdict, cause } of verdictsBecause(verdicts, 'pull-secret'))
      yield {
        ...subjectOf(verdict),
        severity: 'unknown',
        message: `${verdict.image} on ${clusterText(verdict)} hangs on pull secret ${cause.secret}, whose credential cannot be verified from here`,
        remediation: alternatives([
          {
            description: `Make sure that the credential in ${cause.secret} is valid.`,
            command: null
          },
          grantNodes(facts, verdict)
        ])
      }
  }
}
