import { afterAll, describe, expect, test } from '@jest/globals'
import { readdirSync, readFileSync, readlinkSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PrivateCopy, type CopyLimits } from '../../src/files/private-copy.ts'
import { PrivateDirectory } from '../../src/files/private-directory.ts'
import { Workspace } from '../../src/files/workspace.ts'
import type { Files } from '../manifests/workspace-files.ts'
import { canary, makePipe, placeWith, type Links } from './hostile-links.ts'

const wide: CopyLimits = { entries: 1_000, bytes: 1_000_000 }

const made: PrivateDirectory[] = []
afterAll(() => {
  for (const directory of made) directory.remove()
})

const copyOf = (workspace: string, limits: CopyLimits = wide) => {
  const directory = PrivateDirectory.make(tmpdir(), 'copy-test-')
  made.push(directory)
  return { directory, copy: new PrivateCopy(directory, Workspace.open(workspace), limits) }
}

/** Every file of a directory with its text, and every link with its target. */
const contents = (directory: string, above = ''): Files =>
  Object.fromEntries(
    readdirSync(directory, { withFileTypes: true }).flatMap(entry => {
      const path = join(directory, entry.name)
      const name = above + entry.name
      if (entry.isSymbolicLink()) return [[name, `-> ${readlinkSync(path)}`]]
      return entry.isFile()
        ? [[name, readFileSync(path, 'utf8')]]
        : Object.entries(contents(path, `${name}/`))
    })
  )

describe('a copy of a tree', () => {
  const copied: readonly (readonly [string, Files, Links, Files])[] = [
    ['holds its files', { 'ws/c/x/y': '1', 'ws/c/z': '2' }, {}, { 'x/y': '1', z: '2' }],
    [
      'has no .git',
      { 'ws/c/a': '1', 'ws/c/.git/config': canary, 'ws/c/x/.GIT': '' },
      {},
      { a: '1' }
    ],
    [
      'has files in the places of links',
      { 'ws/c/a': '1' },
      { 'ws/c/b': 'a', 'ws/c/c': '../a.yaml' },
      { a: '1', b: '1', c: 'a' }
    ],
    [
      'has directories in the places of links',
      { 'ws/c/a': '1', 'ws/s/x': '2' },
      { 'ws/c/charts/s': '../../s', 'ws/s/up': '../deep' },
      { a: '1', 'charts/s/x': '2', 'charts/s/up/b.yaml': 'b' }
    ]
  ]
  test.each(copied)('%s', (_name, files, links, expected) => {
    const { workspace } = placeWith(files, links)
    const { copy } = copyOf(workspace)
    expect(copy.tree(join(workspace, 'c'))).toBeNull()
    expect(contents(copy.pathOf(join(workspace, 'c')))).toEqual(expected)
  })

  const refused: readonly (readonly [string, Links, string, string])[] = [
    ['a link out', { 'ws/c/x': '../../elsewhere/secret' }, 'c/x', 'leaves'],
    ['a directory that is a link out', { 'ws/c/x': '../../elsewhere' }, 'c/x', 'leaves'],
    [
      'two links out',
      { 'ws/c/x': '../o/hop/../secret', 'ws/o/hop': 'PLACE/elsewhere/deep' },
      'c/x',
      'leaves'
    ],
    ['a link deep below', { 'ws/c/y/z/x': '/proc/self/environ' }, 'c/y/z/x', 'leaves'],
    ['a link to .git', { 'ws/c/x': '../.git/config' }, 'c/x', 'git'],
    ['a link to nothing', { 'ws/c/x': 'nothing' }, 'c/x', 'dangling'],
    ['a link to itself', { 'ws/c/x': 'x' }, 'c/x', 'loop'],
    ['a link to the directory it lies in', { 'ws/c/x': '.' }, 'c/x', 'loop'],
    ['a link to a directory above', { 'ws/c/y/x': '../..' }, 'c/y/x/c', 'loop']
  ]
  test.each(refused)('refuses %s and names it', (_name, links, file, code) => {
    const { workspace } = placeWith({ 'ws/c/a': '' }, links)
    expect(copyOf(workspace).copy.tree(join(workspace, 'c'))).toMatchObject({ file, code })
  })

  test('refuses a named pipe', () => {
    const { workspace } = placeWith({ 'ws/c/a': '' }, {})
    makePipe(join(workspace, 'c/pipe'))
    expect(copyOf(workspace).copy.tree(join(workspace, 'c'))).toMatchObject({
      file: 'c/pipe',
      code: 'irregular'
    })
  })

  const tooLarge: readonly (readonly [string, CopyLimits, Files, Links, string])[] = [
    ['bytes', { ...wide, bytes: 5 }, { 'ws/c/a': '123', 'ws/c/b': '456' }, {}, 'MB'],
    ['entries', { ...wide, entries: 20 }, manyFiles(30), {}, '20 files'],
    [
      'directories by links that double them',
      { ...wide, entries: 100 },
      { 'ws/d9/a': '' },
      doublingLinks(9),
      '100 files'
    ]
  ]
  test.each(tooLarge)('refuses more %s than it may hold', (_name, limits, files, links, most) => {
    const { workspace } = placeWith({ 'ws/c/0': '', ...files }, links)
    expect(copyOf(workspace, limits).copy.tree(join(workspace, 'c'))).toMatchObject({
      code: 'too-large',
      reason: expect.stringContaining(most)
    })
  })

  test('gives files and directories plain permissions', () => {
    const { workspace } = placeWith({ 'ws/c/a': '' }, {})
    const { directory, copy } = copyOf(workspace)
    copy.tree(join(workspace, 'c'))
    expect(statSync(directory.path).mode & 0o777).toBe(0o700)
    expect(statSync(copy.pathOf(join(workspace, 'c/a'))).mode & 0o7111).toBe(0)
  })
})

function manyFiles(count: number): Files {
  return Object.fromEntries(Array.from({ length: count }, (_, index) => [`ws/c/f${index}`, '']))
}

/** Each directory has two links to the next one. */
function doublingLinks(depth: number): Links {
  const levels = Array.from({ length: depth }, (_, level) => level)
  return Object.fromEntries(
    levels.flatMap(level =>
      ['x', 'y'].map(name => [
        level === 0 ? `ws/c/${name}` : `ws/d${level}/${name}`,
        `../d${level + 1}`
      ])
    )
  )
}

describe('a copy of single files', () => {
  test('has links of its own where links lead to directories', () => {
    const { workspace } = placeWith({ 'ws/top/f': '1' }, { 'ws/k/link': '../top' })
    const { directory, copy } = copyOf(workspace)
    expect(copy.file(join(workspace, 'k/link/f'))).toBeNull()
    expect(copy.directory(join(workspace, 'k/link'))).toBeNull()
    expect(contents(copy.pathOf(workspace))).toEqual({ 'k/link': '-> ../top', 'top/f': '1' })
    expect(copy.pathOf(workspace).startsWith(directory.path)).toBe(true)
  })

  test('has a file in the place of a link to a file', () => {
    const { workspace } = placeWith({}, { 'ws/k/x': '../deep/b.yaml' })
    const { copy } = copyOf(workspace)
    expect(copy.file(join(workspace, 'k/x'))).toBeNull()
    expect(contents(copy.pathOf(workspace))).toEqual({ 'k/x': 'b' })
  })

  test.each([
    ['a file', { 'ws/x': '../elsewhere' }, 'x/secret'],
    ['a file by two links', { 'ws/x': 'o/hop/..', 'ws/o/hop': 'PLACE/elsewhere/deep' }, 'x/secret'],
    ['a file of .git', { 'ws/x': '.git' }, 'x/config']
  ])('refuses %s of elsewhere', (_name, links, path) => {
    const { directory, copy } = copyOf(placeWith({}, links).workspace)
    const { workspace } = placeWith({}, links)
    const other = copyOf(workspace)
    expect(other.copy.file(join(workspace, path))).toMatchObject({ kind: 'refused' })
    expect(JSON.stringify(contents(other.directory.path))).not.toContain(canary)
    expect(copy.originalOf(join(directory.path, 'a/b'))).toBe('/a/b')
  })

  test('tells paths as its reader knows them', () => {
    const { workspace } = placeWith({}, {})
    const { copy } = copyOf(workspace)
    const path = join(workspace, 'c/values.yaml')
    const said = copy.withOriginals(`cannot load ${copy.pathOf(path)}: no`)
    expect(said).toBe(`cannot load ${path}: no`)
    expect(copy.originalOf(copy.pathOf(path))).toBe(path)
    expect(copy.originalOf('/elsewhere')).toBe('/elsewhere')
  })
})
