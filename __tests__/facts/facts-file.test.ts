import { describe, expect, test } from '@jest/globals'
import { InputError } from '../../src/base/errors.ts'
import { readFacts, writeFacts } from '../../src/facts/facts-file.ts'
import { factsJsonSchema } from '../../scripts/docs/facts-schema.ts'
import { factsSchemaUrl } from '../../src/facts/facts-schema.ts'
import { sampleFacts } from './sample-facts.ts'

const written = writeFacts(sampleFacts)

/** The sample's file with one place replaced; `path` as in error messages. */
function fileWith(path: readonly (string | number)[], value: unknown, file = written): string {
  const change = (node: unknown, [key, ...rest]: readonly (string | number)[]): unknown => {
    if (key === undefined) return value
    if (Array.isArray(node))
      return node.map((item: unknown, index) => (index === key ? change(item, rest) : item))
    return { ...Object(node), [key]: change(Reflect.get(Object(node), key), rest) }
  }
  return JSON.stringify(change(JSON.parse(file), path))
}

const messageFrom = (text: string): string => {
  try {
    readFacts(text)
  } catch (error) {
    if (error instanceof InputError) return error.message
    throw error
  }
  return 'accepted'
}

describe('writing', () => {
  test('what was written is read as the same facts', () => {
    expect(readFacts(written)).toEqual(sampleFacts)
  })

  test('the file names its schema and ends with a line break', () => {
    expect(
      written.startsWith(`{\n  "$schema": "${factsSchemaUrl}",\n  "schemaVersion": "1",`)
    ).toBe(true)
    expect(written.endsWith('}\n')).toBe(true)
  })

  test('the order of keys is that of the schema, whatever order the facts have', () => {
    const reversed = Object.fromEntries(Object.entries(sampleFacts).toReversed())
    expect(writeFacts({ ...sampleFacts, ...reversed })).toBe(written)
  })

  test('nothing is written that the schema does not name', () => {
    expect(writeFacts({ ...sampleFacts, ...{ token: 'canary' } })).toBe(written)
  })
})

describe('reading', () => {
  test('unknown keys are ignored', () => {
    expect(readFacts(fileWith(['addedLater'], { deep: 1 }))).toEqual(sampleFacts)
  })

  test('keys that older files do not have are not known, or empty', () => {
    const path = (list: string) => [list, 0, 'answer', 'value']
    const old = [
      [...path('clusters'), 'outboundIpIds'],
      [...path('clusters'), 'artifactSource'],
      [...path('clusters'), 'nodePools', 0, 'subnetId'],
      [...path('registries'), 'networkRuleCount'],
      [...path('registries'), 'pendingPrivateEndpoints'],
      [...path('registries'), 'keyIdentity']
    ].reduce((file, key) => fileWith(key, undefined, file), written)
    const { clusters, registries } = readFacts(old)
    expect(clusters[0]?.answer).toMatchObject({
      value: { outboundIpIds: [], artifactSource: null, nodePools: [{ subnetId: null }] }
    })
    expect(registries[0]?.answer).toMatchObject({
      value: { networkRuleCount: null, pendingPrivateEndpoints: null, keyIdentity: null }
    })
  })

  test('a byte order mark is skipped', () => {
    expect(readFacts(`\uFEFF${written}`)).toEqual(sampleFacts)
  })

  test.each([
    ['half a file', written.slice(0, 100), /^The facts file is not JSON \(.+\): give a file/],
    ['another document', '{"kind":"Pod"}', /has no schemaVersion/],
    ['a list', '[]', /has no schemaVersion/],
    [
      'a file of a later version',
      fileWith(['schemaVersion'], '2'),
      /schemaVersion "2", and this acr-pull-check reads only "1"/
    ],
    ['the version as a number', fileWith(['schemaVersion'], 1), /schemaVersion 1, and/],
    [
      'a missing list',
      fileWith(['registries'], undefined),
      /: registries must be of type array, not missing\./
    ],
    [
      'a text where a list belongs',
      fileWith(['clusters', 0, 'answer', 'value', 'nodePools', 0, 'taints'], 'x'),
      /: clusters\[0\]\.answer\.value\.nodePools\[0\]\.taints must be of type array, not a value of type string\./
    ],
    [
      'a value out of a list',
      fileWith(['registries', 0, 'answer', 'value', 'roleAssignmentMode'], 'rbac'),
      /registries\[0\]\.answer\.value\.roleAssignmentMode must be "legacy" or "abac", not a value of type string/
    ],
    [
      'null where a text belongs',
      fileWith(['registries', 0, 'host'], null),
      /registries\[0\]\.host must be of type string, not null/
    ],
    [
      'a time that is none',
      fileWith(['collectedAt'], 'yesterday'),
      /collectedAt must be a time in ISO 8601/
    ],
    [
      'an answer that is neither known nor unknown',
      fileWith(['registries', 0, 'answer'], { known: 'yes' }),
      /registries\[0\]\.answer/
    ]
  ])('%s is refused with the place and what was expected', (_name, text, expected) => {
    expect(messageFrom(text)).toMatch(expected)
  })

  test('several wrong keys are counted', () => {
    const text = JSON.stringify({ schemaVersion: '1', collectedAt: '2026-09-01T08:00:00Z' })
    expect(messageFrom(text)).toContain('cloud must be of type object, not missing (and 7 more)')
  })

  test('wrong values are not repeated', () => {
    expect(messageFrom(fileWith(['registries', 0, 'host'], ['canary']))).not.toContain('canary')
  })
})

describe('JSON Schema', () => {
  const schema = JSON.stringify(factsJsonSchema())

  test('it is a JSON Schema of 2020-12 under its published address', () => {
    expect(factsJsonSchema()).toMatchObject({
      $schema: 'https://json-schema.org/draft/2020-12/schema',
      $id: factsSchemaUrl,
      type: 'object'
    })
  })

  test('its parts have names and say what they are', () => {
    expect(factsJsonSchema()['$defs']).toMatchObject({
      Registry: { type: 'object', description: expect.stringContaining('Container Registry') }
    })
  })

  test('it forbids no further keys, because readers ignore them', () => {
    expect(schema).not.toContain('"additionalProperties":false')
  })

  test('it marks nothing as owned by a server', () => {
    expect(schema).not.toContain('readOnly')
  })
})
