import type { SettingsOrigin, SettingsUse } from '../../settings/settings-use.ts'

const origins: Readonly<Record<SettingsOrigin, string>> = {
  base: 'of the base',
  head: 'of this pull request',
  workflow: 'that the workflow named',
  'working-tree': ''
}

const ofCommit = ({ commit }: SettingsUse): string => (commit === null ? '' : ` (commit ${commit})`)

const subject = (use: SettingsUse): string =>
  ['Settings file', use.file, `${origins[use.from]}${ofCommit(use)}`]
    .filter(word => word !== '')
    .join(' ')

const named = (keys: readonly string[]): string =>
  [keys.slice(0, -1).join(', '), ...keys.slice(-1)].filter(text => text !== '').join(' and ')

/** What came of a settings file, in one sentence without full stop. */
export function settingsSentence(use: SettingsUse): string {
  const { file, keys, applied, reason } = use
  if (keys.length > 0)
    return applied
      ? `${subject(use)} counts with ${named(keys)}`
      : `${subject(use)} does not count with ${named(keys)}: ${reason ?? ''}`
  return applied
    ? `${subject(use)} sets nothing`
    : `What settings file ${file} of the base${ofCommit(use)} says is not known, so none counts: ${reason ?? ''}`
}

/** What somebody has to know who relies on the settings. */
export const notApplied = (uses: readonly SettingsUse[]): readonly string[] =>
  uses.filter(use => !use.applied).map(settingsSentence)

export const applied = (uses: readonly SettingsUse[]): readonly string[] =>
  uses.filter(use => use.applied).map(settingsSentence)
