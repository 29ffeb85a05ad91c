import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { goMatches } from '../../../src/manifests/kustomize/re2/program.ts'
import { matchesImage } from '../../../src/manifests/kustomize/kustomize-images.ts'
import { lineLocation } from '../../../src/yaml/location.ts'
import { describeWith } from '../binaries.ts'
import { load, placesOf, podWith } from '../workspace-files.ts'

const registry = 'contoso.azurecr.io'

const entryNamed = (name: string) => ({
  name,
  newName: null,
  newTag: null,
  tagSuffix: null,
  digest: null,
  location: lineLocation('kustomization.yaml', 3)
})

/** kubernetes-sigs/kustomize, api/internal/image/image.go, IsImageMatched. */
const rows: readonly (readonly [
  name: string,
  expression: string,
  image: string,
  expected: 'yes' | 'no' | 'maybe'
])[] = [
  ['a plain name', 'app', 'app', 'yes'],
  ['another name', 'app', 'apps', 'no'],
  ['a dot for any character', `${registry}/app`, 'contosoXazurecr.io/app', 'yes'],
  ['any text', '.*', `${registry}/app:1`, 'yes'],
  ['any end', `${registry}/.*`, `${registry}/team/app`, 'yes'],
  ['any beginning', '.*/app', `${registry}/app:1`, 'yes'],
  ['any beginning of nothing', '.*app', 'app', 'yes'],
  ['some text', '.+/app', '/app', 'no'],
  ['an optional character', 'apps?', 'app', 'yes'],
  ['a class', '[a-c]pp', 'bpp', 'yes'],
  ['a class that leaves out', '[^a]pp', 'app', 'no'],
  ['many of a class', '[a-z0-9-]+', 'my-app2', 'yes'],
  ['an escaped dot', String.raw`contoso\.azurecr\.io/app`, `${registry}/app`, 'yes'],
  ['an escaped dot elsewhere', String.raw`contoso\.azurecr\.io/a`, 'contosoXazurecr.io/a', 'no'],
  ['alternatives in a group', `${registry}/(web|api)`, `${registry}/api:1`, 'yes'],
  ['none of the alternatives', `${registry}/(web|api)`, `${registry}/job:1`, 'no'],
  [
    'alternatives without a group, the first anywhere behind the start',
    'web|api',
    'website',
    'yes'
  ],
  ['alternatives without a group, the last anywhere before the end', 'web|api', 'x/api:1', 'yes'],
  ['alternatives without a group, in the middle', 'web|api', 'x/web/y', 'no'],
  ['a group that captures nothing', '(?:a|b)+', 'abba', 'yes'],
  ['a named group', '(?P<team>[a-z]+)/app', 'shop/app', 'yes'],
  ['groups in groups', '(a(b|c))*d', 'abacd', 'yes'],
  ['an empty alternative', 'app(|-dev)', 'app-dev', 'yes'],
  ['a count', 'a{2}', 'aa', 'yes'],
  ['a count that is not reached', 'a{2,3}', 'a', 'no'],
  ['a count without end', 'a{2,}', 'aaaaa', 'yes'],
  ['braces that are no count', 'a{b}', 'a{b}', 'yes'],
  ['a class by its letter', String.raw`\w+/\d`, 'app/1', 'yes'],
  ['a class by its name', '[[:alpha:]]+', 'app', 'yes'],
  ['an own anchor', '^app$', 'app', 'yes'],
  ['an own anchor before the tag', 'app$', 'app:1', 'no'],
  ['a lazy repetition', 'a+?b', 'aab', 'yes'],
  ['a group that is not closed', '(web', 'web', 'maybe'],
  ['a group with flags', '(?i)APP', 'app', 'maybe'],
  ['a word boundary', String.raw`\bapp`, 'app', 'maybe'],
  ['a repeated repetition', 'a**', 'a', 'maybe'],
  ['a class of Unicode', String.raw`\pL+`, 'app', 'maybe'],
  ['a count that Go refuses', 'a{1001}', 'a', 'maybe'],
  ['counts of counts', '((a{99}){99}){99}', 'a', 'maybe']
]

describe('the name of an entry of images', () => {
  test.each(rows)('%s: %s for %s is %s', (_name, expression, image, expected) => {
    expect(matchesImage(entryNamed(expression), image)).toBe(expected)
  })

  test.each([
    ['a*'.repeat(400), 'a'.repeat(900)],
    ['(a|a)*'.repeat(100), 'a'.repeat(900)],
    [`${'('.repeat(300)}a*${')*'.repeat(300)}`, 'a'.repeat(900)],
    ['(.*a){20}', 'a'.repeat(900)]
  ])('%s takes no time, whoever wrote it', (expression, text) => {
    const startedAt = performance.now()
    goMatches(`^${expression}$`, `${text}!`)
    expect(performance.now() - startedAt).toBeLessThan(5_000)
  })

  test('says what the engine of JavaScript says, of what both know', () => {
    const { expression } = fc.letrec<{ expression: string; atom: string }>(tie => ({
      atom: fc.oneof(
        { maxDepth: 3, depthIdentifier: 'expression' },
        fc.constantFrom('a', 'b', '.', '[ab]', '[^a]', '[a-b]', String.raw`\.`, String.raw`\w`),
        tie('expression').map(inner => `(${inner})`)
      ),
      expression: fc
        .array(
          fc
            .tuple(tie('atom'), fc.constantFrom('', '', '*', '+', '?', '{2}', '{1,2}', '|'))
            .map(([atom, more]) => atom + more),
          { maxLength: 4, depthIdentifier: 'expression' }
        )
        .map(parts => parts.join(''))
    }))
    const text = fc.string({ unit: fc.constantFrom('a', 'b', '.', 'c'), maxLength: 7 })
    fc.assert(
      fc.property(expression, text, (source, image) => {
        expect(goMatches(`^${source}$`, image)).toBe(new RegExp(`^${source}$`).test(image))
      }),
      { numRuns: 2_000 }
    )
  })
})

describeWith('kustomize', 'what kustomize takes for an image', () => {
  test.each(rows.filter(([, , , expected]) => expected !== 'maybe'))(
    '%s: %s for %s is %s',
    async (_name, expression, image, expected) => {
      if (/\s|[{}]/.test(image)) return
      const { uses } = await load({
        'kustomization.yaml': `resources: [pod.yaml]\nimages:\n- name: '${expression}'\n  newName: fabrikam.azurecr.io/new\n`,
        'pod.yaml': podWith(`"${image}"`)
      })
      const isTaken = uses.some(use => use.image.text.startsWith('fabrikam.azurecr.io/new'))
      expect(isTaken ? 'yes' : 'no').toBe(expected)
    }
  )
})

const overlay = (name: string) => ({
  'base/kustomization.yaml': 'resources: [pod.yaml]\n',
  'base/pod.yaml': podWith('contoso.azurecr.io/app:1'),
  'prod/kustomization.yaml': `resources: [../base]\nimages:\n- name: '${name}'\n  newName: fabrikam.azurecr.io/app\n`
})

test.each([
  ['that renames it', 'contoso.*/app', 'prod'],
  ['that renames it with others', '(contoso|x).azurecr.io/app', 'prod'],
  ['that may rename it', '(?i)CONTOSO.azurecr.io/app', 'prod'],
  ['that renames others of a group', '(fabrikam|x).azurecr.io/app', null],
  ['that renames others', 'fabrikam.*', null]
])('an image below a kustomization that is not built, and %s', async (_name, name, unbuilt) => {
  const { uses } = await load(overlay(name), { render: false })
  const pods = uses.filter(use => use.class === 'pod')
  expect(pods.map(use => use.unbuilt)).toEqual([unbuilt])
})

describeWith('kustomize', 'an image that a pattern renames', () => {
  test('is told at the entry', async () => {
    for (const name of ['contoso.*/app', '(contoso|x).azurecr.io/[a-z]{3}'])
      expect(placesOf(await load(overlay(name)))).toEqual([
        'prod/kustomization.yaml:4 fabrikam.azurecr.io/app:1 exact'
      ])
  })
})
