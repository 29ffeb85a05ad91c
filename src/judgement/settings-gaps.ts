import type { Gap } from '../reports/report.ts'
import type { SettingsUse } from '../settings/settings-use.ts'

/**
 * A pull request with a settings file, and nobody knows what that of its base says: the base decides what is deployed and how it
 * is judged, so that not everything was read that had to be.
 */
export const settingsGaps = (uses: readonly SettingsUse[]): readonly Gap[] =>
  uses.some(({ from, applied }) => from === 'head' && !applied)
    ? uses
        .filter(({ from, applied, keys }) => from === 'base' && !applied && keys.length === 0)
        .map(({ file, reason }) => ({
          kind: 'unreadable',
          file,
          line: 1,
          reason: `What the settings file of the base says is not known: ${reason ?? ''}`
        }))
    : []
