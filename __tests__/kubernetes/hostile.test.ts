import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { anyCharacter } from '../base/any-character.ts'
import { readManifest, type ReadOptions } from '../../src/kubernetes/read.ts'

const options: ReadOptions = {
  namespace: 'default',
  namespaceOverrides: false,
  variables: {},
  substitution: null,
  registrySuffixes: ['azurecr.io']
}
const read = (text: string) => readManifest({ file: 'app.yaml', text, named: true }, options)

/** Generous: the machine may be busy. What is not bounded takes minutes or all memory. */
const seconds = 15

const deployment = (containers: string) =>
  `apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: web}\nspec:\n  template:\n    spec:\n      containers:\n${containers}`

const bomb = [
  `x0: &x0 [${Array(10).fill('image').join(',')}]`,
  ...Array.from(
    { length: 8 },
    (_, level) => `x${level + 1}: &x${level + 1} [${Array(10).fill(`*x${level}`).join(',')}]`
  )
].join('\n')

const mergeBomb = [
  'x0: &x0 {image: a}',
  ...Array.from(
    { length: 30 },
    (_, level) =>
      `x${level + 1}: &x${level + 1} {a: *x${level}, b: *x${level}, <<: [*x${level}, *x${level}]}`
  )
].join('\n')

const flat = (length: number, line: (index: number) => string) =>
  Array.from({ length }, (_, index) => line(index)).join('')

describe('hostile files are refused or read in bounded time', () => {
  test.each<[name: string, text: string, severity: string | undefined]>([
    ['an alias bomb', bomb, 'warning'],
    ['a bomb of merge keys', mergeBomb, 'warning'],
    [
      'many small bombs in one file',
      flat(
        500,
        () =>
          `a: &a [${'image,'.repeat(90)}]\nb: &b [${'*a,'.repeat(90)}]\nc: [${'*b,'.repeat(10)}]\n---\n`
      ),
      'warning'
    ],
    ['100,000 levels of flow', `image: ${'['.repeat(100_000)}`, 'warning'],
    ['100,000 levels of block sequences', `image:\n${'- '.repeat(100_000)}`, 'warning'],
    ['3,000 levels of mappings', flat(3000, level => `${' '.repeat(level)}image:\n`), 'warning'],
    ['100,000 levels of templates', '{{'.repeat(100_000), 'warning'],
    ['a text of 10 MB', `image: ${'x'.repeat(10_000_000)}`, undefined],
    ['a quoted text of 10 MB', `image: "${'\\n'.repeat(5_000_000)}"`, undefined],
    ['an image of 10 MB', deployment(`      - image: ${'a.'.repeat(5_000_000)}`), undefined],
    [
      'a block text of registry hosts',
      `apiVersion: v1\nkind: ConfigMap\ndata:\n  a: |\n${'    contoso.azurecr.io/app:1\n'.repeat(20_000)}`,
      undefined
    ],
    ['a list of 5 million items', `image: [${'a,'.repeat(5_000_000)}]`, 'warning'],
    ['2 million separators', '---\n'.repeat(2_000_000), undefined],
    ['20,000 broken documents', 'image: [\n---\n'.repeat(20_000), 'warning'],
    ['100,000 lines outside of their bracket', `image: [\n${'a,\n'.repeat(100_000)}]\n`, 'warning'],
    ['a NUL byte', 'image: a\0', 'warning'],
    ['tags', `image: ${'!<a> '.repeat(100_000)}`, 'warning'],
    ['a tag with an undeclared handle', 'image: !a!b c', 'warning'],
    ['an unclosed JSON text', `{"image": "${'\\"'.repeat(1_000_000)}`, 'warning'],
    ['lone surrogates', 'image: \uD800', 'warning']
  ])('%s', (_name, text, severity) => {
    const start = performance.now()
    const { problems } = read(text)
    expect(problems[0]?.severity).toBe(severity)
    expect(performance.now() - start).toBeLessThan(seconds * 1000)
  })

  test('100,000 containers in one document are all read', () => {
    const { uses, problems } = read(
      deployment(
        flat(
          100_000,
          index => `      - name: c${index}\n        image: contoso.azurecr.io/app:${index}\n`
        )
      )
    )
    expect(problems).toEqual([])
    expect(uses).toHaveLength(100_000)
    expect(uses.at(-1)?.location).toMatchObject({ line: 200_007, column: 16 })
  })

  test('10,000 containers that share one anchor are all read', () => {
    const { uses, problems } = read(
      deployment(
        `      - &c {name: a, image: contoso.azurecr.io/app:1, env: [{name: A, value: b}]}\n${'      - <<: *c\n'.repeat(10_000)}`
      )
    )
    expect(problems).toEqual([])
    expect(uses).toHaveLength(10_001)
  })
})

describe('any text is read without an exception', () => {
  const pieces = fc.constantFrom(
    'apiVersion: v1\n',
    'kind: Pod\n',
    'kind: List\n',
    'items:\n',
    '- ',
    'spec:\n',
    '  containers:\n',
    '  - image: ',
    'image: ',
    'contoso.azurecr.io/a:1',
    '&a ',
    '*a',
    '<<: *a\n',
    '{',
    '}',
    '[',
    ']',
    ',',
    '"',
    "'",
    '|\n',
    '>\n',
    '\n',
    '  ',
    '\t',
    '#',
    '---\n',
    '...\n',
    '%YAML 1.1\n',
    '!!str ',
    '? ',
    ': ',
    '~',
    '{{ x }}',
    '${X}',
    '\\',
    '\0',
    '\uFEFF',
    '\r\n',
    '1.10',
    'name: ',
    'repository: ',
    'registry: '
  )

  test('made of the pieces of manifests', () => {
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), parts => {
        const text = parts.join('')
        for (const { location } of [...read(text).uses, ...read(text).problems]) {
          expect(location.line).toBeGreaterThan(0)
          expect(location.line).toBeLessThanOrEqual(text.split('\n').length)
          expect(location.column).toBeGreaterThan(0)
        }
      }),
      { numRuns: 3000 }
    )
  })

  test('made of any characters', () => {
    fc.assert(
      fc.property(fc.string({ unit: anyCharacter, maxLength: 200 }), text => {
        read(`image: ${text}`)
      })
    )
  })
})
