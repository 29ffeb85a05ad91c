import { describe, expect, test } from '@jest/globals'
import { parseCommandLine } from '../../src/settings/command-line.ts'
import { helpText } from '../../src/settings/help.ts'
import { InputError } from '../../src/base/errors.ts'
import { options } from '../../src/settings/options.ts'

test('flags become settings under the names of the options', () => {
  const call = parseCommandLine([
    'check',
    'deploy',
    'more/*.yaml',
    '--cluster',
    'a/b/c',
    '--cluster=d/e/f',
    '--no-render',
    '--quiet',
    '--fail-on',
    'never'
  ])
  expect(call).toMatchObject({
    command: 'check',
    settings: {
      manifests: ['deploy', 'more/*.yaml'],
      clusters: ['a/b/c', 'd/e/f'],
      render: ['false'],
      quiet: ['true'],
      'fail-on': ['never']
    }
  })
})

test('a dash alone is standard input, no flag', () => {
  expect(parseCommandLine(['images', '-'])).toMatchObject({ settings: { manifests: ['-'] } })
})

describe('what is not understood names the cure', () => {
  test.each<[string, readonly string[], string]>([
    ['an unknown command', ['chek'], "'chek' is no command: write one of check, images"],
    [
      'an unknown flag',
      ['check', '--clutser', 'x'],
      'acr-pull-check check --help lists the options'
    ],
    ['a flag of another command', ['images', '--facts', 'x'], 'acr-pull-check images --help'],
    ['a flag without its value', ['check', '--facts'], 'acr-pull-check check --help']
  ])('%s', (_name, words, expected) => {
    expect(() => parseCommandLine(words)).toThrow(InputError)
    expect(() => parseCommandLine(words)).toThrow(expected)
  })
})

describe('help', () => {
  test.each<[readonly string[], string | null]>([
    [['--help'], null],
    [['-h'], null],
    [['check', '--help'], 'check'],
    [['help', 'collect'], 'collect']
  ])('%j is about %s', (words, about) => {
    expect(parseCommandLine(words)).toEqual({ command: 'help', about })
  })

  test('lists every flag of a command with its description', () => {
    const text = helpText('check')
    for (const { flag, commands, description } of options)
      if (flag !== null && commands.includes('check')) {
        expect(text).toContain(`--${flag}`)
        expect(text).toContain(description)
      }
  })
})
