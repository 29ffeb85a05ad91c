import { expect, test } from '@jest/globals'
import { settingsSentence } from '../../../src/reports/wording/settings-text.ts'
import type { SettingsUse } from '../../../src/settings/settings-use.ts'

const use: SettingsUse = {
  file: 'x.yaml',
  from: 'base',
  commit: 'abc',
  keys: ['a', 'b', 'c'],
  applied: true,
  reason: null
}

test.each<[Partial<SettingsUse>, string]>([
  [{}, 'Settings file x.yaml of the base (commit abc) counts with a, b and c'],
  [{ keys: ['a'] }, 'Settings file x.yaml of the base (commit abc) counts with a'],
  [{ keys: [] }, 'Settings file x.yaml of the base (commit abc) sets nothing'],
  [{ from: 'working-tree', commit: null, keys: ['a'] }, 'Settings file x.yaml counts with a'],
  [
    { from: 'workflow', commit: null, keys: ['a', 'b'] },
    'Settings file x.yaml that the workflow named counts with a and b'
  ],
  [
    { from: 'head', keys: ['a'], applied: false, reason: 'it must not' },
    'Settings file x.yaml of this pull request (commit abc) does not count with a: it must not'
  ],
  [
    { keys: [], applied: false, reason: 'nobody says' },
    'What settings file x.yaml of the base (commit abc) says is not known, so none counts: nobody says'
  ],
  [
    { commit: null, keys: [], applied: false, reason: 'nobody says' },
    'What settings file x.yaml of the base says is not known, so none counts: nobody says'
  ]
])('%j is told in one sentence', (changes, expected) => {
  expect(settingsSentence({ ...use, ...changes })).toBe(expected)
})
