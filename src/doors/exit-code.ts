import { exitCode, type ExitCode } from '../base/errors.ts'
import { codeOfNothing, nothingJudged } from '../reports/coverage.ts'
import type { Report } from '../reports/report.ts'
import type { ReportTarget } from '../settings/report-targets.ts'

/** What goes to standard output: the target without a file, or text. */
export const printedTarget = (targets: readonly ReportTarget[]): ReportTarget =>
  targets.find(target => target.file === null) ?? { format: 'text', file: null }

/** A consumer of SARIF reads the file, so findings are no failure there (as zizmor does). */
export function exitCodeOf(report: Report, targets: readonly ReportTarget[]): ExitCode {
  if (report.clusters.some(cluster => cluster.reason !== null)) return exitCode.factsUnreadable
  if (report.summary.conclusion === 'fail')
    return printedTarget(targets).format === 'sarif' ? exitCode.ok : exitCode.findings
  return nothingJudged(report) ? codeOfNothing(report) : exitCode.ok
}
