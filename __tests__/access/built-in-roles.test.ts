import { describe, expect, test } from '@jest/globals'
import { builtInRoles } from './built-in-roles.ts'
import { abac, decide } from './deciding.ts'
import { assignment, type Setting } from './facts-builder.ts'

describe('built-in roles are judged by their permissions', () => {
  test.each(
    builtInRoles.map(({ definition, pulls }) => [definition.name, pulls, definition] as const)
  )('%s pulls in mode: %s', (_name, pulls, definition) => {
    const resultIn = (changes: Setting['registry']) =>
      decide({ registry: changes ?? {}, held: [assignment(definition)], definitions: [definition] })
        .result
    expect([resultIn({}), resultIn(abac)]).toEqual([
      pulls === 'legacy' || pulls === 'both' ? 'granted' : 'refused',
      pulls === 'abac' || pulls === 'both' ? 'granted' : 'refused'
    ])
  })

  test('24 of them pull in legacy mode, 6 in ABAC mode', () => {
    const count = (mode: 'legacy' | 'abac') =>
      builtInRoles.filter(({ pulls }) => pulls === mode || pulls === 'both').length
    expect([count('legacy'), count('abac')]).toEqual([24, 6])
  })
})
