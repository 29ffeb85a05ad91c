import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'

const root = join(import.meta.dirname, '..', '..')

const replay = (...words: readonly string[]) =>
  promisify(execFile)(execPath, [join('scripts', 'replay.ts'), ...words], { cwd: root })

test('a replay shows how each verdict came about, and then the report', async () => {
  const { stdout } = await replay('examples/facts.json', 'examples/manifests', '--no-render')
  expect(stdout.match(/^ {2}rule: /gm)).toHaveLength(10)
  expect(stdout.indexOf('rule:')).toBeLessThan(stdout.indexOf('[condition-excludes-repository]'))
})

test.each([
  ['what is to be replayed is not named', [], 'Nothing is named'],
  ['a folder holds no facts', ['examples/manifests'], 'has no facts.json'],
  [
    'a case is there already',
    [
      'examples/facts.json',
      'examples/manifests/shop.yaml',
      '--write',
      'no-pull-grant/finds-no-assignment'
    ],
    'is there already'
  ],
  [
    'a case belongs to no check',
    ['examples/facts.json', 'examples/manifests/shop.yaml', '--write', 'no-check/finds-it'],
    'names no case'
  ]
] as const)('a replay ends with a sentence where %s', async (_, words, sentence) => {
  await expect(replay(...words)).rejects.toMatchObject({
    stderr: expect.stringContaining(sentence)
  })
})
