import { groupBy } from '../../../base/group-by.ts'
import type { Reason } from '../../../facts/fact.ts'
import { type LookedUpPull, lookedUpPulls } from '../../looked-up.ts'
import type { ObstacleBase, ObstacleSource } from '../../obstacle.ts'
import { type RegistryPulls, stoppedOf } from '../../pulls-by-registry.ts'

/** Whether the images are there, and for which platforms, is not known, and somebody wants to know. */
export type ImageUnansweredObstacle = ObstacleBase<'image-unanswered'> & {
  readonly from: RegistryPulls
  readonly images: readonly string[]
  readonly reason: Reason
}

type Open = { readonly pull: LookedUpPull; readonly reason: Reason }

/** What is pushed later cannot be looked up now. */
const openOf = (pull: LookedUpPull): readonly Open[] =>
  pull.opens && !pull.expected && !pull.found.known ? [{ pull, reason: pull.found.reason }] : []

export const imageUnanswered: ObstacleSource<ImageUnansweredObstacle> = {
  kind: 'image-unanswered',
  *find(context) {
    for (const [from, ofRegistry] of groupBy(
      lookedUpPulls(context).flatMap(openOf),
      ({ pull }) => pull.from
    ))
      for (const alike of groupBy(ofRegistry, ({ reason }) => reason.message).values()) {
        const [{ reason }] = alike
        yield {
          kind: 'image-unanswered',
          pulls: stoppedOf(
            from,
            alike.flatMap(({ pull }) => pull.access.uses)
          ),
          nodePools: [],
          certainty: 'perhaps',
          evidence: [`whether the registry has the image is not known: ${reason.message}`],
          from,
          images: [...new Set(alike.map(({ pull }) => pull.access.image))],
          reason
        }
      }
  }
}
