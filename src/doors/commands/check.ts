import type { ExitCode } from '../../base/errors.ts'
import { troubleOf } from '../../base/trouble.ts'
import { exitCodeOf, printedTarget } from '../exit-code.ts'
import { reportOfTrouble } from '../failing.ts'
import { checkInputs } from '../../settings/inputs.ts'
import { clearReportTargets, type ReportTarget } from '../../settings/report-targets.ts'
import type { Settings } from '../../settings/setting-values.ts'
import type { SettingsUse } from '../../settings/settings-use.ts'
import { reportersIn, textFor } from '../../reports/index.ts'
import type { Report } from '../../reports/report.ts'
import { run } from '../../run.ts'
import { surroundings } from '../surroundings.ts'
import { giveBackSpentMemory } from '../spent-memory.ts'
import type { Terminal } from '../terminal.ts'
import { writeNamedFile } from '../../files/write-named.ts'

/** A file that cannot be written takes no other away; the first fault is told when all are done. */
export function writeFiles(
  report: Report,
  targets: readonly ReportTarget[],
  { workspace, environment }: Pick<Terminal, 'workspace' | 'environment'>
): void {
  const reporters = reportersIn(surroundings(environment, workspace, targets))
  const faults: unknown[] = []
  for (const { format, file } of targets)
    if (file !== null)
      try {
        giveBackSpentMemory()
        writeNamedFile(workspace, file, reporters[format](report))
      } catch (error) {
        faults.push(error)
      }
  if (faults.length > 0) throw faults[0]
}

/** Renders every target; what goes to standard output comes last, when the files are safe. */
export async function deliver(
  report: Report,
  targets: readonly ReportTarget[],
  terminal: Terminal
): Promise<void> {
  writeFiles(report, targets, terminal)
  giveBackSpentMemory()
  const { format } = printedTarget(targets)
  const reporters = reportersIn(surroundings(terminal.environment, terminal.workspace, targets))
  const render = format === 'text' ? textFor(terminal.layout) : reporters[format]
  await terminal.print(render(report))
}

/**
 * Programs that read a report learn from it too that there was none; people are told by whoever caught the error. Where
 * not even that can be written, the error itself still decides how the run ends.
 */
export async function deliverTrouble(
  error: unknown,
  settings: Settings,
  uses: readonly SettingsUse[],
  terminal: Terminal
): Promise<void> {
  const targets = clearReportTargets(settings)
  const report = reportOfTrouble(troubleOf(error), settings, uses)
  try {
    if (printedTarget(targets).format === 'text') writeFiles(report, targets, terminal)
    else await deliver(report, targets, terminal)
  } catch (further) {
    terminal.complain(`acr-pull-check: ${troubleOf(further).message}`)
  }
}

async function judged(
  settings: Settings,
  terminal: Terminal,
  uses: readonly SettingsUse[]
): Promise<{ readonly report: Report; readonly targets: readonly ReportTarget[] }> {
  try {
    const inputs = checkInputs(settings, uses)
    return { report: await run(inputs, terminal), targets: inputs.reports }
  } catch (error) {
    await deliverTrouble(error, settings, uses, terminal)
    throw error
  }
}

export async function check(
  settings: Settings,
  terminal: Terminal,
  uses: readonly SettingsUse[]
): Promise<ExitCode> {
  const { report, targets } = await judged(settings, terminal, uses)
  await deliver(report, targets, terminal)
  return exitCodeOf(report, targets)
}
