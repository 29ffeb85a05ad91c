import { type LookedUpPull, lookedUpPulls, referenceText } from '../../looked-up.ts'
import type { ObstacleBase, ObstacleSource } from '../../obstacle.ts'
import { stoppedOf } from '../../pulls-by-registry.ts'

/** Somebody switched off that the image is read ("Lock a container image in an Azure container registry"). */
export type ImageLockedObstacle = ObstacleBase<'image-locked'> & { readonly pull: LookedUpPull }

function obstacleOf(
  pull: LookedUpPull,
  certainty: ImageLockedObstacle['certainty']
): ImageLockedObstacle {
  const { from, access } = pull
  const text = referenceText(pull)
  return {
    kind: 'image-locked',
    pulls: stoppedOf(from, access.uses),
    nodePools: [],
    certainty,
    evidence: [
      certainty === 'surely'
        ? `reading ${text} is switched off at registry ${from.registry.name}`
        : `registry ${from.registry.name} did not say whether ${text} may be read`
    ],
    pull
  }
}

export const imageLocked: ObstacleSource<ImageLockedObstacle> = {
  kind: 'image-locked',
  *find(context) {
    for (const pull of lookedUpPulls(context)) {
      const { found } = pull
      if (!found.known || found.value.state === 'absent') continue
      const { readEnabled, seen } = found.value
      if (readEnabled === false) yield obstacleOf(pull, 'surely')
      // Whoever read the content has shown that it may be read.
      else if (readEnabled === null && seen === 'metadata') yield obstacleOf(pull, 'perhaps')
    }
  }
}
