import { clusterRead, registryRead } from '../../facts/arm-actions.ts'
import type { ArtifactObstacle } from '../../pulls/obstacles/image/artifact.ts'
import type { Check, FindingDraft } from '../check.ts'
import { registryPartCommand } from '../wording/azure-commands.ts'
import { evidenceText, obstaclesOf } from '../wording/from-obstacles.ts'
import { nameInRegistry, pullText, subjectOfImage } from './image-text.ts'

const finding = (obstacle: ArtifactObstacle): FindingDraft => ({
  ...subjectOfImage(obstacle.pull, obstacle.pulls.uses),
  severity: obstacle.certainty === 'surely' ? 'error' : 'unknown',
  message: `${pullText(obstacle.pull)} ${obstacle.certainty === 'surely' ? 'cannot be run' : 'may not be mounted'}: ${evidenceText(obstacle)}`,
  remediation: [
    {
      description:
        'Name the image instead: a chart is installed with helm, and signatures, reports of scanners and other artifacts have tags of their own beside it.',
      command: registryPartCommand(
        obstacle.pull.from.registry,
        ['manifest', 'show'],
        nameInRegistry(obstacle.pull)
      )
    }
  ]
})

export const notAnImage: Check = {
  id: 'not-an-image',
  title: 'What the tag stands for is no container image',
  rationale: `A registry also holds Helm charts, signatures, bills of materials, policies. Where a pod names one, the manifest is found and containerd fails to unpack it (\`mismatched image rootfs and manifest
layers\`). An artifact is told from an image by the media type of its config. Volumes may mount artifacts with newer runtimes, which cannot be told from here.`,
  references: [
    {
      title: 'Manage OCI artifacts and supply chain artifacts with ORAS',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-manage-artifact'
    },
    {
      title: 'OCI image manifest: guidelines for artifact usage',
      url: 'https://github.com/opencontainers/image-spec/blob/main/manifest.md#guidelines-for-artifact-usage'
    }
  ],
  causes: ['N13'],
  permissions: [clusterRead, registryRead],
  isAboutTag: true,
  words: ['not-an-image'],
  *run({ obstacles }) {
    yield* obstaclesOf(obstacles, 'not-an-image').map(finding)
  }
}
