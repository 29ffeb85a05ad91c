import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { evaluateCondition, readCondition } from '../../src/access/rbac/condition.ts'
import {
  conditionWithoutNames,
  patternsInCondition,
  prefixesInCondition
} from '../../src/anonymize/condition-text.ts'
import { fragmentsOf } from '../../src/anonymize/pieces.ts'
import { pseudonyms } from '../../src/anonymize/pseudonyms.ts'
import { vocabulary } from '../../src/anonymize/vocabulary.ts'
import { tokensIn, withoutNames } from '../../src/anonymize/words.ts'

const namesFor = (texts: readonly string[], kept: readonly string[] = []) =>
  pseudonyms({
    fragments: fragmentsOf([], []),
    kept: new Set(kept),
    taken: new Set(texts.flatMap(tokensIn))
  })

const changed = (text: string): string => withoutNames(text, namesFor([text]))

describe('what becomes of a text', () => {
  test.each([
    ['a login server keeps its suffix', 'contoso.azurecr.io', 'word001x.azurecr.io'],
    [
      'a regional endpoint keeps its form',
      'contoso.somewhere.geo.azurecr.io',
      'word001x.word002x.geo.azurecr.io'
    ],
    ['one name is the same everywhere', 'contoso/contoso:contoso', 'word001x/word001x:word001x'],
    [
      'case says nothing of a name, and stays',
      'Contoso CONTOSO contoso',
      'Word001x WORD001X word001x'
    ],
    ['separators decide what is valid, and stay', 'a__b c-d_e', 'word001x__x word002x-x_x'],
    ['short numbers and versions of APIs stay', 'apps/v1 1.4.2 8080', 'apps/v1 1.4.2 8080'],
    ['long numbers do not', '20241101 20241101', '90000001 90000001'],
    [
      'ids are counted',
      '11111111-1111-4111-8111-111111111111',
      '00000000-0000-4000-8000-000000000001'
    ],
    [
      'the id of nobody stays',
      '00000000-0000-0000-0000-000000000000',
      '00000000-0000-0000-0000-000000000000'
    ],
    ['addresses become those that nobody has', '20.1.2.3/32', '198.18.0.1/32'],
    ['digests keep their length', `sha256:${'ab'.repeat(32)}`, `sha256:a${'1'.padStart(63, '0')}`],
    [
      'an ARM id says what its names belong to',
      '/subscriptions/sub1/resourceGroups/rg/providers/Microsoft.ContainerRegistry/registries/contoso',
      '/subscriptions/word001x/resourceGroups/rg002x/providers/Microsoft.ContainerRegistry/registries/hub003x'
    ],
    [
      'letters that are spelled out are read',
      String.raw`"\u0063ontoso contoso"`,
      '"word001x word001x"'
    ],
    [
      'an escape is no part of a name',
      String.raw`"\nfoo\tbar"`,
      String.raw`"\nword001x\tword002x"`
    ],
    ['letters of other scripts stay out of valid names', 'münchen', 'word001xé'],
    ['a key of an image is still one', 'gatewayImage: x', 'word001xImage: word002x'],
    ['a name that looks like a pseudonym is none', 'word001x contoso', 'word002x word003x'],
    ['nothing is made of nothing', '--- __ {{ }} $', '--- __ {{ }} $']
  ])('%s', (_, text, expected) => {
    expect(changed(text)).toBe(expected)
  })
})

const part = fc.constantFrom('team', 'shop', 'web', 'api', 'platform', 'core2', 'k9', 'orders', 'x')
const repository = fc
  .tuple(part, fc.array(fc.tuple(fc.constantFrom('/', '-', '_', '.'), part), { maxLength: 3 }))
  .map(([first, others]) => first + others.flat().join(''))
const operation = {
  action: 'Microsoft.ContainerRegistry/registries/repositories/content/read',
  repository: ''
}
const conditionOn = (operator: string, literal: string): string =>
  `((!(ActionMatches{'${operation.action}'})) OR (@Request[Microsoft.ContainerRegistry/registries/repositories:name] ${operator} '${literal}'))`

const allows = (condition: string, name: string) =>
  evaluateCondition(readCondition(condition, '2.0'), { ...operation, repository: name })

/** A condition that fits some of a repository, wherever a wildcard or the end cuts it. */
const conditions = fc
  .tuple(repository, fc.nat(24), fc.nat(12), fc.constantFrom('starts', 'like', 'equals'))
  .map(([name, from, to, kind]) => {
    const cut = from % (name.length + 1)
    const start = name.slice(0, cut)
    const end = name.slice(Math.min(cut + to, name.length))
    if (kind === 'starts') return conditionOn('StringStartsWith', start)
    return kind === 'like'
      ? conditionOn('StringLike', `${start}*${end}`)
      : conditionOn('StringEquals', name)
  })

/** What happens to be a word of the field stays, and may begin with what is replaced. */
const isNoWord = (name: string): boolean =>
  name !== '' && tokensIn(name).every(token => !vocabulary.has(token))

/** Of one seed: two fragments that overlap in one name, such as ap* and *pi in api, are not known any more (pieces.ts). */
test('a condition allows the same repositories without their names', () => {
  let allowed = 0
  fc.assert(
    fc.property(
      conditions,
      fc.array(repository, { minLength: 1, maxLength: 5 }),
      (condition, others) => {
        const literals = patternsInCondition(condition).map(text => text.replaceAll('*', ''))
        const names = pseudonyms({
          fragments: fragmentsOf(patternsInCondition(condition), prefixesInCondition(condition)),
          kept: new Set(),
          taken: new Set([condition, ...others].flatMap(tokensIn))
        })
        const without = conditionWithoutNames(condition, names)
        for (const name of [...others, ...literals].filter(isNoWord)) {
          const before = allows(condition, name)
          allowed += before === 'yes' ? 1 : 0
          expect([name, allows(without, withoutNames(name, names))]).toEqual([name, before])
        }
      }
    ),
    { seed: 1, numRuns: 1000 }
  )
  expect(allowed).toBeGreaterThan(100)
})

test('a name of a million separators takes no longer than its length', () => {
  const text = `a${'-'.repeat(1_000_000)}b`
  const before = performance.now()
  changed(text)
  expect(performance.now() - before).toBeLessThan(2_000)
})

test('no pseudonym begins as a word of the field, which a pattern may name', () => {
  const kinds = ['word', 'clu', 'hub', 'rg', 'uami', 'vnet']
  expect(kinds.filter(kind => vocabulary.has(kind))).toEqual([])
})
