import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { anyCharacter } from './any-character.ts'
import { fingerprint } from '../../src/base/fingerprint.ts'

/** The definition word for word (RFC 9923): xor with the byte, then times the prime, modulo 2^64. */
function byDefinition(text: string): string {
  let hash = 0xcbf29ce484222325n
  for (const byte of new TextEncoder().encode(text))
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * 0x100000001b3n)
  return hash.toString(16).padStart(16, '0')
}

describe('the fingerprint is FNV-1a of 64 bits', () => {
  test.each([
    ['', 'cbf29ce484222325'],
    ['a', 'af63dc4c8601ec8c'],
    ['foobar', '85944171f73967e8']
  ])('of %j it is %s, as the published vectors say', (text, expected) => {
    expect(fingerprint([text])).toBe(expected)
  })

  test('of any parts it is what the definition gives for their lines', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: anyCharacter }), { minLength: 1 }), parts => {
        expect(fingerprint(parts)).toBe(byDefinition(parts.join('\n')))
      })
    )
  })
})
