import { clusterRead, registryRead } from '../../facts/arm-actions.ts'
import type { ImagePlatformObstacle } from '../../pulls/obstacles/image/platform.ts'
import type { Check, FindingDraft, Severity } from '../check.ts'
import { evidenceText, obstaclesOf } from '../wording/from-obstacles.ts'
import { poolsText } from '../wording/wording.ts'
import { howLooked, multiPlatform, pullText, subjectOfImage } from './image-text.ts'
import { forAllPlatforms, keepPodsAway } from './platform-cures.ts'

/** A pod may be kept from a pool by a label that nobody sees. */
function severityOf({ certainty, landsOn }: ImagePlatformObstacle): Severity {
  if (certainty === 'perhaps') return 'unknown'
  return landsOn.length > 0 ? 'error' : 'warning'
}

const finding = (obstacle: ImagePlatformObstacle): FindingDraft => ({
  ...subjectOfImage(obstacle.pull, obstacle.pulls.uses),
  severity: severityOf(obstacle),
  message: `${pullText(obstacle.pull)} ${obstacle.certainty === 'perhaps' ? 'may have' : 'has'} no manifest for ${poolsText(obstacle.nodePools)}: ${evidenceText(obstacle)}`,
  remediation: [forAllPlatforms(obstacle.image, obstacle.missing), keepPodsAway(obstacle.image)],
  nodePools: obstacle.nodePools
})

export const imagePlatformMissing: Check = {
  id: 'image-platform-missing',
  title: 'The image index has no manifest for the nodes',
  rationale: `A tag or digest that stands for an image index (a multi-platform image, and everything that \`docker buildx\` pushes with attestations) names one manifest for each platform. containerd takes the first that
fits the node, and where none does the pull fails: \`no match for platform in manifest: not found\`. ${howLooked} Then containerd's own choice is made for each node pool on
which the pods can land: linux/amd64 also takes 386, never amd64/v2 or v3; linux/arm64 also takes 32-bit arm; Windows compares the build of the host (2019 takes its own alone,
2022 and later also those from 2022 up to their own).

Without the platform of every pool there is no pull. Without that of some, the pods fail wherever the scheduler puts them there: the verdict is unknown. Where a pod lands
without doubt it is an error, else a warning.`,
  references: [
    multiPlatform,
    {
      title: 'containerd: how a node compares platforms',
      url: 'https://github.com/containerd/platforms/blob/v1.0.0-rc.5/compare.go'
    },
    {
      title: 'Windows container version compatibility',
      url: 'https://learn.microsoft.com/virtualization/windowscontainers/deploy-containers/version-compatibility'
    }
  ],
  causes: ['N7', 'N9'],
  permissions: [clusterRead, registryRead],
  isAboutTag: true,
  words: ['image-platform'],
  *run({ obstacles }) {
    yield* obstaclesOf(obstacles, 'image-platform').map(finding)
  }
}
