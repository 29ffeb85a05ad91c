import fc from 'fast-check'

const surrogates = { first: 0xd800, last: 0xdfff }

/** Any character of Unicode. The unit `binary` of fast-check is the same, and makes a table of a million of them first. */
export const anyCharacter: fc.Arbitrary<string> = fc
  .integer({ min: 0, max: 0x10ffff })
  .filter(code => code < surrogates.first || code > surrogates.last)
  .map(code => String.fromCodePoint(code))
