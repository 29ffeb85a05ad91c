import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  concernsRegistries,
  covers,
  matchesWildcard,
  names,
  pullOperation,
  takesBack
} from '../../../src/access/rbac/permissions.ts'
import type { Permission } from '../../../src/facts/facts.ts'
import { contentRead, permission, pullRead } from '../facts-builder.ts'

describe('wildcards of role definitions', () => {
  test.each([
    ['the same text matches', pullRead, pullRead, true],
    ['case does not matter', pullRead.toUpperCase(), pullRead, true],
    ['a lone * matches everything', '*', pullRead, true],
    ['* matches slashes too', '*/read', pullRead, true],
    ['* may be empty', `${pullRead}*`, pullRead, true],
    ['a provider prefix matches', 'Microsoft.ContainerRegistry/*', pullRead, true],
    ['a middle * matches', 'Microsoft.ContainerRegistry/*/read', pullRead, true],
    ['several * match', '*ContainerRegistry/*pull*', pullRead, true],
    ['the whole name must match', 'Microsoft.ContainerRegistry', pullRead, false],
    ['another ending does not match', '*/write', pullRead, false],
    ['another provider does not match', 'Microsoft.Network/*', pullRead, false],
    ['start and end must not overlap', 'abc*cde', 'abcde', false],
    ['pieces must not reach into the end', '*a*a', 'a', false],
    ['pieces must come in order', '*pull*registries*', pullRead, false],
    ['a dot is a dot', 'MicrosoftXContainerRegistry/*', pullRead, false],
    ['an empty pattern matches nothing', '', pullRead, false]
  ])('%s: %s', (_name, pattern, text, expected) => {
    expect(matchesWildcard(pattern, text)).toBe(expected)
  })

  const letters = fc.array(fc.constantFrom('a', 'b', '/', '*'), { maxLength: 12 })

  test('agrees with a regular expression on small texts', () => {
    fc.assert(
      fc.property(letters, letters, (pattern, text) => {
        const [wanted, name] = [pattern.join(''), text.join('').replaceAll('*', 'a')]
        const regular = new RegExp(`^${wanted.replaceAll('*', '.*')}$`)
        expect(matchesWildcard(wanted, name)).toBe(regular.test(name))
      })
    )
  })

  test('hostile patterns cost no more than a moment', () => {
    const started = performance.now()
    expect(matchesWildcard(`${'a*'.repeat(20_000)}b`, 'a'.repeat(40_000))).toBe(false)
    expect(performance.now() - started).toBeLessThan(1000)
  })
})

describe('one permission entry', () => {
  const { legacy, abac } = pullOperation

  test.each([
    ['actions cover an action', { actions: [pullRead] }, true, false],
    ['data actions cover a data action', { dataActions: [contentRead] }, false, true],
    ['* in actions is no data action', { actions: ['*'] }, true, false],
    ['* in data actions is no action', { dataActions: ['*'] }, false, true],
    ['not actions subtract', { actions: ['*'], notActions: ['*/pull/read'] }, false, false],
    [
      'not actions leave data actions alone',
      { dataActions: ['*'], notActions: ['*'] },
      false,
      true
    ],
    [
      'not data actions subtract',
      { dataActions: ['*'], notDataActions: ['*/content/*'] },
      false,
      false
    ],
    ['an empty entry covers nothing', {}, false, false]
  ])('%s', (_name, changes, legacyCovered, abacCovered) => {
    const entry = permission(changes)
    expect([covers(entry, legacy), covers(entry, abac)]).toEqual([legacyCovered, abacCovered])
  })

  test('giving and taking back is told apart from never giving', () => {
    const both = permission({ actions: ['*'], notActions: [pullRead] })
    expect(takesBack(both, legacy)).toBe(true)
    expect(takesBack(permission({ notActions: [pullRead] }), legacy)).toBe(false)
    expect(takesBack(permission({ actions: [pullRead] }), legacy)).toBe(false)
  })

  test.each<[string, readonly string[], boolean]>([
    ['it alone', [pullRead.toLowerCase()], true],
    ['it beside a wildcard', ['Microsoft.ContainerRegistry/*', pullRead], true],
    ['a wildcard', ['Microsoft.ContainerRegistry/*'], false],
    ['another operation', [contentRead], false],
    ['another operation beside a wildcard', [contentRead, '*/read'], false]
  ])('an operation is spelled out, or not, by %s', (_name, actions, expected) => {
    expect(names(permission({ actions }), legacy)).toBe(expected)
  })

  test.each<[string, Partial<Permission>, boolean]>([
    ['an action of their provider', { actions: ['microsoft.containerregistry/*'] }, true],
    ['one beside others', { actions: ['Microsoft.Network/*', pullRead, '*'] }, true],
    ['a data action', { dataActions: [contentRead] }, true],
    ['what it takes away', { actions: ['*'], notActions: [pullRead] }, false],
    ['everything', { actions: ['*', 'Microsoft.Network/*'] }, false],
    ['nothing', {}, false]
  ])('an entry concerns registries, or not, by %s', (_name, changes, expected) => {
    expect(concernsRegistries(permission(changes))).toBe(expected)
  })
})
