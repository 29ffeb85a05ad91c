import type { PresentImage } from '../../../facts/images.ts'
import type { ImageUse } from '../../../kubernetes/images/image-use.ts'
import { type LookedUpPull, lookedUpPulls, referenceText } from '../../looked-up.ts'
import type { ObstacleBase, ObstacleSource } from '../../obstacle.ts'
import { stoppedOf } from '../../pulls-by-registry.ts'

/** What lies there is no container image: containerd fails to unpack it ("mismatched image rootfs and manifest layers"). */
export type ArtifactObstacle = ObstacleBase<'not-an-image'> & {
  readonly pull: LookedUpPull
  readonly image: PresentImage
}

/** Runtimes begin to mount artifacts as volumes (KEP-4639), each to another extent. */
const isVolume = ({ container }: ImageUse): boolean => container?.type === 'volume'

const obstacleOf = (
  pull: LookedUpPull,
  image: PresentImage,
  uses: readonly ImageUse[],
  certainty: ArtifactObstacle['certainty']
): readonly ArtifactObstacle[] =>
  uses.length === 0
    ? []
    : [
        {
          kind: 'not-an-image',
          pulls: stoppedOf(pull.from, uses),
          nodePools: [],
          certainty,
          evidence: [
            `${referenceText(pull)} is ${image.artifactType === null ? 'an artifact' : `an artifact of type ${image.artifactType}`} and no container image`
          ],
          pull,
          image
        }
      ]

export const artifact: ObstacleSource<ArtifactObstacle> = {
  kind: 'not-an-image',
  *find(context) {
    for (const pull of lookedUpPulls(context)) {
      const { found, access } = pull
      if (!found.known || found.value.state === 'absent' || found.value.kind !== 'artifact')
        continue
      const volumes = access.uses.filter(isVolume)
      const others = access.uses.filter(use => !isVolume(use))
      yield* obstacleOf(pull, found.value, others, 'surely')
      yield* obstacleOf(pull, found.value, volumes, 'perhaps')
    }
  }
}
