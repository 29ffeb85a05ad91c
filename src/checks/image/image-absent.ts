import { clusterRead, registryRead } from '../../facts/arm-actions.ts'
import { isDigest } from '../../pulls/lookup-policy.ts'
import { type ImageAbsentObstacle, lacksRepository } from '../../pulls/obstacles/image/absent.ts'
import type { Check, FindingDraft, Remediation, Severity } from '../check.ts'
import { registryCommand, registryPartCommand } from '../wording/azure-commands.ts'
import { evidenceText, obstaclesOf } from '../wording/from-obstacles.ts'
import { howLooked, nameInRegistry, pullText, subjectOfImage } from './image-text.ts'

const isPinned = ({ pull }: ImageAbsentObstacle): boolean =>
  pull.reference !== null && isDigest(pull.reference)

/** Whatever casts doubt on the answer of the registry stands behind it. */
const isDoubtful = ({ evidence }: ImageAbsentObstacle): boolean => evidence.length > 1

function severityOf(obstacle: ImageAbsentObstacle): Severity {
  if (obstacle.certainty === 'surely') return 'error'
  return isDoubtful(obstacle) ? 'unknown' : 'warning'
}

function lookThere({ pull: { from, access }, state }: ImageAbsentObstacle): Remediation {
  return lacksRepository(state)
    ? {
        description: `Correct the repository; this lists those of registry ${from.registry.name} (needs the right to list them).`,
        command: registryCommand(from.registry, ['repository', 'list'])
      }
    : {
        description: `Correct the tag or digest; this lists the newest tags of ${access.repository} (needs the right to list them).`,
        command: registryCommand(
          from.registry,
          ['repository', 'show-tags'],
          ...['--repository', access.repository, '--orderby', 'time_desc', '--top', '20']
        )
      }
}

/** Only tags are restored ("Recover deleted artifacts with soft delete policy"). */
const restore = (obstacle: ImageAbsentObstacle): readonly Remediation[] =>
  isPinned(obstacle) || lacksRepository(obstacle.state)
    ? []
    : [
        {
          description: 'If it was deleted while the soft delete policy was on, restore it.',
          command: registryPartCommand(
            obstacle.pull.from.registry,
            ['manifest', 'restore'],
            nameInRegistry(obstacle.pull)
          )
        }
      ]

const remediation = (obstacle: ImageAbsentObstacle): readonly Remediation[] => [
  lookThere(obstacle),
  {
    description: `If this pipeline pushes it later, say so: --expect-image ${obstacle.pull.from.host}/${nameInRegistry(obstacle.pull)} (action: expect-images).`,
    command: null
  },
  {
    description: 'If it is in another registry, bring it over with az acr import --source.',
    command: null
  },
  ...restore(obstacle)
]

const notYet = (obstacle: ImageAbsentObstacle): string =>
  isPinned(obstacle) ? '' : '; it may be pushed yet'

const finding = (obstacle: ImageAbsentObstacle): FindingDraft => ({
  ...subjectOfImage(obstacle.pull, obstacle.pulls.uses),
  severity: severityOf(obstacle),
  message: `${pullText(obstacle.pull)} ${isDoubtful(obstacle) ? 'may not be' : 'is not'} there: ${evidenceText(obstacle)}${notYet(obstacle)}`,
  remediation: remediation(obstacle)
})

export const imageAbsent: Check = {
  id: 'image-absent',
  title: 'The registry does not have the image',
  rationale: `The most frequent reason of an ImagePullBackOff: the tag was never pushed, was purged, or is misspelt, or the repository is. Nodes get \`manifest unknown\`, or, because the
anonymous attempt comes last, \`401 Unauthorized\`, which looks like a missing grant. ${howLooked}

A **tag** may be pushed between the check and the deployment, so the verdict is unknown and this is a warning. A **digest** is not pushed by chance: an error, and no pull. Images that
the pipeline pushes later are named with \`--expect-image\`, those of \`--set-image\` (input \`images\`) count as named. Only the registry's own answer (\`MANIFEST_UNKNOWN\`,
\`NAME_UNKNOWN\`) counts as absent: refusals, time-outs and pages of a proxy do not. With a quarantine policy an image that is there is "not found" too, and a repository of a cache rule is
filled by the first pull: then nothing is known.`,
  references: [
    {
      title: 'Troubleshoot image pull errors of AKS',
      url: 'https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/extensions/cannot-pull-image-from-acr-to-aks-cluster'
    },
    {
      title: 'Tag and version container images',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-image-tag-version'
    },
    {
      title: 'Recover deleted artifacts with soft delete policy',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-soft-delete-policy'
    }
  ],
  causes: ['N2', 'N3', 'N4'],
  permissions: [clusterRead, registryRead],
  isAboutTag: true,
  words: ['image-absent'],
  *run({ obstacles }) {
    yield* obstaclesOf(obstacles, 'image-absent').map(finding)
  }
}
