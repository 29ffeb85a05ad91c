import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { checks } from '../../src/checks/index.ts'
import { completionScript } from '../../src/settings/completion.ts'

const place = mkdtempSync(join(tmpdir(), 'acr-pull-check-completion-'))
const script = join(place, 'completion.bash')
writeFileSync(script, completionScript('bash'))

afterAll(() => {
  rmSync(place, { recursive: true })
})

/** What a real bash offers at the end of the line. */
const offered = (words: readonly string[]): readonly string[] =>
  execFileSync(
    'bash',
    [
      '-c',
      'source "$1"; shift; COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _acr_pull_check; printf "%s\\n" "${COMPREPLY[@]}"',
      'bash',
      script,
      ...words
    ],
    { encoding: 'utf8' }
  )
    .trim()
    .split('\n')

describe('bash completes', () => {
  test.each<[string, readonly string[], readonly string[]]>([
    ['commands', ['acr-pull-check', 'co'], ['collect', 'completion']],
    ['options of the command', ['acr-pull-check', 'check', '--facts-'], ['--facts-out']],
    ['values that are a list', ['acr-pull-check', 'check', '--registry-lookup', 'r'], ['require']],
    ['formats of the command', ['acr-pull-check', 'images', '-o', ''], ['text', 'json']],
    ['shells', ['acr-pull-check', 'completion', 'z'], ['zsh']],
    ['nothing of ours where files may stand', ['acr-pull-check', 'check', ''], ['']]
  ])('%s', (_name, words, expected) => {
    expect(offered(words)).toEqual(expected)
  })

  test('the checks that explain knows', () => {
    expect(offered(['acr-pull-check', 'explain', ''])).toEqual(checks.map(({ id }) => id))
  })
})

test.each(['zsh', 'fish'])('the script for %s names every command and its options', shell => {
  const text = completionScript(shell)
  for (const word of ['collect', 'explain', 'facts-out', 'registry-lookup'])
    expect(text).toContain(word)
})

test('a shell that is not known is refused with those that are', () => {
  expect(() => completionScript('ksh')).toThrow('bash, zsh or fish')
  expect(() => completionScript(undefined)).toThrow('No shell is named')
})
