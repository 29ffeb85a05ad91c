import { expect, test } from '@jest/globals'
import { meant, nearest } from '../../src/base/nearest.ts'

const commands = ['check', 'images', 'collect', 'explain', 'demo']

test.each<[string, string | null]>([
  ['chek', 'check'],
  ['Check', 'check'],
  ['image', 'images'],
  ['colect', 'collect'],
  ['scan', null],
  ['x', null],
  ['c'.repeat(10_000), null]
])('for %s the word that was meant is %s', (word, expected) => {
  expect(nearest(word, commands)).toBe(expected)
})

test('a message says what was meant, or nothing', () => {
  expect(meant('chek', commands)).toBe(' (did you mean check?)')
  expect(meant('scan', commands)).toBe('')
})
