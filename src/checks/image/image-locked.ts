import { clusterRead, registryRead } from '../../facts/arm-actions.ts'
import type { ImageLockedObstacle } from '../../pulls/obstacles/image/locked.ts'
import type { Check, FindingDraft } from '../check.ts'
import { registryCommand } from '../wording/azure-commands.ts'
import { evidenceText, obstaclesOf } from '../wording/from-obstacles.ts'
import { nameInRegistry, pullText, subjectOfImage } from './image-text.ts'

const finding = (obstacle: ImageLockedObstacle): FindingDraft => ({
  ...subjectOfImage(obstacle.pull, obstacle.pulls.uses),
  severity: obstacle.certainty === 'surely' ? 'error' : 'unknown',
  message: `${pullText(obstacle.pull)} ${obstacle.certainty === 'surely' ? 'is' : 'may be'} locked: ${evidenceText(obstacle)}`,
  remediation: [
    {
      description: 'Let it be read again, if the lock is not meant.',
      command: registryCommand(
        obstacle.pull.from.registry,
        ['repository', 'update'],
        ...['--image', nameInRegistry(obstacle.pull), '--read-enabled', 'true']
      )
    }
  ]
})

export const imageLocked: Check = {
  id: 'image-locked',
  title: 'Reading the image is switched off',
  rationale: `With \`az acr repository update --read-enabled false\` somebody kept an image, or a whole repository, from being pulled, often because it is vulnerable or under investigation. No role helps
against it. The attribute is read where the caller may read metadata.`,
  references: [
    {
      title: 'Lock a container image in an Azure container registry',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-image-lock'
    }
  ],
  causes: ['N6'],
  permissions: [clusterRead, registryRead],
  isAboutTag: true,
  words: ['image-locked'],
  *run({ obstacles }) {
    yield* obstaclesOf(obstacles, 'image-locked').map(finding)
  }
}
