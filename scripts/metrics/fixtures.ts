import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { filesBelow, lineCount, root } from './sources.ts'

export type Share = { readonly what: string; readonly files: number; readonly lines: number }

const kinds: readonly (readonly [what: string, RegExp])[] = [
  ['worlds', /^__tests__\/worlds\/[^/]+\.json$/],
  ['cases as changes of a world', /\/facts\.yaml$/],
  ['cases as whole facts', /\/facts\.json$/],
  ['expectations', /\/expected\.txt$/],
  ['manifests', /\/manifest\.yaml$|\/manifests\//]
]

/** How much there is of each kind of file that the fixtures of the checks are made of. */
export function fixtureShares(): readonly Share[] {
  const files = [...filesBelow('__tests__/worlds'), ...filesBelow('__tests__/checks')]
  return kinds.map(([what, pattern]) => {
    const ofKind = files.filter(path => pattern.test(path))
    const lines = ofKind.map(path => lineCount(readFileSync(join(root, path), 'utf8')))
    return { what, files: ofKind.length, lines: lines.reduce((sum, count) => sum + count, 0) }
  })
}
