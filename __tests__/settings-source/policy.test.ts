import { describe, expect, test } from '@jest/globals'
import { policyOf } from '../../src/settings-source/policy.ts'
import { options } from '../../src/settings/options.ts'

type Lists = Readonly<Record<string, readonly string[]>>

test.each<[string, Lists, Lists, Lists, readonly string[], readonly string[]]>([
  [
    'what both say counts',
    { namespace: ['a'] },
    { namespace: ['a'] },
    { namespace: ['a'] },
    [],
    []
  ],
  [
    'another value does not',
    { namespace: ['a'] },
    { namespace: ['b'] },
    { namespace: ['a'] },
    [],
    ['namespace']
  ],
  ['a value where there was none does not', {}, { 'fail-on': ['never'] }, {}, [], ['fail-on']],
  [
    'what is left out still counts',
    { 'fail-on': ['note'] },
    {},
    { 'fail-on': ['note'] },
    [],
    ['fail-on']
  ],
  [
    'another order is another value',
    { 'helm-set': ['a=1', 'a=2'] },
    { 'helm-set': ['a=2', 'a=1'] },
    { 'helm-set': ['a=1', 'a=2'] },
    [],
    ['helm-set']
  ],
  [
    'manifests may be added',
    { manifests: ['a'] },
    { manifests: ['a', 'b'] },
    { manifests: ['a', 'b'] },
    ['manifests'],
    []
  ],
  ['manifests may come first', {}, { manifests: ['b'] }, { manifests: ['b'] }, ['manifests'], []],
  [
    'manifests are not taken away',
    { manifests: ['a', 'b'] },
    { manifests: ['b'] },
    { manifests: ['a', 'b'] },
    [],
    ['manifests']
  ],
  [
    'manifests are added and not taken away',
    { manifests: ['a'] },
    { manifests: ['b'] },
    { manifests: ['a', 'b'] },
    ['manifests'],
    ['manifests']
  ],
  [
    'manifests in another order are the same',
    { manifests: ['a', 'b'] },
    { manifests: ['b', 'a'] },
    { manifests: ['a', 'b'] },
    [],
    []
  ]
])('%s', (_name, base, head, settings, added, withheld) => {
  expect(policyOf(base, head)).toEqual({ settings, added, withheld })
})

describe('each option that a settings file may hold', () => {
  test.each(
    options
      .filter(({ trust }) => trust !== 'never')
      .map(({ name, trust }) => [name, trust] as const)
  )('%s', (name, trust) => {
    const { settings, withheld } = policyOf({ [name]: ['ours'] }, { [name]: ['theirs'] })
    expect(settings[name]).toEqual(trust === 'policy' ? ['ours'] : ['ours', 'theirs'])
    expect(withheld).toEqual([name])
  })
})
