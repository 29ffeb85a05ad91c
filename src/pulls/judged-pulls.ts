import { judgeAccess } from '../access/judge-access.ts'
import { unwatched, type Watch } from '../access/look-up.ts'
import type { Facts } from '../facts/facts.ts'
import type { Manifests } from '../kubernetes/manifests.ts'
import { type Obstacle, obstaclesIn } from './obstacles/index.ts'
import { defaultLookup, type LookupPolicy } from './lookup-policy.ts'
import type { PullContext } from './pull-context.ts'
import { settle } from './settle.ts'
import type { Verdict } from './verdict.ts'

/** The verdicts of one run, and everything that led to them. */
export type JudgedPulls = Pick<PullContext, 'manifests' | 'facts'> & {
  readonly pulls: PullContext
  readonly obstacles: readonly Obstacle[]
  readonly verdicts: readonly Verdict[]
}

/** Credentials first, then what stands between node and registry, then the verdicts. */
export function judgePulls(
  manifests: Manifests,
  facts: Facts,
  watch: Watch = unwatched,
  lookup: LookupPolicy = defaultLookup
): JudgedPulls {
  const pulls = { manifests, facts, accesses: judgeAccess(manifests, facts, watch), lookup }
  const obstacles = obstaclesIn(pulls)
  return { manifests, facts, pulls, obstacles, verdicts: settle(pulls, obstacles) }
}
