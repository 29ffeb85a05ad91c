import { describe, expect, test } from '@jest/globals'
import { mayConcernPulls } from '../../src/kubernetes/document-filter.ts'
import { mentionSearch } from '../../src/kubernetes/images/mentions.ts'

const mentions = mentionSearch(['azurecr.io'])

const looked: readonly (readonly [string, string])[] = [
  ['an image key', 'spec:\n  image: web\n'],
  ['an image key that an escape hides', '"i\\u006dage": web\n'],
  ['a service account', 'kind: ServiceAccount\n'],
  ['a registry in a text', 'data:\n  host: CONTOSO.AzureCR.io\n'],
  ['a tab in the indentation', 'data:\n\tkey: 1\n'],
  ['a tab behind the dash of an item', 'data:\n  - \tkey: 1\n'],
  ['a bracket that its line does not close', 'args: [one,\n'],
  ['a brace that its line does not close', 'labels: {a: 1\n'],
  ['a quote that its line does not close', 'key: "text\n'],
  ['a single quote that the last line does not close', "items:\n  - 'text"],
  ['two values on one line', 'key: value other: value\n'],
  ['two values on one line, a colon within the first', 'key: http://host other: value\n'],
  ['two values on one line, two colons within the first', 'rule: std::map: x\n'],
  ['an object in JSON', '{"apiVersion": "apps/v1", "kind": "Deployment" "metadata": {}}'],
  ['an object in JSON below a comment', '# a\n{"apiVersion": "v1", "kind": "ConfigMap" "data": {}}']
]

const skipped: readonly (readonly [string, string])[] = [
  ['an action of a template that names neither image nor registry', 'key: {{ .Values.key }}\n'],
  ['plain settings', 'data:\n  key: value\n  list: [a, b]\n  text: "quoted"\n  empty: {}\n'],
  ['an address', 'url: http://example.com:8080/path\n'],
  ['a tab within a text', 'key: a\tb\n'],
  ['Windows line ends', 'data:\r\n  key: value\r\n'],
  ['an apostrophe', "key: it's\nother: value\n"]
]

describe('the look at a document before it is parsed', () => {
  test.each(looked)('%s is reason to parse it', (_, text) => {
    expect(mayConcernPulls(text, mentions, true)).toBe(true)
  })

  test.each(skipped)('%s is none', (_, text) => {
    expect(mayConcernPulls(text, mentions, true)).toBe(false)
  })

  test('what is no object of Kubernetes need not be seen to be broken', () => {
    expect(mayConcernPulls('nav:\n\t- index.md\n', mentions, false)).toBe(false)
    expect(
      mayConcernPulls('apiVersion: skaffold/v4\nkind: Config\n\tbuild: x\n', mentions, false)
    ).toBe(false)
    expect(mayConcernPulls('apiVersion: v1\nkind: Role\n\trules: x\n', mentions, false)).toBe(true)
  })

  test.each([
    'a:',
    'a',
    '"',
    'a\t',
    '  - \t',
    'a: ',
    '"x": ',
    ': ',
    '::',
    ': a:b',
    ': [',
    ': [a ] ',
    ': "a',
    `: {": ['`,
    '- ',
    ' '
  ])('takes no time worth the name for a megabyte of %j', part => {
    const long = part.repeat(1_000_000 / part.length)
    const startedAt = performance.now()
    for (const before of ['', '[', '{', '"', "'"])
      mayConcernPulls(`key: ${before}${long}`, mentions, true)
    expect(performance.now() - startedAt).toBeLessThan(5_000)
  })
})
