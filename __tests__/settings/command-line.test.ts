import { describe, expect, test } from '@jest/globals'
import { parseCommandLine } from '../../src/settings/command-line.ts'
import { helpText } from '../../src/settings/help.ts'
import { commands } from '../../src/settings/commands.ts'
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

test('the short options of az and kubectl are taken', () => {
  expect(
    parseCommandLine(['check', 'more', '-f', 'deploy', '-g', 'rg', '-n', 'aks', '-o', 'json'])
  ).toMatchObject({
    settings: {
      manifests: ['deploy', 'more'],
      'resource-group': ['rg'],
      'cluster-name': ['aks'],
      format: ['json']
    }
  })
})

test('a dash alone is standard input, no flag', () => {
  expect(parseCommandLine(['images', '-'])).toMatchObject({ settings: { manifests: ['-'] } })
})

describe('what is not understood names the cure', () => {
  test.each<[string, readonly string[], string]>([
    [
      'an unknown command',
      ['chek'],
      "'chek' is no command (did you mean check?): write one of check, images"
    ],
    [
      'an unknown flag',
      ['check', '--clutser', 'x'],
      'acr-pull-check check --help lists the options'
    ],
    ['an unknown command that is near a known one', ['imags'], '(did you mean images?)'],
    ['a flag that is near a known one', ['check', '--clutser', 'x'], '(did you mean --cluster?)'],
    [
      'a flag of another command',
      ['images', '--facts-out', 'x'],
      "Option '--facts-out' belongs to check, not to images: acr-pull-check images --help"
    ],
    [
      'a word that nobody reads',
      ['demo', 'x'],
      "Command demo takes no further word, and was also given 'x'"
    ],
    ['a second word', ['explain', 'no-pull-grant', 'x'], "takes one word, and was also given 'x'"],
    ['help about no command', ['help', 'chek'], '(did you mean check?)'],
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

  test.each(commands)('$name has an example that it understands', ({ name, example }) => {
    const words = example.replace(/^source <\(|\)$/g, '').split(' ')
    expect(words[0]).toBe('acr-pull-check')
    expect(parseCommandLine(words.slice(1))).toMatchObject({ command: name })
  })

  test('of images names only the formats that list images', () => {
    expect(helpText('images')).toContain('Report format: text, json;')
    expect(helpText('check')).toContain('sarif')
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
