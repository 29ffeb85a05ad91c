import { grouped } from '../access/grouping.ts'
import type { Verdict } from '../access/verdict.ts'
import type { ImageUse } from '../kubernetes/manifests.ts'
import type { CheckContext } from './check.ts'
import type { Drafted } from './judge.ts'
import { landingPools, poolsOf } from './landing.ts'
import { clusterOf } from './wording.ts'

/** Something besides the grant that stops the pulls of some uses on some pools, surely or perhaps. */
type Obstacle = {
  readonly message: string
  readonly isSure: boolean
  readonly uses: ReadonlySet<ImageUse>
  readonly nodePools: readonly string[]
}

type Obstacles = (verdict: Verdict) => readonly Obstacle[]

const placeOf = (cluster: string | undefined, registry: string | undefined): string =>
  [cluster, registry].join(' ')

function obstaclesIn(drafted: readonly Drafted[]): Obstacles {
  const blocking = drafted
    .map(({ draft }) => draft)
    .filter(({ blocks = 'no' }) => blocks !== 'no')
    .map(({ cluster, registry, message, blocks, uses, nodePools = [] }) => ({
      place: placeOf(cluster, registry),
      message,
      isSure: blocks === 'yes',
      uses: new Set(uses),
      nodePools
    }))
  const byPlace = grouped(blocking, ({ place }) => place)
  return ({ cluster, registry, uses }) =>
    (byPlace.get(placeOf(cluster, registry)) ?? []).filter(obstacle =>
      uses.some(use => obstacle.uses.has(use))
    )
}

/** Whether one of the obstacles stands on every pool where one of the uses can land. */
function isEverywhere(
  obstacles: readonly Obstacle[],
  verdict: Verdict,
  { facts }: CheckContext
): boolean {
  const cluster = clusterOf(facts, verdict.cluster)
  if (cluster === null) return false
  const pools = poolsOf(cluster)
  const concerned = new Set(obstacles.flatMap(({ nodePools }) => nodePools))
  return verdict.uses.every(
    use =>
      obstacles.some(({ uses }) => uses.has(use)) &&
      landingPools(cluster, pools, use).every(({ name }) => concerned.has(name))
  )
}

/** What a verdict becomes, and the end of its reasons. */
type Settlement = Pick<Verdict, 'result'> & { readonly conclusion: string }

const settlements = {
  everywhere: {
    result: 'no-pull',
    conclusion:
      'The grant is in order, but every node that the pod can land on has this known issue.'
  },
  somewhere: {
    result: 'unknown',
    conclusion:
      'The grant is in order, but this known issue stops the pull on some of the nodes, or for some of the pods.'
  },
  perhaps: {
    result: 'unknown',
    conclusion:
      'The grant is in order, but whether this known issue stops the pull could not be found out.'
  }
} as const satisfies Record<string, Settlement>

function settlementOf(
  obstacles: readonly Obstacle[],
  verdict: Verdict,
  context: CheckContext
): Settlement {
  const written = verdict.uses.filter(({ unbuilt }) => unbuilt === null)
  const sure = obstacles.filter(({ isSure, uses }) => isSure && written.some(use => uses.has(use)))
  if (sure.length === 0) return settlements.perhaps
  return isEverywhere(sure, verdict, context) ? settlements.everywhere : settlements.somewhere
}

function settled(verdict: Verdict, obstaclesTo: Obstacles, context: CheckContext): Verdict {
  const obstacles = verdict.result === 'pull' ? obstaclesTo(verdict) : []
  if (obstacles.length === 0) return verdict
  const { result, conclusion } = settlementOf(obstacles, verdict, context)
  const because = [
    ...verdict.because.slice(0, -1),
    ...obstacles.map(({ message }) => `${message}.`),
    conclusion
  ]
  return { ...verdict, result, because }
}

/**
 * `pull` means that nothing known stands against it: a grant alone is not enough where something else stops the pull
 * on the nodes, and `unknown` is the answer where nobody can say whether it does.
 */
export function settleVerdicts(
  drafted: readonly Drafted[],
  context: CheckContext
): readonly Verdict[] {
  const obstaclesTo = obstaclesIn(drafted)
  return context.verdicts.map(verdict => settled(verdict, obstaclesTo, context))
}
