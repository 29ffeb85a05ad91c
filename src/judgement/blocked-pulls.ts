import { grouped } from '../base/grouping.ts'
import type { Verdict } from '../access/verdict.ts'
import type { ImageUse } from '../kubernetes/image-use.ts'
import type { CheckContext, FindingDraft } from '../checks/check.ts'
import type { Drafted } from './findings.ts'
import { landingPools, poolsOf } from '../pulls/landing.ts'
import { clusterOf } from '../access/known-facts.ts'

/** Something besides the grant that stops the pulls of some uses on some pools, surely or perhaps. */
type Obstacle = Pick<FindingDraft, 'cluster' | 'registry' | 'message'> & {
  readonly isSure: boolean
  readonly uses: ReadonlySet<ImageUse>
  /** Empty: on all of them. */
  readonly nodePools: readonly string[]
}

type Obstacles = (verdict: Verdict) => readonly Obstacle[]

const obstacleOf = ({
  cluster,
  registry,
  message,
  blocks,
  uses,
  nodePools = []
}: FindingDraft): Obstacle => ({
  ...(cluster === undefined ? {} : { cluster }),
  ...(registry === undefined ? {} : { registry }),
  message,
  isSure: blocks === 'yes',
  uses: new Set(uses),
  nodePools
})

/** What names no registry stands before all of them. */
function obstaclesIn(drafted: readonly Drafted[]): Obstacles {
  const blocking = drafted.map(({ draft }) => draft).filter(({ blocks = 'no' }) => blocks !== 'no')
  const byCluster = grouped(blocking.map(obstacleOf), ({ cluster }) => cluster)
  return verdict =>
    (byCluster.get(verdict.cluster) ?? []).filter(
      ({ registry = verdict.registry, uses }) =>
        registry === verdict.registry && verdict.uses.some(use => uses.has(use))
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
  return verdict.uses.every(use => {
    const before = obstacles.filter(({ uses }) => uses.has(use))
    const stands = (pool: string): boolean =>
      before.some(({ nodePools }) => nodePools.length === 0 || nodePools.includes(pool))
    return before.length > 0 && landingPools(cluster, pools, use).every(({ name }) => stands(name))
  })
}

/** What a verdict becomes, and the end of its reasons. */
type Settlement = Pick<Verdict, 'result'> & { readonly conclusion: string }

const settlements = {
  everywhere: {
    result: 'no-pull',
    conclusion:
      'The grant is in order, but this stops the pull on every node that the pod can land on.'
  },
  somewhere: {
    result: 'unknown',
    conclusion:
      'The grant is in order, but this stops the pull on some of the nodes, or for some of the pods.'
  },
  perhaps: {
    result: 'unknown',
    conclusion: 'The grant is in order, but whether this stops the pull could not be found out.'
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
