import { groupBy } from '../../../base/group-by.ts'
import type { Truth } from '../../../base/three-valued.ts'
import type { ImageUse } from '../../../kubernetes/images/image-use.ts'
import { isSchema1, takesSchema1 } from '../../../kubernetes/nodes/schema-1.ts'
import { landingPools, poolsOf } from '../../landing.ts'
import { type LookedUpPull, lookedUpPulls, referenceText } from '../../looked-up.ts'
import type { ObstacleBase, ObstacleSource } from '../../obstacle.ts'
import { stoppedOf } from '../../pulls-by-registry.ts'

/** The manifest has a form that containerd 2 does not take. */
export type Schema1Obstacle = ObstacleBase<'image-schema-1'> & { readonly pull: LookedUpPull }

function obstacleOf(
  pull: LookedUpPull,
  uses: readonly ImageUse[],
  nodePools: readonly string[],
  certainty: Schema1Obstacle['certainty']
): readonly Schema1Obstacle[] {
  if (nodePools.length === 0) return []
  const nodes = certainty === 'surely' ? 'have a containerd that' : 'may have a containerd that'
  return [
    {
      kind: 'image-schema-1',
      pulls: stoppedOf(pull.from, uses),
      nodePools,
      certainty,
      evidence: [
        `${referenceText(pull)} is in Docker's schema 1, and the nodes of ${nodePools.join(', ')} ${nodes} does not take it`
      ],
      pull
    }
  ]
}

function* ofPull(pull: LookedUpPull): Generator<Schema1Obstacle, void, undefined> {
  const { cluster } = pull.from
  const answered = pull.access.uses.map(use => ({
    use,
    pools: landingPools(cluster, poolsOf(cluster), use)
  }))
  for (const alike of groupBy(answered, ({ pools }) =>
    pools.map(({ name }) => name).join()
  ).values()) {
    const uses = alike.map(({ use }) => use)
    const [{ pools }] = alike
    const taking = (wanted: Truth): readonly string[] =>
      pools
        .filter(({ nodeImageVersion }) => takesSchema1(nodeImageVersion) === wanted)
        .map(({ name }) => name)
    yield* obstacleOf(pull, uses, taking('no'), 'surely')
    yield* obstacleOf(pull, uses, taking('maybe'), 'perhaps')
  }
}

export const schema1: ObstacleSource<Schema1Obstacle> = {
  kind: 'image-schema-1',
  *find(context) {
    for (const pull of lookedUpPulls(context))
      if (
        pull.found.known &&
        pull.found.value.state === 'present' &&
        isSchema1(pull.found.value.mediaType)
      )
        yield* ofPull(pull)
  }
}
