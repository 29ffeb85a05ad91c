import { existsSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { expect, test } from '@jest/globals'
import { pages, root } from './pages.ts'

const withoutCode = (text: string): string => text.replace(/^```[\s\S]*?^```/gm, '')

/** GitHub's anchor of a heading: lower case, spaces as dashes, nothing but letters, digits and dashes. */
const anchorOf = (heading: string): string =>
  heading
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-')

const anchorsOf = (text: string): ReadonlySet<string> =>
  new Set(
    [...withoutCode(text).matchAll(/^#+ (.+)$/gm)].map(([, heading = '']) => anchorOf(heading))
  )

const linksOf = (text: string): readonly string[] =>
  [...withoutCode(text).matchAll(/\]\(([^)\s]+)\)/g)].map(([, target = '']) => target)

const isOutside = (target: string): boolean => /^[a-z]+:/.test(target)

const all = pages()

/** Files that npm run docs writes beside the pages. */
const alsoGenerated: readonly string[] = ['docs/acr-pull-check-reader.role.json']

function isBroken(file: string, target: string): boolean {
  const [path = '', anchor] = target.split('#')
  const linked = path === '' ? file : normalize(join(dirname(file), path))
  const text = all.get(linked)
  if (text === undefined) return !existsSync(join(root, linked)) && !alsoGenerated.includes(linked)
  return anchor !== undefined && !anchorsOf(text).has(anchor)
}

test.each([...all.keys()])('every link within the repository in %s leads somewhere', file => {
  const targets = linksOf(all.get(file) ?? '').filter(target => !isOutside(target))
  expect(targets.filter(target => isBroken(file, target))).toEqual([])
})

test('a link to a missing file or heading is noticed', () => {
  expect(isBroken('docs/architecture.md', 'nowhere.md')).toBe(true)
  expect(isBroken('docs/architecture.md', 'failure-causes.md#z99')).toBe(true)
  expect(isBroken('docs/architecture.md', 'failure-causes.md#z1')).toBe(false)
})
