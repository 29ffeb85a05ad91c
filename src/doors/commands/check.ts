import { exitCode, type ExitCode } from '../../base/errors.ts'
import { checkInputs, type ReportTarget } from '../../settings/inputs.ts'
import type { Settings } from '../../settings/setting-values.ts'
import { reporters, textReport } from '../../reports/index.ts'
import { nothingJudged } from '../../reports/coverage.ts'
import type { Report } from '../../reports/report.ts'
import { run } from '../../run.ts'
import type { Terminal } from '../terminal.ts'
import { writeNamedFile } from '../../files/write-named.ts'

const printed = (targets: readonly ReportTarget[]): ReportTarget =>
  targets.find(target => target.file === null) ?? { format: 'text', file: null }

/** Renders every target; what goes to standard output comes last, when the files are safe. */
export function deliver(
  report: Report,
  targets: readonly ReportTarget[],
  terminal: Terminal
): void {
  for (const { format, file } of targets)
    if (file !== null) writeNamedFile(terminal.workspace, file, reporters[format](report))
  const { format } = printed(targets)
  terminal.print(
    format === 'text' ? textReport(report, terminal.layout) : reporters[format](report)
  )
}

/** A consumer of SARIF reads the file, so findings are no failure there (as zizmor does). */
export function exitCodeOf(report: Report, targets: readonly ReportTarget[]): ExitCode {
  if (report.clusters.some(cluster => cluster.reason !== null)) return exitCode.factsUnreadable
  if (report.summary.conclusion === 'fail')
    return printed(targets).format === 'sarif' ? exitCode.ok : exitCode.findings
  return nothingJudged(report) ? exitCode.nothingToJudge : exitCode.ok
}

export async function check(settings: Settings, terminal: Terminal): Promise<ExitCode> {
  const inputs = checkInputs(settings)
  const report = await run(inputs, terminal)
  deliver(report, inputs.reports, terminal)
  return exitCodeOf(report, inputs.reports)
}
