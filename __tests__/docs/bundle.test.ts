import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { readText, root } from './pages.ts'

/** A chunk is loaded as `__nccwpck_require__.e(576)`; it lies in `576.index.js`. */
const loadedBy = (file: string): readonly string[] =>
  [...readText(`dist/${file}`).matchAll(/_require__\d*\.e\((\d+)\)/g)].map(
    ([, id = '']) => `${id}.index.js`
  )

const reached = (file: string, seen = new Set<string>()): ReadonlySet<string> => {
  if (seen.has(file)) return seen
  seen.add(file)
  for (const next of loadedBy(file)) reached(next, seen)
  return seen
}

test('every file of the bundle is loaded by it, or says what it is', () => {
  const told = ['licenses.txt', 'package.json']
  expect(readdirSync(join(root, 'dist')).sort()).toEqual(
    [...reached('index.js'), ...told].sort()
  )
})
