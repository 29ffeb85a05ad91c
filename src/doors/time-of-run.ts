import { stdout } from 'node:process'
import { runTime, type RunTime } from '../base/run-time.ts'
import { timeLimit } from '../settings/inputs.ts'
import type { Settings } from '../settings/setting-values.ts'
import { mergeSettings, settingsFromEnvironment } from '../settings/settings.ts'

/** As monotonic as performance.now(), whose module takes milliseconds to load. */
const clock = (): number => process.uptime() * 1000

/**
 * The time of a run that begins now. The workflow alone says how long it is, so that it holds while settings files are read.
 *
 * @throws InputError when that is no duration.
 */
export const timeOfRun = (
  given: Settings,
  environment: Readonly<Record<string, string | undefined>>
): RunTime => runTime(timeLimit(mergeSettings(settingsFromEnvironment(environment), given)), clock)

const grace = 1000

/** What nobody waits for any more, such as a connection that was given up, must not hold the process. */
export async function endSoon(): Promise<void> {
  await new Promise<void>(resolve => {
    stdout.write('', () => {
      resolve()
    })
  })
  setTimeout(() => process.exit(), grace).unref()
}
