import type { QuarantineObstacle } from '../../pulls/obstacles/quarantine.ts'
import { registryCommand } from '../wording/azure-commands.ts'
import type { Check, FindingDraft } from '../check.ts'
import { evidenceText, obstaclesOf } from '../wording/from-obstacles.ts'
import { grantReads } from '../../facts/arm-actions.ts'
import { pullsText, subjectOfPulls } from '../wording/registry-pulls.ts'

const finding = (obstacle: QuarantineObstacle): FindingDraft => ({
  ...subjectOfPulls(obstacle.from, [...obstacle.pulls.uses]),
  severity: 'unknown',
  message: `${pullsText(obstacle.from)} get only images that a scanner has passed: ${evidenceText(obstacle)}`,
  remediation: [
    {
      description:
        'If the node gets "not found" or "The operation is disallowed" for a fresh image, see whether the scanner has passed it, and whether the policy is meant.',
      command: registryCommand(
        obstacle.from.registry,
        ['show'],
        '--query',
        'policies.quarantinePolicy'
      )
    }
  ]
})

export const registryQuarantine: Check = {
  id: 'registry-quarantine',
  title: 'The registry keeps new images in quarantine',
  rationale: `With the quarantine policy (a preview) every pushed image is hidden until a scanner marks it as passed. Nodes get \`not found\` for its tag and
\`The operation is disallowed\` for its digest, and the usual roles do not help: only those with \`registries/quarantine/read\`, such as AcrQuarantineReader, see
it. In a pull request that names an image which was just pushed, this is the first thing to look at.

Azure Resource Manager tells the policy and not the state of an image, so the answer is unknown. It is left out where the identity that pulls has that permission.`,
  references: [
    {
      title: 'Azure/acr: quarantine pattern',
      url: 'https://github.com/Azure/acr/blob/main/docs/preview/quarantine/readme.md'
    },
    {
      title: 'Check the health of an Azure container registry (quarantine)',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-check-health'
    }
  ],
  causes: ['N5'],
  permissions: grantReads,
  words: ['quarantine'],
  *run({ obstacles }) {
    yield* obstaclesOf(obstacles, 'quarantine').map(finding)
  }
}
