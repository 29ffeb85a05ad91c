import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  evaluateCondition,
  readCondition,
  repositoriesNamed
} from '../../../src/access/rbac/condition.ts'
import { contentRead, metadataRead } from '../facts-builder.ts'

const contentWrite = 'Microsoft.ContainerRegistry/registries/repositories/content/write'
const name = '@Request[Microsoft.ContainerRegistry/registries/repositories:name]'
const otherName = '@Request[Microsoft.ContainerRegistry/registries/repositories:tag]'
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
const actions = `ActionMatches{'${contentRead}', '${metadataRead.toUpperCase()}'}`
const several = `(!(${actions}) OR (${name} StringEquals 'x'))`
const wildcard = `(!(ActionMatches{'x/write', '*/READ'}) OR (${name} StringEquals 'x'))`
const privateLink = '@Environment[isPrivateLink] BoolEquals true'

const valueOf = (text: string, repository: string, action = contentRead): string =>
  evaluateCondition(readCondition(text, '2.0'), { action, repository })

describe('conditions as registries use them', () => {
  test.each([
    ['vendor shape, the repository itself', hello, 'hello-world', contentRead, 'yes'],
    ['vendor shape, case ignored', hello, 'Hello-World', contentRead, 'yes'],
    ['vendor shape, a longer name', hello, 'hello-world2', contentRead, 'no'],
    ['vendor shape, an action it does not limit', hello, 'other', contentWrite, 'yes'],
    ['prefixes, the first', prefixes, 'backend/nginx', contentRead, 'yes'],
    ['prefixes, the second', prefixes, 'frontend/js/x', contentRead, 'yes'],
    ['prefixes, only half of the second', prefixes, 'frontend/css', contentRead, 'no'],
    ['prefixes, the slash counts', prefixes, 'backend-infra/k8s', contentRead, 'no'],
    ['@Resource, which only the preview had', preview, 'team1/a', contentRead, 'maybe'],
    ['@Resource, another repository', preview, 'infra/a', contentRead, 'maybe'],
    ['one clause for each action, inside', perAction, 'apps/a', contentRead, 'yes'],
    ['one clause for each action, outside', perAction, 'infra/a', contentRead, 'no'],
    ['Like with ? and *', anyLike, 'team-a/x', contentRead, 'yes'],
    ['Like without wildcards', anyLike, 'shared/base', contentRead, 'yes'],
    ['Like, no value fits', anyLike, 'teams/x', contentRead, 'no'],
    ['metadata only does not limit content', metadataOnly, 'zzz', contentRead, 'yes'],
    ['metadata only limits metadata', metadataOnly, 'zzz', metadataRead, 'no'],
    ['one clause for several actions, the first', several, 'zzz', contentRead, 'no'],
    ['one clause for several actions, the last', several, 'zzz', metadataRead, 'no'],
    ['one clause for several actions, another', several, 'zzz', contentWrite, 'yes'],
    ['several actions, the repository fits', several, 'x', metadataRead, 'yes'],
    ['an action by a wildcard', wildcard, 'zzz', metadataRead, 'no'],
    ['an action that no wildcard fits', wildcard, 'zzz', contentWrite, 'yes'],
    ['the environment is not known', privateLink, 'a', contentRead, 'maybe']
  ])('%s', (_name, condition, repository, action, expected) => {
    expect(valueOf(condition, repository, action)).toBe(expected)
  })
})

describe('operators', () => {
  test.each([
    [`${name} StringEquals 'a/b'`, 'yes'],
    [`${name} StringEquals 'A/B'`, 'no'],
    [`${name} StringNotEquals 'a/b'`, 'no'],
    [`${name} StringNotEqualsIgnoreCase 'A/B'`, 'no'],
    [`${name} stringstartswith 'a/'`, 'yes'],
    [`${name} StringStartsWith 'A/'`, 'no'],
    [`${name} StringNotStartsWith 'b'`, 'yes'],
    [`${name} StringNotStartsWithIgnoreCase 'A'`, 'no'],
    [`${name} StringLike 'a/?'`, 'yes'],
    [`${name} StringLike 'a?'`, 'no'],
    [`${name} StringLike 'a/b*'`, 'yes'],
    [`${name} StringLike '*b*c'`, 'no'],
    [`${name} StringNotLike '*'`, 'no'],
    [`${name} StringNotLikeIgnoreCase 'B*'`, 'yes'],
    [`'a*b' StringLike 'a\\*b'`, 'yes'],
    [`'axb' StringLike 'a\\*b'`, 'no'],
    [`'A0' GuidEquals 'a0'`, 'yes'],
    [`'A0' GuidNotEquals 'a0'`, 'no'],
    ['true BoolEquals TRUE', 'yes'],
    ['true BoolNotEquals true', 'no'],
    ['1.50 NumericEquals 1.5', 'yes'],
    ['2 NumericNotEquals 2', 'no'],
    ['1 NumericLessThan 2', 'yes'],
    ['2 NumericLessThanEquals 2', 'yes'],
    ['1 NumericGreaterThan 2', 'no'],
    ['1 NumericGreaterThanEquals 2', 'no'],
    ["'2026-01-01T00:00:00Z' DateTimeLessThan '2026-01-02T00:00:00Z'", 'yes'],
    ["'2026-01-01T01:00:00+01:00' DateTimeEquals '2026-01-01T00:00:00Z'", 'yes'],
    ["'soon' DateTimeEquals '2026-01-01T00:00:00Z'", 'maybe'],
    [`${name} NumericEquals 1`, 'maybe'],
    [`${name} BoolEquals true`, 'maybe'],
    ["'it''s' StringEquals 'it\\'s'", 'yes'],
    [`Exists ${name}`, 'yes'],
    [`NOT Exists ${name}`, 'no'],
    [`Exists ${resourceName}`, 'maybe'],
    [`Exists ${otherName}`, 'maybe'],
    [`${otherName} StringEquals 'a/b'`, 'maybe'],
    [`'a/b' StringEquals ${otherName}`, 'maybe'],
    ["SubOperationMatches{'Blob.List'}", 'maybe'],
    [
      "@Principal[Microsoft.Directory/CustomSecurityAttributes/Id:Team_A] StringEquals 'x'",
      'maybe'
    ],
    ["@Resource[Microsoft.Storage/x/tags:Project<$key_case_sensitive$>] StringEquals 'x'", 'maybe'],
    ["@Environment[UtcNow] DateTimeGreaterThan '2026-01-01T00:00:00Z'", 'maybe']
  ])('%s is %s for repository a/b', (condition, expected) => {
    expect(valueOf(condition, 'a/b')).toBe(expected)
  })
})

describe('quantifiers: the first word counts left values, the second right values', () => {
  test.each([
    ["{'a','b'} ForAnyOfAnyValues:StringEquals {'b','c'}", 'yes'],
    ["{'a','b'} ForAnyOfAnyValues:StringEquals {'c'}", 'no'],
    ["{'a','b'} ForAllOfAnyValues:StringEquals {'b','c'}", 'no'],
    ["{'a','b'} ForAllOfAnyValues:StringEquals {'c','b','a'}", 'yes'],
    ["{'ab','x'} ForAnyOfAllValues:StringStartsWith {'a','ab'}", 'yes'],
    ["{'a','x'} ForAnyOfAllValues:StringStartsWith {'a','ab'}", 'no'],
    ["{'a','a'} ForAllOfAllValues:StringEquals {'a'}", 'yes'],
    ["{'a','b'} ForAllOfAllValues:StringNotEquals {'c','b'}", 'no'],
    ["{'a','b'} ForAllOfAllValues:StringNotEquals {'c','d'}", 'yes'],
    [`${name} ForAnyOfAnyValues: StringEquals {'a/b'}`, 'yes'],
    [`${name} StringEquals {'a/b'}`, 'yes'],
    [`${name} StringEquals {'a/b','c'}`, 'maybe'],
    [`{'a/b','c'} StringEquals ${name}`, 'maybe'],
    [`${name} ForAnyOfAnyValues:StringEquals {'a/b', @Resource[x]}`, 'maybe']
  ])('%s is %s', (condition, expected) => {
    expect(valueOf(condition, 'a/b')).toBe(expected)
  })
})

describe('logic', () => {
  const [yes, no, open] = ['true BoolEquals true', 'true BoolEquals false', privateLink]

  test.each([
    [`${yes} AND ${no}`, 'no'],
    [`${yes} && ${yes}`, 'yes'],
    [`${no} || ${yes}`, 'yes'],
    [`${no} or ${no}`, 'no'],
    [`${open} OR ${yes}`, 'yes'],
    [`${open} OR ${no}`, 'maybe'],
    [`${open} AND ${no}`, 'no'],
    [`${open} AND ${yes}`, 'maybe'],
    [`NOT ${open}`, 'maybe'],
    [`!!(${yes})`, 'yes'],
    [`not (${yes} and ${no})`, 'yes'],
    [`${yes} OR ${no} AND ${no}`, 'yes'],
    [`(${yes} OR ${no}) AND ${no}`, 'no']
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
    expect(valueOf(condition, 'a')).toBe('yes')
    expect(valueOf(condition, 'a', write)).toBe('maybe')
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
    expect(evaluateCondition(condition, { action: contentRead, repository: 'a' })).toBe('maybe')
  })

  test('the problem quotes the first 60 characters on one line', () => {
    const condition = readCondition(`a\n${'b'.repeat(100)}`, '2.0')
    expect(condition).toEqual({
      kind: 'unreadable',
      problem: `unexpected text at character 1: "a ${'b'.repeat(58)}…"`
    })
  })

  test.each([
    ['60 characters whole', 'b'.repeat(60), `"${'b'.repeat(60)}"`],
    ['61 cut', 'b'.repeat(61), `"${'b'.repeat(60)}…"`],
    ['no space around', ' \n b \n', '"b"']
  ])('the problem quotes %s', (_name, text, quoted) => {
    expect(readCondition(text, '1.0')).toEqual({
      kind: 'unreadable',
      problem: `its version is 1.0, not 2.0: ${quoted}`
    })
  })

  test('at a registry without repository permissions, a repository decides nothing', () => {
    const legacy = 'Microsoft.ContainerRegistry/registries/pull/read'
    expect(valueOf(`${name} StringEquals 'app'`, 'app', legacy)).toBe('maybe')
    expect(valueOf(`${name} StringEquals 'app'`, 'app')).toBe('yes')
    expect(valueOf(hello, 'app', legacy)).toBe('yes')
  })

  test.each([null, '', '  \n'])('no condition (%j) holds', text => {
    const condition = readCondition(text, null)
    expect(evaluateCondition(condition, { action: contentRead, repository: 'a' })).toBe('yes')
  })
})

test('the repositories that a condition names are listed once, as written', () => {
  const nested = `NOT (${name} StringEquals 'a' AND ${name} StringLike 'b*') OR ${name} StringEquals 'a'`
  const others = `${otherName} StringEquals 'x' OR 'y' StringEquals ${name} OR ${name} StringEquals ${name}`
  const texts = [hello, prefixes, anyLike, metadataOnly, privateLink, nested, others, `${name} (`]
  const named = texts.map(text => repositoriesNamed(readCondition(text, '2.0')))
  expect(named).toEqual([
    ['hello-world'],
    ['backend/', 'frontend/js/'],
    ['team-?/*', 'shared/base'],
    ['x'],
    [],
    ['a', 'b*'],
    [],
    []
  ])
})

describe('whatever the text', () => {
  const pieces = fc.constantFrom(
    ...['(', ')', '{', '}', ',', ':', '!', '&&', '||', ' AND ', ' OR ', 'NOT ', "'", '\\', ' '],
    ...['ActionMatches', 'Exists ', 'ForAnyOfAnyValues:', 'StringLike', 'BoolEquals', 'true', '1'],
    ...[name, privateLink, "'a'", "'*?'", hello]
  )
  const answers = ['yes', 'no', 'maybe']

  test('reading and evaluating never throws', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.string(),
          fc.array(pieces, { maxLength: 40 }).map(all => all.join(''))
        ),
        fc.string(),
        (text, repository) => {
          expect(answers).toContain(valueOf(text, repository))
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
    expect(answers).toContain(valueOf(text, 'a'.repeat(255)))
    expect(performance.now() - started).toBeLessThan(1000)
  })
})
