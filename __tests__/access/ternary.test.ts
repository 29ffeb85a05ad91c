import { describe, expect, test } from '@jest/globals'
import { all, any, not, type Ternary } from '../../src/access/ternary.ts'

const rows: readonly (readonly [Ternary, Ternary, Ternary, Ternary])[] = [
  ['true', 'true', 'true', 'true'],
  ['true', 'false', 'false', 'true'],
  ['true', 'unknown', 'unknown', 'true'],
  ['false', 'false', 'false', 'false'],
  ['false', 'unknown', 'false', 'unknown'],
  ['unknown', 'unknown', 'unknown', 'unknown']
]

describe('three-valued logic', () => {
  test.each(rows)('%s and %s is %s, or is %s', (one, other, both, either) => {
    expect([all([one, other]), all([other, one])]).toEqual([both, both])
    expect([any([one, other]), any([other, one])]).toEqual([either, either])
  })

  test('not leaves unknown unknown', () => {
    expect([not('true'), not('false'), not('unknown')]).toEqual(['false', 'true', 'unknown'])
  })

  test('all of nothing is true, any of nothing is false', () => {
    expect([all([]), any([])]).toEqual(['true', 'false'])
  })
})
