import type { Gap } from '../reports/report.ts'
import type { SettingsUse } from '../settings/settings-use.ts'

/**
 * Nobody knows what the settings file of the base says: the base decides what is deployed and how it is judged, so that not
 * everything was read that had to be. That the pull request has no such file says nothing: it may have taken it away.
 */
export const settingsGaps = (uses: readonly SettingsUse[]): readonly Gap[] =>
  uses
    .filter(({ from, applied, keys }) => from === 'base' && !applied && keys.length === 0)
    .map(({ file, reason }) => ({
      kind: 'unreadable',
      file,
      line: 1,
      reason: `What the settings file of the base says, or that it has none, is not known: ${reason ?? ''}`
    }))
