import { join } from 'node:path'
import { cwd, env } from 'node:process'
import { info, setFailed, setSecret } from '@actions/core'
import { exitCodeOf } from './commands/check.ts'
import { allSettings } from '../settings/settings-file.ts'
import { exitCode } from '../base/errors.ts'
import type { FactsWorld } from '../facts-source/facts-source.ts'
import { publishCheckRun } from '../github/check-run.ts'
import { getIdToken } from '../github/id-token.ts'
import { readActionInputs, type ActionInputs } from '../github/inputs.ts'
import { publishOutputs, publishReport } from '../github/publish.ts'
import { checkInputs, type CheckInputs } from '../settings/inputs.ts'
import { first, switched, type Settings } from '../settings/setting-values.ts'
import { writeNamedFile } from '../files/write-named.ts'
import { options, reportFileInputs } from '../settings/options.ts'
import { logText } from '../reports/escape.ts'
import { reporters } from '../reports/index.ts'
import { headline } from '../reports/words.ts'
import type { Report } from '../reports/report.ts'
import { run } from '../run.ts'
import { valuesOf } from '../settings/settings.ts'
import { troubleOf } from '../base/trouble.ts'

/** Inputs by the names of action.yml to settings by the names of the options; empty inputs count as absent. */
export function settingsFromInputs(inputs: ActionInputs): Settings {
  const given = options.flatMap(option => {
    const values = option.input === null ? [] : valuesOf(option, inputs[option.input] ?? '')
    return values.length === 0 ? [] : [[option.name, values] as const]
  })
  const files = reportFileInputs.flatMap(({ input, format }) => {
    const file = inputs[input] ?? ''
    return file === '' ? [] : [`${format}=${file}`]
  })
  return { ...Object.fromEntries(given), ...(files.length === 0 ? {} : { format: files }) }
}

const actionWorld = (): FactsWorld => ({
  workspace: env['GITHUB_WORKSPACE'] ?? cwd(),
  environment: env,
  now: () => new Date(),
  progress: text => {
    info(logText(text))
  },
  getIdToken
})

/** Where one JSON report for later steps stands in any case. */
const standingReport = (workspace: string): string =>
  join(env['RUNNER_TEMP'] ?? workspace, 'acr-pull-check', 'report.json')

const jsonReport = ({ reports }: CheckInputs, workspace: string): string =>
  reports.find(({ format }) => format === 'json')?.file ?? standingReport(workspace)

function writeReportFiles(report: Report, { reports }: CheckInputs, workspace: string): void {
  writeNamedFile(workspace, standingReport(workspace), reporters.json(report))
  for (const { format, file } of reports)
    if (file !== null) writeNamedFile(workspace, file, reporters[format](report))
}

async function carryOut(): Promise<void> {
  const world = actionWorld()
  const settings = allSettings(settingsFromInputs(readActionInputs()), env, world.workspace)
  const token = first(settings, 'github-token') ?? ''
  if (token !== '') setSecret(token)
  const inputs = checkInputs(settings)
  const wantsCheckRun = switched(settings, 'check-run', false)
  const report = await run(inputs, world)
  info(reporters.text(report))
  await publishReport(report)
  if (wantsCheckRun) await publishCheckRun(report, token)
  // Last, because a file that cannot be written must not take away what the pull request shows.
  writeReportFiles(report, inputs, world.workspace)
  publishOutputs(report.summary, jsonReport(inputs, world.workspace))
  const code = exitCodeOf(report, inputs.reports)
  if (code !== exitCode.ok) fail(headline(report), code)
}

/** The one place that fails the step; the exit code tells scripts the same as the command line's does. */
function fail(message: string, code: number): void {
  setFailed(logText(message))
  process.exitCode = code
}

/** The GitHub door. */
export async function runAction(): Promise<void> {
  try {
    await carryOut()
  } catch (error) {
    const trouble = troubleOf(error)
    fail(trouble.message, trouble.exitCode)
  }
}
