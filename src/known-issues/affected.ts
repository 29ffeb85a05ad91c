import { allOf, type Truth, truthOf, anyOf, not } from '../base/three-valued.ts'
import { alternatives, holds, type PullTraits, textOf, undecided } from './condition.ts'
import type { FixStatus } from './fix-table.ts'
import type { IssueSeverity, KnownIssue } from './known-issue.ts'

/** What a known issue means for a pull on a node pool. */
export type Exposure = {
  readonly severity: IssueSeverity | 'unknown'
  /** Whether the pull fails for good: surely, or perhaps where something could not be found out. */
  readonly blocks: Truth
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
const sparedByAnonymous = (issue: KnownIssue, { anonymousPull }: PullTraits): Truth => {
  if (issue.appliesTo.anonymousPull === true) return 'no'
  return anonymousPull === null ? 'maybe' : truthOf(anonymousPull)
}

/**
 * A failing credential provider ends in an anonymous pull, and pull secrets come before it: where one of the two
 * is enough, only an issue of anonymous pulls themselves can show.
 */
const spared = (issue: KnownIssue, traits: PullTraits): Truth =>
  anyOf([traits.pullSecret, sparedByAnonymous(issue, traits)])

const applies = (issue: KnownIssue, traits: PullTraits): Truth =>
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

/** What heals by itself stops no pull for good, nor does what is only good to know. */
function blocksAs(severity: IssueSeverity, { heals }: KnownIssue): Truth {
  if (severity === 'error') return 'yes'
  return severity === 'warning' && heals !== true ? 'maybe' : 'no'
}

function blocksHere(issue: KnownIssue, traits: PullTraits): Truth {
  const answers = severitiesOf(issue, traits).map(({ severity }) => blocksAs(severity, issue))
  const [first = 'no', ...others] = new Set(answers)
  return others.length === 0 ? first : 'maybe'
}

function affectedAs(issue: KnownIssue, traits: PullTraits): Shown {
  const special = issue.severityWhen?.find(({ when }) => holds(when, traits) === 'yes')
  const { severity } = special ?? issue
  const shown = { kind: 'affected', severity, blocks: blocksHere(issue, traits) } as const
  return special === undefined ? shown : { ...shown, because: textOf(special.when) }
}

/** Where the fix table cannot say whether the pool has the fix. `severity`: where the issue stops no pull. */
function perhaps(
  kind: Exposure['kind'],
  severity: IssueSeverity,
  issue: KnownIssue,
  traits: PullTraits
): Shown {
  const blocks = allOf(['maybe', blocksHere(issue, traits)])
  return { kind, severity: blocks === 'no' ? severity : 'unknown', blocks }
}

const noteOf = (kind: Exposure['kind']): Shown => ({ kind, severity: 'note', blocks: 'no' })

/** null: nothing to say. A version that is not known is said once for the pool, and here only where a verdict hangs on it. */
function shownOf(issue: KnownIssue, status: FixStatus, traits: PullTraits): Shown | null {
  if (status.kind === 'affected') return affectedAs(issue, traits)
  if (status.kind === 'between') return noteOf('between')
  if (status.kind === 'fixed') return status.by === 'node-image' ? noteOf('remains') : null
  if (status.kind !== 'unknown') return null
  if (status.missing === 'node-image')
    return perhaps('unknown-node-image', issue.severity, issue, traits)
  if (status.missing === 'node-image-number')
    return perhaps('unlisted-node-image', 'note', issue, traits)
  return blocksHere(issue, traits) === 'no'
    ? null
    : perhaps('unknown-kubernetes-version', issue.severity, issue, traits)
}

const reasons = (issue: KnownIssue, traits: PullTraits, { because }: Shown): readonly string[] => [
  ...new Set([
    ...alternatives(issue.appliesTo, traits, 'yes'),
    ...(because === undefined ? [] : [because])
  ])
]

const remainsOf = (issue: KnownIssue, traits: PullTraits): readonly string[] =>
  (issue.remains ?? []).filter(({ when }) => holds(when, traits) === 'yes').map(({ text }) => text)

/** null when the issue cannot show. An open predicate makes it unknown whether a pull is stopped, and an issue that stops none no other. */
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
  const blocks = allOf([answer, shown.blocks])
  return {
    kind: shown.kind,
    severity: answer === 'maybe' && blocks !== 'no' ? 'unknown' : shown.severity,
    blocks,
    status,
    because: reasons(issue, traits, shown),
    open: answer === 'maybe' ? openQuestions(issue, traits) : [],
    remains
  }
}

const canBlock = (issue: KnownIssue): boolean =>
  [issue.severity, ...(issue.severityWhen ?? []).map(row => row.severity)].some(
    severity => blocksAs(severity, issue) !== 'no'
  )

/** Whether the fix table leaves anything to ask about a pull on such a pool. */
export const canShow = (issue: KnownIssue, status: FixStatus): boolean =>
  status.kind === 'affected' ||
  status.kind === 'between' ||
  (status.kind === 'unknown' && (status.missing !== 'kubernetes-version' || canBlock(issue))) ||
  (status.kind === 'fixed' && status.by === 'node-image' && issue.remains !== undefined)
