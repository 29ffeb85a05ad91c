import { mkdtempSync, mkdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'
import { allSettings } from '../../src/settings/settings-file.ts'
import { InputError } from '../../src/base/errors.ts'
import { settingsFromEnvironment, settingsFromFile } from '../../src/settings/settings.ts'

const workspace = (files: Readonly<Record<string, string>>): string => {
  const folder = mkdtempSync(join(tmpdir(), 'settings-'))
  mkdirSync(join(folder, '.github'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

test('the settings file takes scalars, lists and maps', () => {
  const text = 'manifests:\n  - deploy\n  - charts\nfail-on: warning\nvariables:\n  ACR: contoso\n'
  expect(settingsFromFile('config.yaml', text)).toEqual({
    manifests: ['deploy', 'charts'],
    'fail-on': ['warning'],
    variables: ['ACR=contoso']
  })
})

test('an empty settings file sets nothing', () => {
  expect(settingsFromFile('config.yaml', '# nothing\n')).toEqual({})
})

describe('a settings file that is wrong', () => {
  test.each([
    ['an unknown key', 'manifest: deploy\n', "unknown key 'manifest'"],
    ['a nested list', 'manifests:\n  - - deploy\n', "no usable value at 'manifests"],
    ['no map', '- deploy\n', 'no usable value'],
    ['no YAML', 'manifests: [deploy\n', 'is no YAML']
  ])('%s', (_name, text, words) => {
    expect(() => settingsFromFile('config.yaml', text)).toThrow(InputError)
    expect(() => settingsFromFile('config.yaml', text)).toThrow(words)
  })
})

test('environment variables carry one value a line for lists', () => {
  const settings = settingsFromEnvironment({
    ACR_PULL_CHECK_MANIFESTS: 'deploy\ncharts\n',
    ACR_PULL_CHECK_FAIL_ON: 'note',
    ACR_PULL_CHECK_FACTS: '',
    PATH: '/bin'
  })
  expect(settings).toEqual({ manifests: ['deploy', 'charts'], 'fail-on': ['note'] })
})

test('a flag wins over the environment, which wins over the file', () => {
  const folder = workspace({
    '.acr-pull-check.yaml': 'fail-on: warning\nnamespace: file\nhelm-release: file\n'
  })
  const settings = allSettings(
    { 'fail-on': ['never'] },
    { ACR_PULL_CHECK_FAIL_ON: 'note', ACR_PULL_CHECK_NAMESPACE: 'environment' },
    folder
  )
  expect(settings).toEqual({
    'fail-on': ['never'],
    namespace: ['environment'],
    'helm-release': ['file']
  })
})

test('the file may lie in .github', () => {
  const folder = workspace({ '.github/.acr-pull-check.yaml': 'fail-on: note\n' })
  expect(allSettings({}, {}, folder)).toEqual({ 'fail-on': ['note'] })
})

test('a named file that is missing is an error', () => {
  expect(() => allSettings({ config: ['none.yaml'] }, {}, workspace({}))).toThrow(
    'Settings file none.yaml does not exist'
  )
})
