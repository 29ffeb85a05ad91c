import { namesakesText } from '../wording/namesakes.ts'
import type { Check, Remediation } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { registryNameRead, registryRead } from '../../facts/arm-actions.ts'
import { clusterText } from '../wording/wording.ts'

export const registryNotVisible: Check = {
  id: 'registry-not-visible',
  title: 'The registry exists, but cannot be seen from here',
  rationale: `The name is taken, and no registry with this login server is in any subscription that the signed-in identity may read:
it lies in a subscription without Reader rights for the check, or in another tenant. Nothing can be said about grants there. Where a registry with that name can be seen, it has a domain name label, and the image lacks it.`,
  references: [
    {
      title: 'Pull images from a registry in another tenant',
      url: 'https://learn.microsoft.com/azure/container-registry/authenticate-aks-cross-tenant'
    }
  ],
  causes: ['Z13', 'N1'],
  permissions: [registryRead, registryNameRead],
  words: ['registry-not-visible'],
  *run({ verdicts, facts }) {
    for (const { verdict, cause } of verdictsBecause(verdicts, 'registry-not-visible')) {
      const namesakes = namesakesText(facts, cause.host)
      const see: Remediation = {
        description: `Give the identity that runs this check ${cause.reason.permission ?? registryRead.action} on registry ${cause.host} (docs/permissions.md has the role), or run the check where the registry can be seen.`,
        command: null
      }
      yield {
        ...subjectOf(verdict),
        severity: 'unknown',
        message: `${verdict.image} on ${clusterText(verdict)} cannot be judged: ${cause.reason.message}${namesakes.text}`,
        remediation: namesakes.text === '' ? [see, ...namesakes.cures] : [...namesakes.cures, see]
      }
    }
  }
}
