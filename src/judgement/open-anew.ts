import type { Manifests } from '../kubernetes/manifests.ts'
import type { Location } from '../yaml/location.ts'
import type { Verdict } from '../pulls/verdict.ts'
import { counts, type Ruled } from './standing.ts'

/** All that may leave a run open. */
export type OpenParts = {
  readonly ruled: readonly Ruled[]
  readonly verdicts: readonly Verdict[]
  readonly manifests: Manifests
  /** Images that are surely or probably pulled and got no verdict. */
  readonly unjudged: ReadonlySet<string>
  readonly gaps: ReadonlySet<string>
  /** What of these the base had as well. */
  readonly before: {
    readonly unjudged: ReadonlySet<string>
    readonly gaps: ReadonlySet<string>
  }
}

const placeKey = (cluster: string, { file, line, column }: Location): string =>
  `${cluster.toLowerCase()} ${file}:${line}:${column}`

/** Whether an unknown verdict is the trouble of findings that do not count, at each of its places. */
function accountedFor(ruled: readonly Ruled[]): (verdict: Verdict) => boolean {
  const keys = (isCounted: boolean): ReadonlySet<string> =>
    new Set(
      ruled.flatMap(({ found, part: { use }, standing }) =>
        use === null || counts(standing) !== isCounted
          ? []
          : [placeKey(found.draft.cluster ?? '', use.location)]
      )
    )
  const [silent, loud] = [keys(false), keys(true)]
  const stands = (set: ReadonlySet<string>, cluster: string, place: Location): boolean =>
    set.has(placeKey(cluster, place)) || set.has(placeKey('', place))
  return ({ cluster, uses }) =>
    uses.every(
      ({ location }) => stands(silent, cluster, location) && !stands(loud, cluster, location)
    )
}

const hasMore = (now: ReadonlySet<string>, before: ReadonlySet<string>): boolean =>
  [...now].some(each => !before.has(each))

/** Whether something is open for which neither the base nor a suppression accounts. */
export function opensAnew({
  ruled,
  verdicts,
  manifests,
  unjudged,
  gaps,
  before
}: OpenParts): boolean {
  const isAccountedFor = accountedFor(ruled)
  return (
    manifests.uses.length === 0 ||
    hasMore(unjudged, before.unjudged) ||
    hasMore(gaps, before.gaps) ||
    ruled.some(({ found, standing }) => found.severity === 'unknown' && counts(standing)) ||
    verdicts.some(verdict => verdict.result === 'unknown' && !isAccountedFor(verdict))
  )
}
