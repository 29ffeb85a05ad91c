import { allOf, type Answer, answerOf, anyOf, not } from '../base/three-valued.ts'
import { alternatives, holds, type PullTraits, textOf, undecided } from './condition.ts'
import type { FixStatus } from './fix-table.ts'
import type { IssueSeverity, KnownIssue } from './known-issue.ts'

/** What a known issue means for a pull on a node pool. */
export type Exposure = {
  readonly severity: IssueSeverity | 'unknown'
  /** Whether the pull fails for good: surely, or perhaps where something could not be found out. */
  readonly blocks: Answer
  /** `remains`: the pool has the fix, and it is not the whole fix for this cluster. */
  readonly kind:
    | 'affected'
    | 'between'
    | 'unknown-kubernetes-version'
    | 'unknown-node-image'
    | 'unlisted-node-image'
    | 'remains'
  readonly status: FixStatus
  /** In words, which of several conditions holds here, and which decides the severity. */
  readonly because: readonly string[]
  /** In words, what could not be found out. */
  readonly open: readonly string[]
  /** What still holds where the pool has the fix. */
  readonly remains: readonly string[]
}

const openPullSecret = "a pull secret of the pod does without the node's credential"
const openAnonymousPull = 'anonymous pull is on'

/** Whether the anonymous pull, in which a failing credential provider ends, is enough. */
const sparedByAnonymous = (issue: KnownIssue, { anonymousPull }: PullTraits): Answer => {
  if (issue.appliesTo.anonymousPull === true) return 'no'
  return anonymousPull === null ? 'maybe' : answerOf(anonymousPull)
}

/**
 * A failing credential provider ends in an anonymous pull, and pull secrets come before it: where one of the two
 * is enough, only an issue of anonymous pulls themselves can show.
 */
const spared = (issue: KnownIssue, traits: PullTraits): Answer =>
  anyOf([traits.pullSecret, sparedByAnonymous(issue, traits)])

const applies = (issue: KnownIssue, traits: PullTraits): Answer =>
  allOf([not(spared(issue, traits)), holds(issue.appliesTo, traits)])

const openQuestions = (issue: KnownIssue, traits: PullTraits): readonly string[] => [
  ...undecided(issue.appliesTo, traits),
  ...(traits.pullSecret === 'maybe' ? [openPullSecret] : []),
  ...(sparedByAnonymous(issue, traits) === 'maybe' ? [openAnonymousPull] : [])
]

type Shown = Pick<Exposure, 'kind' | 'severity' | 'blocks'> & { readonly because?: string }

/** The severities that the issue can have here: of the rows of `severityWhen`, the first that holds decides. */
function severitiesOf({ severity, severityWhen = [] }: KnownIssue, traits: PullTraits) {
  const rows = [
    ...severityWhen.map(row => ({ severity: row.severity, answer: holds(row.when, traits) })),
    { severity, answer: 'yes' as const }
  ]
  const decided = rows.findIndex(({ answer }) => answer === 'yes')
  return rows.slice(0, decided + 1).filter(({ answer }) => answer !== 'no')
}

/** What heals by itself is no error, and stops no pull for good. */
function blocksHere(issue: KnownIssue, traits: PullTraits): Answer {
  const errors = severitiesOf(issue, traits).map(({ severity }) => severity === 'error')
  if (errors.includes(true)) return errors.includes(false) ? 'maybe' : 'yes'
  return 'no'
}

function affectedAs(issue: KnownIssue, traits: PullTraits): Shown {
  const special = issue.severityWhen?.find(({ when }) => holds(when, traits) === 'yes')
  const { severity } = special ?? issue
  const shown = { kind: 'affected', severity, blocks: blocksHere(issue, traits) } as const
  return special === undefined ? shown : { ...shown, because: textOf(special.when) }
}

/** Where the fix table cannot say whether the pool has the fix. */
const perhaps = (
  kind: Exposure['kind'],
  severity: Exposure['severity'],
  issue: KnownIssue,
  traits: PullTraits
): Shown => ({ kind, severity, blocks: allOf(['maybe', blocksHere(issue, traits)]) })

const noteOf = (kind: Exposure['kind']): Shown => ({ kind, severity: 'note', blocks: 'no' })

/** null: nothing to say. A version that is not known is said once for the pool, and here only where a verdict hangs on it. */
function shownOf(issue: KnownIssue, status: FixStatus, traits: PullTraits): Shown | null {
  if (status.kind === 'affected') return affectedAs(issue, traits)
  if (status.kind === 'between') return noteOf('between')
  if (status.kind === 'fixed') return status.by === 'node-image' ? noteOf('remains') : null
  if (status.kind !== 'unknown') return null
  if (status.missing === 'node-image')
    return perhaps('unknown-node-image', 'unknown', issue, traits)
  if (status.missing === 'node-image-number')
    return perhaps('unlisted-node-image', 'note', issue, traits)
  return blocksHere(issue, traits) === 'no'
    ? null
    : perhaps('unknown-kubernetes-version', 'unknown', issue, traits)
}

const reasons = (issue: KnownIssue, traits: PullTraits, { because }: Shown): readonly string[] => [
  ...new Set([
    ...alternatives(issue.appliesTo, traits, 'yes'),
    ...(because === undefined ? [] : [because])
  ])
]

const remainsOf = (issue: KnownIssue, traits: PullTraits): readonly string[] =>
  (issue.remains ?? []).filter(({ when }) => holds(when, traits) === 'yes').map(({ text }) => text)

/** null when the issue cannot show. An open predicate makes what would be an error or a warning unknown. */
export function exposureOf(
  issue: KnownIssue,
  status: FixStatus,
  traits: PullTraits
): Exposure | null {
  const shown = shownOf(issue, status, traits)
  const answer = shown === null ? 'no' : applies(issue, traits)
  if (shown === null || answer === 'no') return null
  const remains = shown.kind === 'remains' ? remainsOf(issue, traits) : []
  if (shown.kind === 'remains' && remains.length === 0) return null
  return {
    kind: shown.kind,
    severity: answer === 'maybe' && shown.severity !== 'note' ? 'unknown' : shown.severity,
    blocks: allOf([answer, shown.blocks]),
    status,
    because: reasons(issue, traits, shown),
    open: answer === 'maybe' ? openQuestions(issue, traits) : [],
    remains
  }
}

const canBlock = ({ severity, severityWhen = [] }: KnownIssue): boolean =>
  [severity, ...severityWhen.map(row => row.severity)].includes('error')

/** Whether the fix table leaves anything to ask about a pull on such a pool. */
export const canShow = (issue: KnownIssue, status: FixStatus): boolean =>
  status.kind === 'affected' ||
  status.kind === 'between' ||
  (status.kind === 'unknown' && (status.missing !== 'kubernetes-version' || canBlock(issue))) ||
  (status.kind === 'fixed' && status.by === 'node-image' && issue.remains !== undefined)
