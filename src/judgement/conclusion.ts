import type { Finding, Severity } from '../checks/check.ts'
import type { FailOn } from '../settings/inputs.ts'
import type { Conclusion, Left, NotFailed } from '../reports/report.ts'

/** All that decides a conclusion; what was found, and how much of what was named that speaks of. */
export type Evidence = {
  readonly verdicts: readonly { readonly result: 'pull' | 'no-pull' | 'unknown' }[]
  /** Those that count. */
  readonly findings: readonly Pick<Finding, 'severity'>[]
  /** Images that are surely or probably pulled from a registry of Azure, and got no verdict. */
  readonly unjudged: number
  /** Parts of what was named that were not read. */
  readonly unread: number
  /** Places that name an image. */
  readonly uses: number
  /** Whether what is open was not so before and is not suppressed; absent: nobody compared or suppressed anything. */
  readonly opensAnew?: boolean
  /** How many findings do not count; absent: none. */
  readonly left?: Left
}

const failing: Readonly<Record<FailOn, readonly Severity[]>> = {
  error: ['error'],
  warning: ['error', 'warning'],
  note: ['error', 'warning', 'note'],
  unknown: ['error', 'unknown'],
  never: []
}

/** Something that was named, and of which nobody can say what becomes of its pulls. */
const isOpen = ({ verdicts, findings, unjudged, unread, uses }: Evidence): boolean =>
  uses === 0 ||
  unread > 0 ||
  unjudged > 0 ||
  findings.some(({ severity }) => severity === 'unknown') ||
  verdicts.some(({ result }) => result === 'unknown')

/** `pass` says that every pull was judged and none is blocked; that no finding counts is not enough for it. */
export function conclusionOf(evidence: Evidence, failOn: FailOn): Conclusion {
  if (evidence.findings.some(({ severity }) => failing[failOn].includes(severity))) return 'fail'
  if (isOpen(evidence))
    return failOn === 'unknown' && evidence.opensAnew !== false ? 'fail' : 'inconclusive'
  return evidence.verdicts.some(({ result }) => result === 'no-pull') ? 'inconclusive' : 'pass'
}

/** From what blocks to what is good to know. */
const degrees = ['error', 'warning', 'note'] as const

/** Why a blocked pull made no run fail; null where none is blocked, or the run did fail. */
export function notFailedBecause(evidence: Evidence, failOn: FailOn): NotFailed | null {
  const isBlocked = evidence.verdicts.some(({ result }) => result === 'no-pull')
  if (!isBlocked || conclusionOf(evidence, failOn) === 'fail') return null
  const worst = degrees.find(degree =>
    evidence.findings.some(({ severity }) => severity === degree)
  )
  const { left } = evidence
  return {
    failOn,
    worst: worst ?? null,
    ...(left === undefined || left.old + left.suppressed === 0 ? {} : { left })
  }
}
