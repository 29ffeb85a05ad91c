import { groupBy } from '../../../base/group-by.ts'
import { listText } from '../../../base/sentences.ts'
import type { PresentImage } from '../../../facts/images.ts'
import type { ImageUse } from '../../../kubernetes/images/image-use.ts'
import { platformsText } from '../../platforms-text.ts'
import { type PoolAnswer, poolAnswers } from '../../image-platforms.ts'
import { type LookedUpPull, lookedUpPulls, referenceText } from '../../looked-up.ts'
import type { ObstacleBase, ObstacleSource } from '../../obstacle.ts'
import { stoppedOf } from '../../pulls-by-registry.ts'

/** The index has no manifest that these nodes take: `no match for platform in manifest`. */
export type ImagePlatformObstacle = ObstacleBase<'image-platform'> & {
  readonly pull: LookedUpPull
  readonly image: PresentImage
  /** Those of the pools on which the pods land for sure. */
  readonly landsOn: readonly string[]
  /** What the nodes take or may take, as `linux/arm64`. */
  readonly missing: readonly string[]
}

/** Such as `node pools apps and batch take linux/arm64`. */
function poolsText(pools: readonly PoolAnswer[]): string {
  const alike = groupBy(pools, ({ platforms }) => platforms.join())
  return listText(
    [...alike.values()].map(group => {
      const names = listText(group.map(({ pool }) => pool))
      const whose = group.length === 1 ? `node pool ${names} takes` : `node pools ${names} take`
      const [{ platforms }] = group
      return platforms.length === 1 ? `${whose} ${platforms.join()}` : `what ${whose} is not known`
    })
  )
}

function evidenceOf(
  pull: LookedUpPull,
  image: PresentImage,
  pools: readonly PoolAnswer[],
  certainty: ImagePlatformObstacle['certainty']
): readonly string[] {
  const index = `the index of ${referenceText(pull)} is for ${platformsText(image)}`
  const open =
    certainty === 'perhaps' ? ', so that whether a manifest of it fits cannot be determined' : ''
  return [`${index}, and ${poolsText(pools)}${open}`]
}

function obstacleOf(
  pull: LookedUpPull,
  image: PresentImage,
  uses: readonly ImageUse[],
  pools: readonly PoolAnswer[],
  certainty: ImagePlatformObstacle['certainty']
): readonly ImagePlatformObstacle[] {
  if (pools.length === 0) return []
  return [
    {
      kind: 'image-platform',
      pulls: stoppedOf(pull.from, uses),
      nodePools: pools.map(({ pool }) => pool),
      certainty,
      evidence: evidenceOf(pull, image, pools, certainty),
      pull,
      image,
      missing: [...new Set(pools.flatMap(({ platforms }) => platforms))],
      landsOn: pools.filter(({ lands }) => lands === 'yes').map(({ pool }) => pool)
    }
  ]
}

/** Metadata leaves out variants and builds of Windows, which decide everywhere but on linux/amd64. */
const leavesOpen = (pull: LookedUpPull, image: PresentImage, { platforms }: PoolAnswer): boolean =>
  pull.required && image.seen === 'metadata' && platforms.some(each => each !== 'linux/amd64')

const answersFor = (
  pull: LookedUpPull,
  image: PresentImage,
  use: ImageUse
): readonly PoolAnswer[] =>
  poolAnswers(image, use, pull.from).map(each =>
    each.answer === 'yes' && leavesOpen(pull, image, each) ? { ...each, answer: 'maybe' } : each
  )

/** Pods that land on the same pools share an obstacle. */
function* ofPull(
  pull: LookedUpPull,
  image: PresentImage
): Generator<ImagePlatformObstacle, void, undefined> {
  const answered = pull.access.uses.map(use => ({
    use,
    pools: answersFor(pull, image, use)
  }))
  for (const alike of groupBy(answered, ({ pools }) => JSON.stringify(pools)).values()) {
    const uses = alike.map(({ use }) => use)
    const [{ pools }] = alike
    const answering = (wanted: PoolAnswer['answer']): readonly PoolAnswer[] =>
      pools.filter(({ answer }) => answer === wanted)
    yield* obstacleOf(pull, image, uses, answering('no'), 'surely')
    yield* obstacleOf(pull, image, uses, answering('maybe'), 'perhaps')
  }
}

export const imagePlatform: ObstacleSource<ImagePlatformObstacle> = {
  kind: 'image-platform',
  *find(context) {
    for (const pull of lookedUpPulls(context))
      if (
        pull.found.known &&
        pull.found.value.state === 'present' &&
        pull.found.value.kind === 'index'
      )
        yield* ofPull(pull, pull.found.value)
  }
}
