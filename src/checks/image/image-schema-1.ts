import { clusterRead, registryRead } from '../../facts/arm-actions.ts'
import type { Schema1Obstacle } from '../../pulls/obstacles/image/schema-1.ts'
import type { Check, FindingDraft } from '../check.ts'
import { evidenceText, obstaclesOf } from '../wording/from-obstacles.ts'
import { pullText, subjectOfImage } from './image-text.ts'

const finding = (obstacle: Schema1Obstacle): FindingDraft => ({
  ...subjectOfImage(obstacle.pull, obstacle.pulls.uses),
  severity: obstacle.certainty === 'surely' ? 'error' : 'unknown',
  message: `${pullText(obstacle.pull)} ${obstacle.certainty === 'surely' ? 'is' : 'may be'} refused by the node: ${evidenceText(obstacle)}`,
  remediation: [
    {
      description:
        'Build the image again, or pull it with a tool that converts it (docker pull up to version 27, crane, skopeo), and push it as schema 2 or OCI.',
      command: null
    }
  ],
  nodePools: obstacle.nodePools
})

export const imageSchema1: Check = {
  id: 'image-schema-1',
  title: "The image is in Docker's schema 1, which newer nodes do not take",
  rationale: `containerd 2.0 refuses manifests of Docker's first schema unless it is told otherwise, and 2.1 knows them no more. On AKS the node image decides: Ubuntu 24.04 and Azure Linux 3 have containerd 2 from
202501.22.0 on, Windows Server 2025 has it; Ubuntu 22.04, Azure Linux 2 and Windows Server 2019 have 1.x, and of Windows Server 2022 the name of the image does not tell. A deployment of many years fails with the upgrade of its nodes.`,
  references: [
    {
      title: 'containerd: disable the support for schema 1 images',
      url: 'https://github.com/containerd/containerd/pull/9765'
    },
    {
      title: 'AKS: notes of node images',
      url: 'https://github.com/Azure/AKS/tree/master/vhd-notes'
    }
  ],
  causes: ['N15'],
  permissions: [clusterRead, registryRead],
  isAboutTag: true,
  words: ['image-schema-1'],
  *run({ obstacles }) {
    yield* obstaclesOf(obstacles, 'image-schema-1').map(finding)
  }
}
