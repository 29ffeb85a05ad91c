import { namesakesText } from '../wording/namesakes.ts'
import type { Check } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { registryNameRead, registryRead } from '../../facts/arm-actions.ts'
import { command } from '../../base/shell-command.ts'
import { clusterText } from '../wording/wording.ts'

export const registryNotFound: Check = {
  id: 'registry-not-found',
  title: 'No registry of this name exists, and anybody could create it',
  rationale: `Azure says that the registry name is free: it was deleted or is misspelt. Nodes get \`no such host\`. Worse, names are global:
whoever creates a registry of this name next decides what your cluster runs (take-over of a dangling reference).`,
  references: [
    {
      title: 'Registries: check name availability',
      url: 'https://learn.microsoft.com/rest/api/container-registry/registries/check-name-availability'
    }
  ],
  causes: ['N1'],
  permissions: [registryRead, registryNameRead],
  words: ['registry-not-found'],
  *run({ verdicts, facts }) {
    for (const { verdict, cause } of verdictsBecause(verdicts, 'registry-not-found')) {
      const namesakes = namesakesText(facts, cause.host)
      yield {
        ...subjectOf(verdict),
        severity: 'error',
        message: `${verdict.image} cannot be pulled on ${clusterText(verdict)}: no registry ${cause.host} exists, its name is free, and whoever takes it could serve your cluster images${namesakes.text}`,
        remediation: [
          ...(namesakes.text === '' ? [] : namesakes.cures),
          {
            description: 'Correct the host if it is misspelt, or secure the name if it was yours.',
            command: command('az', 'acr', 'check-name', '--name', cause.host.split('.', 1).join(''))
          }
        ]
      }
    }
  }
}
