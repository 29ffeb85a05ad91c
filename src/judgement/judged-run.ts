import { unwatched, type Watch } from '../access/look-up.ts'
import { manifestsByTarget } from '../access/targeted-manifests.ts'
import { groupBy } from '../base/group-by.ts'
import type { Check, Finding } from '../checks/check.ts'
import type { Facts } from '../facts/facts.ts'
import { findingOf } from './findings.ts'
import type { Found } from './found.ts'
import type { Manifests } from '../kubernetes/manifests.ts'
import { type JudgedPulls, judgePulls } from '../pulls/judged-pulls.ts'
import { type LookedUpPull, lookedUpPulls } from '../pulls/looked-up.ts'
import { defaultLookup, type LookupPolicy } from '../pulls/lookup-policy.ts'
import type { Verdict } from '../pulls/verdict.ts'

/** A whole run: all that was read, and the pulls of each group of clusters that get the same of it. */
export type JudgedRun = {
  readonly manifests: Manifests
  readonly facts: Facts
  readonly parts: readonly JudgedPulls[]
}

/** Judges what goes to the same clusters together, so that nothing of another cluster is in sight of a verdict. */
export const judgeRun = (
  manifests: Manifests,
  facts: Facts,
  watch: Watch = unwatched,
  lookup: LookupPolicy = defaultLookup
): JudgedRun => ({
  manifests,
  facts,
  parts: manifestsByTarget(manifests, facts).map(part =>
    judgePulls(part.manifests, part.facts, watch, lookup)
  )
})

/** What is known of the images of the pulls, from their registries. */
export const lookUpsOf = ({ parts }: JudgedRun): readonly LookedUpPull[] =>
  parts.flatMap(({ pulls }) => lookedUpPulls(pulls))

/** In the order of the clusters. */
export function verdictsOf({ parts, facts }: JudgedRun): readonly Verdict[] {
  const verdicts = parts.flatMap(part => part.verdicts)
  if (parts.length < 2) return verdicts
  const byCluster = groupBy(verdicts, ({ cluster }) => cluster)
  return facts.clusters.flatMap(({ id }) => byCluster.get(id) ?? [])
}

/** In the order of the checks; what several parts find alike is found once. */
function inAllParts<Item>(
  { parts }: JudgedRun,
  checks: readonly Check[],
  judge: (part: JudgedPulls) => readonly Item[],
  findingFor: (item: Item) => Finding
): readonly Item[] {
  const items = parts.flatMap(judge)
  if (parts.length < 2) return items
  const told = items.map(item => ({ item, finding: findingFor(item) }))
  const distinct = new Map(told.map(each => [JSON.stringify(each.finding), each]))
  const byCheck = groupBy(distinct.values(), ({ finding }) => finding.check)
  return checks.flatMap(({ id }) => (byCheck.get(id) ?? []).map(({ item }) => item))
}

export const findingsOf = (
  run: JudgedRun,
  checks: readonly Check[],
  judge: (part: JudgedPulls) => readonly Finding[]
): readonly Finding[] => inAllParts(run, checks, judge, finding => finding)

/** The same before anybody has said what of it counts. */
export const foundIn = (
  run: JudgedRun,
  checks: readonly Check[],
  judge: (part: JudgedPulls) => readonly Found[]
): readonly Found[] => inAllParts(run, checks, judge, found => findingOf(found))
