import type { Pseudonyms } from './pseudonyms.ts'
import { conditionWords } from './vocabulary.ts'
import { withoutNames } from './words.ts'

/** A literal, with `''` and `\'` inside; or what stands between literals. */
const parts = /'(?:[^'\\]|\\[^]|'')*'|[^']+|'/g
const operation = /^'Microsoft\./i
const comparesBeginnings = /StartsWith/i

const isLiteral = (part: string): boolean => part.startsWith("'") && part.length > 1

/** Outside of literals, the words of conditions stay too. */
const inConditions = (names: Pseudonyms): Pseudonyms => ({
  ...names,
  token: (token, kind) =>
    conditionWords.has(token.toLowerCase()) ? token : names.token(token, kind)
})

/** No pseudonym has one letter, so that a wildcard for one becomes one for any number. */
const withoutSingleWildcards = (literal: string): string =>
  literal.replace(/\\[^]|\?/g, part => (part === '?' ? '*' : part))

/** The condition of a role assignment: operators, attributes and operations stay, what it compares with is replaced. */
export const conditionWithoutNames = (condition: string, names: Pseudonyms): string =>
  (condition.match(parts) ?? [])
    .map(part => {
      if (!isLiteral(part)) return withoutNames(part, inConditions(names))
      return operation.test(part) ? part : withoutNames(withoutSingleWildcards(part), names)
    })
    .join('')

const literalsOf = (condition: string): readonly string[] =>
  (condition.match(parts) ?? [])
    .filter(part => isLiteral(part) && !operation.test(part))
    .map(part => part.slice(1, -1))

export const patternsInCondition = literalsOf

/** What repositories may begin with. */
export const prefixesInCondition = (condition: string): readonly string[] =>
  comparesBeginnings.test(condition) ? literalsOf(condition) : []
