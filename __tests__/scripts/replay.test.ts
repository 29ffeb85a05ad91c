import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { execPath } from 'node:process'
import { promisify } from 'node:util'
import { expect, test } from '@jest/globals'
import { sent } from '../../scripts/replay/named.ts'
import { writeCase } from '../../scripts/replay/new-case.ts'

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
  ['a folder holds no facts', [join(root, 'examples/manifests')], 'has no facts.json']
] as const)('a replay ends with a sentence where %s', (_, words, sentence) => {
  expect(() => sent(words)).toThrow(sentence)
})

const files = { facts: 'examples/facts.json', manifests: ['examples/manifests/shop.yaml'] }

test.each([
  ['a case is there already', 'no-pull-grant/finds-no-assignment', 'is there already'],
  ['a case belongs to no check', 'no-check/finds-it', 'names no case'],
  ['a name tells nothing of the case', 'no-pull-grant/my-case', 'names no case'],
  ['a name leads out of the cases', 'no-pull-grant/finds-x/../../y', 'names no case']
] as const)('no case is written where %s', async (_, path, sentence) => {
  await expect(writeCase(path, files)).rejects.toThrow(sentence)
})
