import type { Verdict } from '../access/verdict.ts'
import { knownIssues } from '../known-issues/index.ts'
import type { ImageUse } from '../kubernetes/manifests.ts'
import type { CheckContext, FindingDraft } from './check.ts'
import type { Drafted } from './judge.ts'
import { landingPools, poolsOf } from './landing.ts'
import { clusterOf } from './wording.ts'

const knownIssueIds: ReadonlySet<string> = new Set(knownIssues.map(({ id }) => id))

/** Known issues that are sure to break pulls; those that heal by themselves are no errors. */
const blockers = (drafted: readonly Drafted[]): readonly FindingDraft[] =>
  drafted
    .filter(({ check, draft }) => knownIssueIds.has(check.id) && draft.severity === 'error')
    .map(({ draft }) => draft)

const concerns = (draft: FindingDraft, verdict: Verdict): boolean =>
  draft.cluster === verdict.cluster &&
  draft.registry === verdict.registry &&
  verdict.uses.some(use => draft.uses.includes(use))

/** On every pool where one of the uses can land, or only on some. */
function blocksEverywhere(
  found: readonly FindingDraft[],
  verdict: Verdict,
  { facts }: CheckContext
): boolean {
  const cluster = clusterOf(facts, verdict.cluster)
  if (cluster === null) return false
  const blocked = new Set(found.flatMap(({ nodePools }) => nodePools ?? []))
  const pools = poolsOf(cluster)
  const isBlocked = (use: ImageUse): boolean =>
    found.some(({ uses }) => uses.includes(use)) &&
    landingPools(cluster, pools, use).every(({ name }) => blocked.has(name))
  return verdict.uses.every(isBlocked)
}

function settled(
  verdict: Verdict,
  drafts: readonly FindingDraft[],
  context: CheckContext
): Verdict {
  const found = verdict.result === 'pull' ? drafts.filter(draft => concerns(draft, verdict)) : []
  if (found.length === 0) return verdict
  const everywhere = blocksEverywhere(found, verdict, context)
  return {
    ...verdict,
    result: everywhere ? 'no-pull' : 'unknown',
    because: [
      ...verdict.because.slice(0, -1),
      ...found.map(({ message }) => `${message}.`),
      everywhere
        ? 'The grant is in order, but every node that the pod can land on has this known issue.'
        : 'The grant is in order, but some of the nodes that the pod can land on have this known issue.'
    ]
  }
}

/**
 * `pull` means that nothing known stands against it: a grant alone is not enough where a known issue is sure to break
 * the pull on the nodes.
 */
export function settleVerdicts(
  drafted: readonly Drafted[],
  context: CheckContext
): readonly Verdict[] {
  const drafts = blockers(drafted)
  return context.verdicts.map(verdict => settled(verdict, drafts, context))
}
