import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { readText, root } from './pages.ts'

const page = readText('docs/architecture.md')
const entries = readdirSync(join(root, 'src'), { withFileTypes: true })

test('the map names every room of src', () => {
  const rooms = entries.filter(entry => entry.isDirectory()).map(({ name }) => name)
  expect(rooms.filter(room => !page.includes(`| \`${room}/\` |`))).toEqual([])
})

test('the map names every file that lies between the rooms', () => {
  const files = entries.filter(entry => entry.isFile()).map(({ name }) => name)
  expect(files.filter(file => !page.includes(`\`${file}\``))).toEqual([])
})

test('every file that the map names exists', () => {
  const named = [...page.matchAll(/`([a-z-]+\/[a-z-]+\.(?:ts|json))`/g)].map(
    ([, file = '']) => file
  )
  const known = readdirSync(join(root, 'src'), { recursive: true }).map(String)
  expect(named.length).toBeGreaterThan(5)
  expect(named.filter(file => !known.includes(file))).toEqual([])
})

const [mayImport = ''] = /^const mayImport = \{$.*?^\}$/ms.exec(readText('eslint.config.js')) ?? []

/** `mayImport` of the linter's configuration, by room. */
const enforced = [...mayImport.matchAll(/^ {2}'?([a-z-]+)'?: \[([^\]]*)\],?$/gm)]

const namesIn = (text: string): readonly string[] =>
  [...text.matchAll(/['`]([a-z-]+)['`]/g)].map(([, name = '']) => name)

test.each(enforced.map(([, room = '', imports = '']) => [room, namesIn(imports)] as const))(
  'the map says of %s what the linter lets it import',
  (room, imports) => {
    const row = page.split('\n').find(line => line.startsWith(`| \`${room}/\` |`)) ?? ''
    expect(namesIn(row.split('|')[3] ?? '')).toEqual(imports)
  }
)

const roomsOf = (pattern: RegExp): readonly string[] =>
  [...page.matchAll(pattern)].map(([, room = '']) => room)

test('the linter has a rule for each room of the map, but for the doors, which need all', () => {
  const rooms = roomsOf(/^\| `([a-z-]+)\/` \|.*\| (?:yes|no) \|$/gm).filter(room => room !== 'doors')
  expect(enforced.map(([, room]) => room).toSorted()).toEqual(rooms.toSorted())
})

test('a room may import only rooms that stand below it', () => {
  const order = enforced.map(([, room = '']) => room)
  const upward = enforced.flatMap(([, room = '', imports = '']) =>
    namesIn(imports).filter(other => order.indexOf(other) >= order.indexOf(room))
  )
  expect(upward).toEqual([])
})

test('the linter takes those rooms for pure that the map calls so', () => {
  const [, pure = ''] = /^const pureRooms = \[([^\]]*)\]$/m.exec(readText('eslint.config.js')) ?? []
  expect(namesIn(pure).toSorted()).toEqual(roomsOf(/^\| `([a-z-]+)\/` \|.*\| yes \|$/gm).toSorted())
})
