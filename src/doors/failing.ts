import type { Trouble } from '../base/trouble.ts'
import { failedRun } from '../judgement/failed-run.ts'
import type { Report } from '../reports/report.ts'
import { first, type Settings } from '../settings/setting-values.ts'
import type { SettingsUse } from '../settings/settings-use.ts'

/** The report of a run that ended with an error, for whoever reads reports and no logs. */
export const reportOfTrouble = (
  { message, exitCode }: Trouble,
  settings: Settings,
  uses: readonly SettingsUse[]
): Report =>
  failedRun(
    // Behind the first line stands the stack of a fault of ours, which is for the log.
    { message: message.split('\n', 1).join(''), exitCode },
    first(settings, 'facts') === null ? 'azure' : 'file',
    uses
  )
