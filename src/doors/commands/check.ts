import type { ExitCode } from '../../base/errors.ts'
import { troubleOf } from '../../base/trouble.ts'
import { exitCodeOf, printedTarget } from '../exit-code.ts'
import { reportOfTrouble } from '../failing.ts'
import { checkInputs } from '../../settings/inputs.ts'
import { reportTargets, type ReportTarget } from '../../settings/report-targets.ts'
import type { Settings } from '../../settings/setting-values.ts'
import type { SettingsUse } from '../../settings/settings-use.ts'
import { reportersIn, textFor } from '../../reports/index.ts'
import type { Report } from '../../reports/report.ts'
import { run } from '../../run.ts'
import { surroundings } from '../surroundings.ts'
import type { Terminal } from '../terminal.ts'
import { writeNamedFile } from '../../files/write-named.ts'

export function writeFiles(
  report: Report,
  targets: readonly ReportTarget[],
  { workspace, environment }: Pick<Terminal, 'workspace' | 'environment'>
): void {
  const reporters = reportersIn(surroundings(environment, workspace, targets))
  for (const { format, file } of targets)
    if (file !== null) writeNamedFile(workspace, file, reporters[format](report))
}

/** Renders every target; what goes to standard output comes last, when the files are safe. */
export async function deliver(
  report: Report,
  targets: readonly ReportTarget[],
  terminal: Terminal
): Promise<void> {
  writeFiles(report, targets, terminal)
  const { format } = printedTarget(targets)
  const reporters = reportersIn(surroundings(terminal.environment, terminal.workspace, targets))
  const render = format === 'text' ? textFor(terminal.layout) : reporters[format]
  await terminal.print(render(report))
}

/** Programs that read a report learn from it too that there was none; people are told by whoever caught the error. */
async function deliverTrouble(
  error: unknown,
  settings: Settings,
  uses: readonly SettingsUse[],
  terminal: Terminal
): Promise<void> {
  const targets = reportTargets(settings)
  const report = reportOfTrouble(troubleOf(error), settings, uses)
  if (printedTarget(targets).format === 'text') writeFiles(report, targets, terminal)
  else await deliver(report, targets, terminal)
}

export async function check(
  settings: Settings,
  terminal: Terminal,
  uses: readonly SettingsUse[]
): Promise<ExitCode> {
  const inputs = checkInputs(settings, uses)
  const report = await run(inputs, terminal).catch(async (error: unknown) => {
    await deliverTrouble(error, settings, uses, terminal)
    throw error
  })
  await deliver(report, inputs.reports, terminal)
  return exitCodeOf(report, inputs.reports)
}
