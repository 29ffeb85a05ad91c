import { describe, expect, test } from '@jest/globals'
import { readFileSync, renameSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { join, resolve } from 'node:path'
import { InputError } from '../../src/base/errors.ts'
import type { Content } from '../../src/files/content.ts'
import type { Holding } from '../../src/files/held.ts'
import type { RefusalCode, Refused } from '../../src/files/refused.ts'
import { Tree } from '../../src/files/tree.ts'
import { canary, holdings, makePipe, placeWith, type Links } from './hostile-links.ts'

const limit = 1_000

const said = (content: Content | Refused): string =>
  content.kind === 'read' ? content.bytes.toString() : `${content.code}: ${content.file}`

/** One file, by each of the ways to read it. */
const readIn = (workspace: string, path: string, holding: Holding): readonly string[] => {
  const tree = Tree.open(workspace, holding)
  const each: string[] = []
  tree.readEach([path, resolve(workspace, path)], limit, (_path, content) =>
    each.push(said(content))
  )
  return [said(tree.read(path, limit)), said(tree.read(resolve(workspace, path), limit)), ...each]
}

const four = (text: string): readonly string[] => [text, text, text, text]

type Case = readonly [name: string, links: Links, path: string, expected: string]

const followed: readonly Case[] = [
  ['a plain file', {}, 'deep/b.yaml', 'b'],
  ['a link to a file', { 'ws/x': 'deep/b.yaml' }, 'x', 'b'],
  ['a link to a directory', { 'ws/x': 'deep' }, 'x/b.yaml', 'b'],
  ['a link by an absolute path', { 'ws/x': 'PLACE/ws/deep' }, 'x/b.yaml', 'b'],
  ['a link to a link', { 'ws/x': 'y', 'ws/y': 'deep/b.yaml' }, 'x', 'b'],
  ['a link upwards', { 'ws/deep/x': '../a.yaml' }, 'deep/x', 'a'],
  ['`..` behind a link, which goes up from where it leads', { 'ws/x': 'deep' }, 'x/../a.yaml', 'a'],
  ['names that look like those of git', { 'ws/.gitconfig': 'a.yaml' }, '.gitconfig', 'a'],
  ['a name of Windows paths', { 'ws/..\\..\\elsewhere': 'a.yaml' }, '..\\..\\elsewhere', 'a']
]

const refused: readonly (readonly [string, Links, string, RefusalCode])[] = [
  ['a link out', { 'ws/x': '../elsewhere/secret' }, 'x', 'leaves'],
  ['a link out by an absolute path', { 'ws/x': 'PLACE/elsewhere/secret' }, 'x', 'leaves'],
  ['a directory that is a link out', { 'ws/x': '../elsewhere' }, 'x/secret', 'leaves'],
  [
    'two links, the second of which moves what `..` means',
    { 'ws/x': 'o/hop/../secret', 'ws/o/hop': 'PLACE/elsewhere/deep' },
    'x',
    'leaves'
  ],
  [
    'the same from a directory',
    { 'ws/k/x': '../o/hop/..', 'ws/o/hop': 'PLACE/elsewhere/deep' },
    'k/x/secret',
    'leaves'
  ],
  ['a link that leaves and comes back', { 'ws/x': '../elsewhere/../ws/a.yaml' }, 'x', 'leaves'],
  ['a link to the environment of a process', { 'ws/x': '/proc/self/environ' }, 'x', 'leaves'],
  ['a link to a device', { 'ws/x': '/dev/zero' }, 'x', 'leaves'],
  ['a link to a device that never ends', { 'ws/x': '/dev/tty' }, 'x', 'leaves'],
  ['a link to nothing outside', { 'ws/x': '../elsewhere/nothing' }, 'x', 'leaves'],
  ['a link to what nobody may enter', { 'ws/x': '/root/nothing/here' }, 'x', 'leaves'],
  ['a path that leaves', {}, '../elsewhere/secret', 'leaves'],
  ['a path that leaves and leads to nothing', {}, '../elsewhere/nothing', 'leaves'],
  ['a path to a sibling with the name of the tree in front', {}, '../ws-other/x', 'leaves'],
  ['an absolute path', {}, '/proc/self/environ', 'leaves'],
  ['a link to nothing inside', { 'ws/x': 'nothing' }, 'x', 'dangling'],
  ['a missing file', {}, 'nothing', 'absent'],
  ['a file as a directory', {}, 'a.yaml/x', 'absent'],
  ['a name with NUL', {}, 'a\0b', 'absent'],
  ['a name of 300 characters', {}, 'a'.repeat(300), 'absent'],
  ['a link to itself', { 'ws/x': 'x' }, 'x', 'loop'],
  ['two links in a circle', { 'ws/x': 'y', 'ws/y': 'x' }, 'x/a', 'loop'],
  ['a directory', {}, 'deep', 'irregular'],
  ['.git', {}, '.git/config', 'git'],
  ['a link to .git', { 'ws/x': '.git/config' }, 'x', 'git'],
  ['a directory that is a link to .git', { 'ws/x': '.git' }, 'x/config', 'git'],
  ['.git in another case', { 'ws/deep/.GIT': '../a.yaml' }, 'deep/.Git', 'absent'],
  ['a file .git', {}, 'module/.git', 'git'],
  ['.GIT', {}, 'upper/.GIT/config', 'git'],
  ['a link to the .git of a submodule', { 'ws/x': 'sub/.git/config' }, 'x', 'git'],
  ['the short name of .git on NTFS', {}, 'short/GIT~1/config', 'git'],
  ['.git with what HFS+ passes over', {}, 'hfs/.g\u200cit/config', 'git']
]

const gitFiles = {
  'ws/module/.git': canary,
  'ws/upper/.GIT/config': canary,
  'ws/sub/.git/config': canary,
  'ws/short/GIT~1/config': canary,
  'ws/hfs/.g\u200cit/config': canary,
  'ws-other/x': canary
}

describe.each(holdings)('a tree, held %s', (_way, holding) => {
  test.each(followed)('reads %s', (_name, links, path, expected) => {
    const { workspace } = placeWith({}, links)
    expect(readIn(workspace, path, holding)).toEqual(four(expected))
  })

  test.each(refused)('refuses %s', (_name, links, path, code) => {
    const { workspace } = placeWith(gitFiles, links)
    const results = readIn(workspace, path, holding)
    expect(results.map(text => text.split(':')[0])).toEqual(four(code))
    expect(results.join()).not.toContain(canary)
    expect(Tree.open(workspace, holding).look(path)).toMatchObject(
      code === 'irregular' ? { kind: 'directory' } : { kind: 'refused', code }
    )
    expect(Tree.open(workspace, holding).list(path)).toMatchObject(
      code === 'irregular' ? { kind: 'listed' } : { kind: 'refused', code }
    )
  })

  test('refuses a named pipe without waiting for its writer', () => {
    const { workspace } = placeWith({}, {})
    makePipe(join(workspace, 'pipe'))
    expect(readIn(workspace, 'pipe', holding)).toEqual(four('irregular: pipe'))
  })

  test('refuses a socket', async () => {
    const { workspace } = placeWith({}, {})
    const server = createServer().listen(join(workspace, 'socket'))
    await new Promise(resolve => server.once('listening', resolve))
    expect(readIn(workspace, 'socket', holding)).toEqual(four('irregular: socket'))
    await new Promise(resolve => server.close(resolve))
  })

  test.each([
    ['as many bytes as the limit', limit, 'x'.repeat(limit)],
    ['one byte more', limit + 1, 'too-large: file']
  ])('%s', (_name, size, expected) => {
    const { workspace } = placeWith({ 'ws/file': 'x'.repeat(size) }, {})
    expect(readIn(workspace, 'file', holding)).toEqual(four(expected))
  })

  test('a file with holes of a terabyte is refused at once', () => {
    const { workspace } = placeWith({ 'ws/file': '' }, {})
    truncateSync(join(workspace, 'file'), 2 ** 40)
    expect(readIn(workspace, 'file', holding)).toEqual(four('too-large: file'))
  })

  test('reads larger files than its memory, and each file by itself', () => {
    const texts = [70_000, 65_536, 65_535, 10, 0].map((size, index) => String(index).repeat(size))
    const files = Object.fromEntries(texts.map((text, index) => [`ws/f${index}`, text]))
    const tree = Tree.open(placeWith(files, {}).workspace, holding)
    const read = texts.map((_, index) => tree.read(`f${index}`, 100_000))
    expect(read.map(said)).toEqual(texts)
  })

  test('lists a directory by names, without .git', () => {
    const { workspace } = placeWith(
      { 'ws/z/c': '', 'ws/z/a': '', 'ws/z/d/e': '', 'ws/z/.GIT': '' },
      { 'ws/z/b': '../a.yaml' }
    )
    expect(Tree.open(workspace, holding).list('z')).toEqual({
      kind: 'listed',
      realPath: join(workspace, 'z'),
      entries: [
        { name: 'a', kind: 'file' },
        { name: 'b', kind: 'link' },
        { name: 'c', kind: 'file' },
        { name: 'd', kind: 'directory' }
      ]
    })
  })

  test('lies behind a link of the machine, which bounds nothing', () => {
    const { place } = placeWith({}, { link: 'ws', 'ws/x': 'PLACE/link/deep/b.yaml' })
    const workspace = join(place, 'link')
    expect(readIn(workspace, 'deep/b.yaml', holding)).toEqual(four('b'))
    expect(readIn(workspace, 'x', holding)).toEqual(four('b'))
    expect(Tree.open(workspace, holding).look('deep')).toMatchObject({
      realPath: join(place, 'ws/deep')
    })
  })

  test('is not opened where there is no directory', () => {
    const { place } = placeWith({}, {})
    expect(() => Tree.open(join(place, 'nothing'), holding)).toThrow(InputError)
  })
})

describe('what is swapped while it is read', () => {
  /** Swaps the file for a link right after it was held. */
  const swapping = (holding: Holding, swap: () => void): Holding => ({
    ...holding,
    handlesLast: false,
    hold: path => {
      const held = holding.hold(path)
      if (path.endsWith('x')) swap()
      return held
    }
  })

  test.each(holdings)('a file for a link out, held %s', (_way, holding) => {
    const { place, workspace } = placeWith({ 'ws/x': 'own' }, {})
    const swap = () => {
      rmSync(join(workspace, 'x'), { force: true })
      symlinkSync(join(place, 'elsewhere/secret'), join(workspace, 'x'))
    }
    const tree = Tree.open(workspace, swapping(holding, swap))
    expect(said(tree.read('x', limit))).not.toContain(canary)
    expect(readFileSync(join(workspace, 'x'), 'utf8')).toBe(canary)
  })

  test.each(holdings)('a directory for a link out, held %s', (_way, holding) => {
    const { place, workspace } = placeWith({ 'ws/d/x': 'own', 'elsewhere/x': canary }, {})
    const swap = () => {
      renameSync(join(workspace, 'd'), join(workspace, 'moved'))
      symlinkSync(join(place, 'elsewhere'), join(workspace, 'd'))
    }
    const tree = Tree.open(workspace, swapping(holding, swap))
    expect(said(tree.read('d/x', limit))).not.toContain(canary)
  })

  test.each(holdings)('a file for another file, held %s', (_way, holding) => {
    const { place, workspace } = placeWith({ 'ws/x': 'own' }, {})
    const swap = () => {
      renameSync(join(place, 'elsewhere/secret'), join(workspace, 'x'))
      writeFileSync(join(place, 'elsewhere/secret'), '')
    }
    const tree = Tree.open(workspace, swapping(holding, swap))
    expect(said(tree.read('x', limit))).not.toContain(canary)
  })
})
