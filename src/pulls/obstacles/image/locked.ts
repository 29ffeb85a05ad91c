import { type LookedUpPull, lookedUpPulls, referenceText } from '../../looked-up.ts'
import type { ObstacleBase, ObstacleSource } from '../../obstacle.ts'
import { stoppedOf } from '../../pulls-by-registry.ts'

/** Somebody switched off that the image is read ("Lock a container image in an Azure container registry"). */
export type ImageLockedObstacle = ObstacleBase<'image-locked'> & { readonly pull: LookedUpPull }

export const imageLocked: ObstacleSource<ImageLockedObstacle> = {
  kind: 'image-locked',
  *find(context) {
    for (const pull of lookedUpPulls(context)) {
      const { found, from, access } = pull
      if (!found.known || found.value.state === 'absent' || found.value.readEnabled !== false)
        continue
      yield {
        kind: 'image-locked',
        pulls: stoppedOf(from, access.uses),
        nodePools: [],
        certainty: 'surely',
        evidence: [
          `reading ${referenceText(pull)} is switched off at registry ${from.registry.name}`
        ],
        pull
      }
    }
  }
}
