import { counted } from '../../base/sentences.ts'
import { clusterRead, registryRead } from '../../facts/arm-actions.ts'
import type { Reason } from '../../facts/fact.ts'
import type { ImageUnansweredObstacle } from '../../pulls/obstacles/image/unanswered.ts'
import type { Check, FindingDraft } from '../check.ts'
import { obstaclesOf } from '../wording/from-obstacles.ts'
import { answerCure } from '../wording/missing-answer.ts'
import { pullsText, subjectOfPulls } from '../wording/registry-pulls.ts'

/** The right to look is no part of the role that reads Azure Resource Manager. */
const cureOf = (reason: Reason): string =>
  reason.permission === null
    ? answerCure(reason)
    : `Give the identity that runs this check ${reason.permission} at the registry (docs/permissions.md, "Looking images up").`

const looked = ({ images }: ImageUnansweredObstacle): string =>
  `are of ${counted(images.length, 'image')} that could not be looked up, so that whether the nodes find what they need is not known`

const finding = (obstacle: ImageUnansweredObstacle): FindingDraft => ({
  ...subjectOfPulls(obstacle.from, [...obstacle.pulls.uses]),
  severity: 'unknown',
  message: `${pullsText(obstacle.from)} ${looked(obstacle)}: ${obstacle.reason.message}`,
  remediation: [
    { description: cureOf(obstacle.reason), command: null },
    {
      description:
        'Or do without: --registry-lookup auto (action: registry-lookup) asks only where that is allowed, off never.',
      command: null
    }
  ]
})

export const imageLookupRefused: Check = {
  id: 'image-lookup-refused',
  title: 'The registry did not tell whether the images are there',
  rationale: `With \`--registry-lookup require\` every image must have been looked up: where the registry refused (no role, its firewall, a limit) or gave no answer, and where a facts file does not have the
image, the verdict is unknown and this finding says why. With \`auto\`, the default, what the caller may not look up stays in the closing list of what only a node can prove; only an
answer that the facts say was wanted and did not come is told here too.`,
  references: [
    {
      title: 'Azure Container Registry permissions and role assignments',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-rbac-built-in-roles-overview'
    }
  ],
  causes: [],
  permissions: [clusterRead, registryRead],
  words: ['image-unanswered'],
  *run({ obstacles }) {
    yield* obstaclesOf(obstacles, 'image-unanswered').map(finding)
  }
}
