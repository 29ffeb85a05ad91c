import { counted } from '../../base/sentences.ts'
import type { Finding } from '../../checks/check.ts'
import type { Report, ReportSuppression } from '../report.ts'

/** Neither old nor suppressed. */
export const counts = ({ new: isNew, suppressed }: Finding): boolean =>
  isNew !== false && suppressed === null

/** Findings that the base has too; a suppressed one is told with its reason instead. */
export const oldFindings = ({ findings }: Report): readonly Finding[] =>
  findings.filter(finding => finding.new === false && finding.suppressed === null)

const shortCommit = (commit: string): string => commit.slice(0, 10)

/** What came of new-since, in a sentence without full stop; null where nobody asked for it. */
export function sinceSentence(report: Report): string | null {
  const { since, summary } = report
  if (since === null) return null
  const base = since.commit === null ? 'the base' : `commit ${shortCommit(since.commit)}`
  if (since.reason !== null)
    return `Everything counts as new, because ${base} could not be judged: ${since.reason}`
  const old = oldFindings(report).length
  const isNew = Object.values(summary.new ?? {}).reduce((sum, count) => sum + count, 0)
  return `Held against ${base}: ${counted(isNew, 'new finding')}, ${counted(old, 'old one', 'old ones')}`
}

const places = {
  comment: 'comment',
  annotation: 'annotation',
  config: 'settings',
  baseline: 'baseline'
}

/** `no-pull-grant: "moves in May" (comment at deploy/web.yaml:8, 2 findings)`. */
export function suppressionText(use: ReportSuppression): string {
  const { by, reason, place, checks, findings } = use
  const where = place === null ? '' : ` at ${place.file}:${place.line}`
  const what = checks.length === 0 ? 'all checks' : checks.join(', ')
  return `${what}: "${reason}" (${places[by]}${where}, ${counted(findings, 'finding')})`
}

/** Suppressions that the pull request adds, and all others; what lies in the baseline is told by number alone. */
export function suppressionsOf({ suppressions }: Report): {
  readonly added: readonly ReportSuppression[]
  readonly others: readonly ReportSuppression[]
} {
  const isAdded = ({ added }: ReportSuppression): boolean => added === true
  return {
    added: suppressions.filter(isAdded),
    others: suppressions.filter(use => !isAdded(use))
  }
}

/** What a heading says of suppressions that the pull request adds, without full stop. */
export function addedSentence(added: readonly ReportSuppression[]): string {
  const silenced = added.reduce((sum, { findings }) => sum + findings, 0)
  const [first] = added
  return first?.applied === false
    ? `This pull request would silence ${counted(silenced, 'finding')}, which counts only once the base has it`
    : `This pull request silences ${counted(silenced, 'finding')}`
}
