import { describe, expect, test } from '@jest/globals'
import {
  arrowsOf,
  betweenRooms,
  circles,
  roomsFromTheBottom,
  upward,
  type Arrow
} from '../../scripts/metrics/imports.ts'
import { sources } from '../../scripts/metrics/sources.ts'

const arrows = (...pairs: readonly string[]): readonly Arrow[] =>
  pairs.map(pair => {
    const [from = '', to = ''] = pair.split(' ')
    return { from, to }
  })

describe('a circle', () => {
  test.each<[string, readonly Arrow[], readonly (readonly string[])[]]>([
    ['is none in a diamond', arrows('a b', 'a c', 'b d', 'c d'), []],
    ['is a ring of three', arrows('x a', 'a b', 'b c', 'c a', 'c d'), [['a', 'b', 'c']]],
    ['is a file that imports itself', arrows('a b', 'b b'), [['b']]],
    ['is found twice', arrows('a b', 'b a', 'b c', 'c d', 'd c'), [['c', 'd'], ['a', 'b']]]
  ])('%s', (_name, graph, rings) => {
    expect(circles(graph)).toEqual(rings)
  })
})

test('an arrow is upward when its room stands below the other', () => {
  const graph = arrows(
    'src/low/a.ts src/high/b.ts',
    'src/high/b.ts src/low/a.ts',
    'src/high/b.ts src/high/c.ts',
    'src/low/a.ts src/run.ts',
    'src/run.ts src/low/a.ts'
  )
  expect(upward(graph, ['low', 'high'])).toEqual(
    arrows('src/low/a.ts src/high/b.ts', 'src/low/a.ts src/run.ts')
  )
})

describe('the program', () => {
  const all = sources()
  const imports = arrowsOf(all)

  test('has imports to files that are there', () => {
    const files = new Set(all.map(({ path }) => path))
    expect(imports.length).toBeGreaterThan(all.length)
    expect(imports.filter(({ to }) => !files.has(to))).toEqual([])
  })

  test('has no circle of files, and none of rooms', () => {
    expect(circles(imports)).toEqual([])
    expect(circles(betweenRooms(imports))).toEqual([])
  })

  test('has no import of a room above', () => {
    expect(upward(imports, roomsFromTheBottom())).toEqual([])
  })
})
