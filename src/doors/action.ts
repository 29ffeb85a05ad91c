import { join } from 'node:path'
import { cwd, env } from 'node:process'
import { info, setFailed, setSecret } from '@actions/core'
import { writeFiles } from './commands/check.ts'
import { exitCodeOf } from './exit-code.ts'
import { reportOfTrouble } from './failing.ts'
import { gatherSettings, type Gathered } from '../settings-source/settings-source.ts'
import type { RunTime } from '../base/run-time.ts'
import { exitCode, type ExitCode } from '../base/errors.ts'
import type { FactsWorld } from '../facts-source/facts-source.ts'
import { commentWorld, publishComment } from '../github/comment.ts'
import { checkRunWorld, publishCheckRun } from '../github/check-run.ts'
import { readEvent } from '../github/environment.ts'
import { getIdToken, missingToken } from '../github/id-token.ts'
import { readActionInputs, type ActionInputs } from '../github/inputs.ts'
import { publishOutputs, publishReport } from '../github/publish.ts'
import { checkInputs } from '../settings/inputs.ts'
import { clearReportTargets, type ReportTarget } from '../settings/report-targets.ts'
import { first, oneOf, switched, type Settings } from '../settings/setting-values.ts'
import { writeNamedFile } from '../files/write-named.ts'
import { options, reportFileInputs } from '../settings/options.ts'
import { logText } from '../reports/escape.ts'
import { reporters, wholeText } from '../reports/index.ts'
import { settingsSentence } from '../reports/wording/settings-text.ts'
import { headline } from '../reports/wording/words.ts'
import type { SettingsUse } from '../settings/settings-use.ts'
import type { Report } from '../reports/report.ts'
import { run } from '../run.ts'
import { endSoon, timeOfRun } from './time-of-run.ts'
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

type OutsideWorld = Omit<FactsWorld, 'time'>

const actionWorld = (): OutsideWorld => ({
  workspace: env['GITHUB_WORKSPACE'] ?? cwd(),
  environment: env,
  now: () => new Date(),
  progress: text => {
    info(logText(text))
  },
  getIdToken,
  whyNoToken: () => missingToken(readEvent(env), env)
})

/** Where one JSON report for later steps stands in any case. */
const standingReport = (workspace: string): string =>
  join(env['RUNNER_TEMP'] ?? workspace, 'acr-pull-check', 'report.json')

const jsonReport = (targets: readonly ReportTarget[], workspace: string): string =>
  targets.find(({ format }) => format === 'json')?.file ?? standingReport(workspace)

type CommentRequest = {
  readonly mode: 'on-failure' | 'always'
  readonly token: string
  readonly time: RunTime
}

/** What a run leaves behind, however it ended. */
type Ending = {
  readonly report: Report
  readonly targets: readonly ReportTarget[]
  readonly code: ExitCode
  /** With which the step fails, where the code is not 0. */
  readonly message: string
  /** For a check run of its own, or null. */
  readonly checkRun: { readonly token: string; readonly time: RunTime } | null
  readonly comment: CommentRequest | null
}

async function judged({ settings, uses }: Gathered, world: FactsWorld): Promise<Ending> {
  const token = first(settings, 'github-token') ?? ''
  const inputs = checkInputs(settings, uses)
  const wantsCheckRun = switched(settings, 'check-run', false)
  const mode = oneOf(settings, 'comment', ['never', 'on-failure', 'always'], 'never')
  const report = await run(inputs, world)
  info(wholeText(reporters.text(report)))
  return {
    report,
    targets: inputs.reports,
    code: exitCodeOf(report, inputs.reports),
    message: headline(report),
    checkRun: wantsCheckRun ? { token, time: world.time } : null,
    comment: mode === 'never' ? null : { mode, token, time: world.time }
  }
}

/** Where there is no report, its reason may lie in what did not count of the settings files. */
function ended(error: unknown, given: Settings, uses: readonly SettingsUse[]): Ending {
  const trouble = troubleOf(error)
  for (const use of uses) info(logText(`${settingsSentence(use)}.`))
  return {
    report: reportOfTrouble(trouble, given, uses),
    targets: clearReportTargets(given),
    code: trouble.exitCode,
    message: trouble.message,
    checkRun: null,
    comment: null
  }
}

async function endingOf(given: Settings, outside: OutsideWorld): Promise<Ending> {
  let uses: readonly SettingsUse[] = []
  try {
    const world = { ...outside, time: timeOfRun(given, outside.environment) }
    const gathered = await gatherSettings(given, { ...world, isOnline: true })
    uses = gathered.uses
    return await judged(gathered, world)
  } catch (error) {
    return ended(error, given, uses)
  }
}

/** Each thing that a run leaves is there whatever became of the others: the first fault is told when all are done. */
async function publish(
  { report, targets, checkRun, comment }: Ending,
  { workspace, environment }: OutsideWorld
): Promise<void> {
  const faults: unknown[] = []
  const attempt = async (step: () => void | Promise<void>): Promise<void> => {
    try {
      await step()
    } catch (error) {
      faults.push(error)
    }
  }
  await attempt(() => publishReport(report))
  if (checkRun !== null)
    await attempt(() => publishCheckRun(report, checkRun.token, checkRunWorld(checkRun.time)))
  if (comment !== null)
    await attempt(() =>
      publishComment(report, comment.mode, commentWorld(comment.token, comment.time))
    )
  await attempt(() => {
    writeNamedFile(workspace, standingReport(workspace), reporters.json(report))
  })
  await attempt(() => {
    writeFiles(report, targets, { workspace, environment })
  })
  await attempt(() => {
    publishOutputs(report.summary, jsonReport(targets, workspace))
  })
  if (faults.length > 0) throw faults[0]
}

/** The one place that fails the step; the exit code tells scripts the same as the command line's does. */
function fail(message: string, code: number): void {
  setFailed(logText(message))
  process.exitCode = code
}

/** The GitHub door. */
export async function runAction(): Promise<void> {
  const world = actionWorld()
  const given = settingsFromInputs(readActionInputs())
  // Before anything is said that could hold it.
  for (const token of given['github-token'] ?? []) setSecret(token)
  const ending = await endingOf(given, world)
  const unpublished = await publish(ending, world).then(() => null, troubleOf)
  if (unpublished !== null) fail(unpublished.message, unpublished.exitCode)
  if (ending.code !== exitCode.ok) fail(ending.message, ending.code)
  await endSoon()
}
