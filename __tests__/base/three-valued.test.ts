import { describe, expect, test } from '@jest/globals'
import { allOf, anyOf, not, type Truth } from '../../src/base/three-valued.ts'

const rows: readonly (readonly [Truth, Truth, Truth, Truth])[] = [
  ['yes', 'yes', 'yes', 'yes'],
  ['yes', 'no', 'no', 'yes'],
  ['yes', 'maybe', 'maybe', 'yes'],
  ['no', 'no', 'no', 'no'],
  ['no', 'maybe', 'no', 'maybe'],
  ['maybe', 'maybe', 'maybe', 'maybe']
]

describe('three-valued logic', () => {
  test.each(rows)('%s and %s is %s, or is %s', (one, other, both, either) => {
    expect([allOf([one, other]), allOf([other, one])]).toEqual([both, both])
    expect([anyOf([one, other]), anyOf([other, one])]).toEqual([either, either])
  })

  test('not leaves maybe as it is', () => {
    expect([not('yes'), not('no'), not('maybe')]).toEqual(['no', 'yes', 'maybe'])
  })

  test('all of nothing is yes, any of nothing is no', () => {
    expect([allOf([]), anyOf([])]).toEqual(['yes', 'no'])
  })
})
