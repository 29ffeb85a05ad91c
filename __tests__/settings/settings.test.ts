import { describe, expect, test } from '@jest/globals'
import { InputError } from '../../src/base/errors.ts'
import { settingsFromEnvironment } from '../../src/settings/settings.ts'
import { settingsFromFile } from '../../src/settings/settings-file.ts'

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
