import { describe, expect, test } from '@jest/globals'
import { lstatSync, readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { InputError } from '../../src/base/errors.ts'
import { writeNamedFile } from '../../src/files/write-named.ts'
import { canary, holdings, placeWith, type Links } from './hostile-links.ts'

const written: readonly (readonly [string, Links, string, string])[] = [
  ['a new file', {}, 'report.json', 'ws/report.json'],
  ['a file that was there', {}, 'a.yaml', 'ws/a.yaml'],
  ['new folders', {}, 'x/y/report.json', 'ws/x/y/report.json'],
  ['an absolute path inside', {}, 'PLACE/ws/x/report.json', 'ws/x/report.json'],
  ['an absolute path outside', {}, 'PLACE/out/x/report.json', 'out/x/report.json'],
  ['a folder that is a link of the machine', { out: 'elsewhere' }, 'PLACE/out/r', 'elsewhere/r'],
  ['a file that is a link of the machine', { out: 'elsewhere/r' }, 'PLACE/out', 'elsewhere/r'],
  ['`..` that stays inside', {}, 'deep/../report.json', 'ws/report.json']
]

const linkSentence = /^File .* cannot be written: .* is a symbolic link of the workspace/

const refused: readonly (readonly [string, Links, string, RegExp])[] = [
  ['a folder that is a link out', { 'ws/x': '../elsewhere' }, 'x/new', linkSentence],
  ['a folder that is a link inside', { 'ws/x': 'deep' }, 'x/new', linkSentence],
  ['a folder below a link', { 'ws/x': '../elsewhere' }, 'x/y/new', linkSentence],
  ['a folder that leads to nothing', { 'ws/x': '../new' }, 'x/new', linkSentence],
  ['a link behind an absolute path', { 'ws/x': '../elsewhere' }, 'PLACE/ws/x/new', linkSentence],
  [
    'a link behind another name of the workspace',
    { link: 'ws', 'ws/x': '../elsewhere' },
    'PLACE/link/x/new',
    linkSentence
  ],
  ['a relative path that leaves', {}, '../new', /lies outside of the workspace; name it by its/],
  ['a folder that is a file', {}, 'a.yaml/new', /^File a\.yaml\/new cannot be written: ENOTDIR/],
  ['a directory', {}, 'deep', /^File deep cannot be written: E/]
]

describe.each(holdings)('writing a named file, held %s', (_way, holding) => {
  test.each(written)('to %s', (_name, links, path, expected) => {
    const { place, workspace } = placeWith({}, links)
    writeNamedFile(workspace, path.replace('PLACE', place), 'text', holding)
    expect(readFileSync(join(place, expected), 'utf8')).toBe('text')
  })

  test.each(refused)('to %s is refused', (_name, links, path, sentence) => {
    const { place, workspace } = placeWith({}, links)
    const write = () => {
      writeNamedFile(workspace, path.replace('PLACE', place), 'text', holding)
    }
    expect(write).toThrow(InputError)
    expect(write).toThrow(sentence)
    expect(readdirSync(join(place, 'elsewhere')).sort()).toEqual(['deep', 'secret', 'secret.yaml'])
    expect(readdirSync(place)).not.toContain('new')
    expect(readdirSync(workspace, { recursive: true }).join()).not.toContain('.acr-pull-check')
  })

  test('a link of the workspace gives way to the file', () => {
    const { place, workspace } = placeWith({}, { 'ws/report.json': '../elsewhere/secret' })
    writeNamedFile(workspace, 'report.json', 'text', holding)
    expect(lstatSync(join(workspace, 'report.json')).isFile()).toBe(true)
    expect(readFileSync(join(place, 'elsewhere/secret'), 'utf8')).toBe(canary)
  })

  test('what is no file is written to as it is', () => {
    writeNamedFile(placeWith({}, {}).workspace, '/dev/null', 'text', holding)
    expect(statSync('/dev/null').isCharacterDevice()).toBe(true)
  })

  test('a text comes in pieces', () => {
    const { workspace } = placeWith({}, {})
    writeNamedFile(workspace, 'report.json', ['one ', 'two'], holding)
    expect(readFileSync(join(workspace, 'report.json'), 'utf8')).toBe('one two')
  })

  test('a text that fails half way leaves what was there', () => {
    const { workspace } = placeWith({}, {})
    const failing = function* () {
      yield 'half'
      throw new Error('the second half is missing')
    }
    const write = () => {
      writeNamedFile(workspace, 'a.yaml', failing(), holding)
    }
    expect(write).toThrow('the second half is missing')
    expect(readFileSync(join(workspace, 'a.yaml'), 'utf8')).toBe('a')
    expect(readdirSync(workspace).join()).not.toContain('.acr-pull-check')
  })
})
