import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { evaluateCondition, readCondition, repositoriesNamed } from '../../src/access/condition.ts'
import { contentRead, metadataRead } from './facts-builder.ts'

const contentWrite = 'Microsoft.ContainerRegistry/registries/repositories/content/write'
const name = '@Request[Microsoft.ContainerRegistry/registries/repositories:name]'
const resourceName = name.replace('@Request', '@Resource')

/** The shape that the vendor's editor writes: neither of the actions, or the repository fits. */
const limited = (expression: string): string =>
  `(
 (
  !(ActionMatches{'${contentRead}'})
  AND
  !(ActionMatches{'${metadataRead}'})
 )
 OR
 (
  ${expression}
 )
)`

const hello = limited(`${name} StringEqualsIgnoreCase 'hello-world'`)
const prefixes = limited(
  `${name} StringStartsWithIgnoreCase 'backend/' OR ${name} StringStartsWithIgnoreCase 'frontend/js/'`
)
const preview = limited(`${resourceName} StringStartsWithIgnoreCase 'team1/'`)
const perAction = [contentRead, metadataRead]
  .map(action => `(!(ActionMatches{'${action}'}) OR (${name} StringStartsWithIgnoreCase 'apps/'))`)
  .join(' AND ')
const anyLike = limited(
  `${name} ForAnyOfAnyValues:StringLikeIgnoreCase {'team-?/*', 'shared/base'}`
)
const metadataOnly = `(!(ActionMatches{'${metadataRead}'}) OR (${name} StringEquals 'x'))`
const privateLink = '@Environment[isPrivateLink] BoolEquals true'

const valueOf = (text: string, repository: string, action = contentRead): string =>
  evaluateCondition(readCondition(text, '2.0'), { action, repository })

describe('conditions as registries use them', () => {
  test.each([
    ['vendor shape, the repository itself', hello, 'hello-world', contentRead, 'true'],
    ['vendor shape, case ignored', hello, 'Hello-World', contentRead, 'true'],
    ['vendor shape, a longer name', hello, 'hello-world2', contentRead, 'false'],
    ['vendor shape, an action it does not limit', hello, 'other', contentWrite, 'true'],
    ['prefixes, the first', prefixes, 'backend/nginx', contentRead, 'true'],
    ['prefixes, the second', prefixes, 'frontend/js/x', contentRead, 'true'],
    ['prefixes, only half of the second', prefixes, 'frontend/css', contentRead, 'false'],
    ['prefixes, the slash counts', prefixes, 'backend-infra/k8s', contentRead, 'false'],
    ['@Resource, which only the preview had', preview, 'team1/a', contentRead, 'unknown'],
    ['@Resource, another repository', preview, 'infra/a', contentRead, 'unknown'],
    ['one clause for each action, inside', perAction, 'apps/a', contentRead, 'true'],
    ['one clause for each action, outside', perAction, 'infra/a', contentRead, 'false'],
    ['Like with ? and *', anyLike, 'team-a/x', contentRead, 'true'],
    ['Like without wildcards', anyLike, 'shared/base', contentRead, 'true'],
    ['Like, no value fits', anyLike, 'teams/x', contentRead, 'false'],
    ['metadata only does not limit content', metadataOnly, 'zzz', contentRead, 'true'],
    ['metadata only limits metadata', metadataOnly, 'zzz', metadataRead, 'false'],
    ['the environment is not known', privateLink, 'a', contentRead, 'unknown']
  ])('%s', (_name, condition, repository, action, expected) => {
    expect(valueOf(condition, repository, action)).toBe(expected)
  })
})

describe('operators', () => {
  test.each([
    [`${name} StringEquals 'a/b'`, 'true'],
    [`${name} StringEquals 'A/B'`, 'false'],
    [`${name} StringNotEquals 'a/b'`, 'false'],
    [`${name} StringNotEqualsIgnoreCase 'A/B'`, 'false'],
    [`${name} stringstartswith 'a/'`, 'true'],
    [`${name} StringStartsWith 'A/'`, 'false'],
    [`${name} StringNotStartsWith 'b'`, 'true'],
    [`${name} StringNotStartsWithIgnoreCase 'A'`, 'false'],
    [`${name} StringLike 'a/?'`, 'true'],
    [`${name} StringLike 'a?'`, 'false'],
    [`${name} StringLike 'a/b*'`, 'true'],
    [`${name} StringLike '*b*c'`, 'false'],
    [`${name} StringNotLike '*'`, 'false'],
    [`${name} StringNotLikeIgnoreCase 'B*'`, 'true'],
    [`'a*b' StringLike 'a\\*b'`, 'true'],
    [`'axb' StringLike 'a\\*b'`, 'false'],
    [`'A0' GuidEquals 'a0'`, 'true'],
    [`'A0' GuidNotEquals 'a0'`, 'false'],
    ['true BoolEquals TRUE', 'true'],
    ['true BoolNotEquals true', 'false'],
    ['1.50 NumericEquals 1.5', 'true'],
    ['2 NumericNotEquals 2', 'false'],
    ['1 NumericLessThan 2', 'true'],
    ['2 NumericLessThanEquals 2', 'true'],
    ['1 NumericGreaterThan 2', 'false'],
    ['1 NumericGreaterThanEquals 2', 'false'],
    ["'2026-01-01T00:00:00Z' DateTimeLessThan '2026-01-02T00:00:00Z'", 'true'],
    ["'2026-01-01T01:00:00+01:00' DateTimeEquals '2026-01-01T00:00:00Z'", 'true'],
    ["'soon' DateTimeEquals '2026-01-01T00:00:00Z'", 'unknown'],
    [`${name} NumericEquals 1`, 'unknown'],
    [`${name} BoolEquals true`, 'unknown'],
    ["'it''s' StringEquals 'it\\'s'", 'true'],
    [`Exists ${name}`, 'true'],
    [`NOT Exists ${name}`, 'false'],
    [`Exists ${resourceName}`, 'unknown'],
    ["SubOperationMatches{'Blob.List'}", 'unknown'],
    [
      "@Principal[Microsoft.Directory/CustomSecurityAttributes/Id:Team_A] StringEquals 'x'",
      'unknown'
    ],
    [
      "@Resource[Microsoft.Storage/x/tags:Project<$key_case_sensitive$>] StringEquals 'x'",
      'unknown'
    ],
    ["@Environment[UtcNow] DateTimeGreaterThan '2026-01-01T00:00:00Z'", 'unknown']
  ])('%s is %s for repository a/b', (condition, expected) => {
    expect(valueOf(condition, 'a/b')).toBe(expected)
  })
})

describe('quantifiers: the first word counts left values, the second right values', () => {
  test.each([
    ["{'a','b'} ForAnyOfAnyValues:StringEquals {'b','c'}", 'true'],
    ["{'a','b'} ForAnyOfAnyValues:StringEquals {'c'}", 'false'],
    ["{'a','b'} ForAllOfAnyValues:StringEquals {'b','c'}", 'false'],
    ["{'a','b'} ForAllOfAnyValues:StringEquals {'c','b','a'}", 'true'],
    ["{'ab','x'} ForAnyOfAllValues:StringStartsWith {'a','ab'}", 'true'],
    ["{'a','x'} ForAnyOfAllValues:StringStartsWith {'a','ab'}", 'false'],
    ["{'a','a'} ForAllOfAllValues:StringEquals {'a'}", 'true'],
    ["{'a','b'} ForAllOfAllValues:StringNotEquals {'c','b'}", 'false'],
    ["{'a','b'} ForAllOfAllValues:StringNotEquals {'c','d'}", 'true'],
    [`${name} ForAnyOfAnyValues: StringEquals {'a/b'}`, 'true'],
    [`${name} StringEquals {'a/b'}`, 'true'],
    [`${name} StringEquals {'a/b','c'}`, 'unknown'],
    [`${name} ForAnyOfAnyValues:StringEquals {'a/b', @Resource[x]}`, 'unknown']
  ])('%s is %s', (condition, expected) => {
    expect(valueOf(condition, 'a/b')).toBe(expected)
  })
})

describe('logic', () => {
  const [yes, no, open] = ['true BoolEquals true', 'true BoolEquals false', privateLink]

  test.each([
    [`${yes} AND ${no}`, 'false'],
    [`${yes} && ${yes}`, 'true'],
    [`${no} || ${yes}`, 'true'],
    [`${no} or ${no}`, 'false'],
    [`${open} OR ${yes}`, 'true'],
    [`${open} OR ${no}`, 'unknown'],
    [`${open} AND ${no}`, 'false'],
    [`${open} AND ${yes}`, 'unknown'],
    [`NOT ${open}`, 'unknown'],
    [`!!(${yes})`, 'true'],
    [`not (${yes} and ${no})`, 'true'],
    [`${yes} OR ${no} AND ${no}`, 'true'],
    [`(${yes} OR ${no}) AND ${no}`, 'false']
  ])('%s is %s', (condition, expected) => {
    expect(valueOf(condition, 'a')).toBe(expected)
  })

  test.each([
    [`${yes} OR ${no} AND ${no}`, true],
    [`(${yes} AND ${no}) OR ${no}`, false],
    [`${yes} AND ${no} AND ${no}`, false],
    [`(${yes} OR ${yes} AND ${no}) AND ${no}`, true]
  ])('%s is ambiguous: %s', (condition, ambiguous) => {
    expect(readCondition(condition, '2.0')).toMatchObject({ kind: 'readable', ambiguous })
  })
})

describe('shapes of built-in roles parse', () => {
  const guids = '7f951dda-4ed3-4680-a7ca-43fe172d538d, b93aa761-3e63-49ed-ac28-beffa264f7ac'
  const write = 'Microsoft.Authorization/roleAssignments/write'
  const assigns = '@Request[Microsoft.Authorization/roleAssignments:RoleDefinitionId]'

  test.each([
    `((!(ActionMatches{'${write}'})) OR (${assigns} ForAnyOfAnyValues:GuidEquals{${guids}}))`,
    `((!(ActionMatches{'${write}'})) OR (${assigns} ForAnyOfAllValues:GuidNotEquals {${guids}}))`,
    `( !( ActionMatches { '${write}' } ) ) OR ( @Request[Microsoft.Authorization/roleAssignments:PrincipalType] StringEqualsIgnoreCase 'ServicePrincipal' )`
  ])('%s leaves a pull alone', condition => {
    expect(valueOf(condition, 'a')).toBe('true')
    expect(valueOf(condition, 'a', write)).toBe('unknown')
  })
})

describe('what cannot be read is unknown and says why', () => {
  test.each([
    ['an operator that does not exist', `${name} StringSoundsLike 'a'`, '2.0', 'unexpected text'],
    ['a missing parenthesis', `(${privateLink}`, '2.0', 'it ends too early'],
    ['text behind the end', `${privateLink} )`, '2.0', 'unexpected text at character 45'],
    ['an open quote', `${name} StringEquals 'a`, '2.0', 'unexpected text'],
    ['a lone literal', "'a'", '2.0', 'it ends too early'],
    ['a bare word', `${name} StringEquals a`, '2.0', 'unexpected text'],
    ['an empty set', `ActionMatches{}`, '2.0', 'unexpected text'],
    ['the old version', hello, '1.0', 'its version is 1.0, not 2.0'],
    ['no version', hello, null, 'its version is not given, not 2.0'],
    [
      'a hundred levels',
      `${'('.repeat(100)}${privateLink}${')'.repeat(100)}`,
      '2.0',
      'deeper than'
    ],
    ['a hundred negations', `${'!'.repeat(100)}${privateLink}`, '2.0', 'deeper than'],
    ['a novel', `${name} StringEquals '${'a'.repeat(20_000)}'`, '2.0', 'longer than']
  ])('%s', (_name, text, version, problem) => {
    const condition = readCondition(text, version)
    expect(condition.kind === 'unreadable' && condition.problem).toContain(problem)
    expect(evaluateCondition(condition, { action: contentRead, repository: 'a' })).toBe('unknown')
  })

  test('the problem quotes the first 60 characters on one line', () => {
    const condition = readCondition(`a\n${'b'.repeat(100)}`, '2.0')
    expect(condition).toEqual({
      kind: 'unreadable',
      problem: `unexpected text at character 1: "a ${'b'.repeat(58)}…"`
    })
  })

  test.each([null, '', '  \n'])('no condition (%j) holds', text => {
    const condition = readCondition(text, null)
    expect(evaluateCondition(condition, { action: contentRead, repository: 'a' })).toBe('true')
  })
})

test('the repositories that a condition names are listed once, as written', () => {
  const named = [hello, prefixes, anyLike, metadataOnly, privateLink].map(text =>
    repositoriesNamed(readCondition(text, '2.0'))
  )
  expect(named).toEqual([
    ['hello-world'],
    ['backend/', 'frontend/js/'],
    ['team-?/*', 'shared/base'],
    ['x'],
    []
  ])
})

describe('whatever the text', () => {
  const pieces = fc.constantFrom(
    ...['(', ')', '{', '}', ',', ':', '!', '&&', '||', ' AND ', ' OR ', 'NOT ', "'", '\\', ' '],
    ...['ActionMatches', 'Exists ', 'ForAnyOfAnyValues:', 'StringLike', 'BoolEquals', 'true', '1'],
    ...[name, privateLink, "'a'", "'*?'", hello]
  )
  const ternaries = ['true', 'false', 'unknown']

  test('reading and evaluating never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 40 }).map(all => all.join(''))
        ),
        fc.string(),
        (text, repository) => {
          expect(ternaries).toContain(valueOf(text, repository))
        }
      ),
      { numRuns: 2000 }
    )
  })

  test.each([
    ['quotes', "'".repeat(16_000)],
    ['escaped quotes', "'\\".repeat(8_000)],
    ['stars', `${name} StringLike '${'*a'.repeat(7_000)}b'`],
    ['brackets', '@Request['.repeat(1_700)],
    ['alternatives', Array.from({ length: 390 }, () => privateLink).join(' OR ')]
  ])('a condition full of %s is read in a moment', (_name, text) => {
    const started = performance.now()
    expect(ternaries).toContain(valueOf(text, 'a'.repeat(255)))
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
