import { describe, expect, test } from '@jest/globals'
import { namePatternMatches } from '../../../src/manifests/kustomize/image-name-pattern.ts'
import { describeWith } from '../binaries.ts'
import { load, placesOf, podWith } from '../workspace-files.ts'

const registry = 'contoso.azurecr.io'

describe('the name of an entry of images', () => {
  // kubernetes-sigs/kustomize, api/internal/image/image.go, IsImageMatched.
  test.each([
    ['a plain name', 'app', 'app', true],
    ['another name', 'app', 'apps', false],
    ['a dot for any character', `${registry}/app`, 'contosoXazurecr.io/app', true],
    ['any text', '.*', `${registry}/app`, true],
    ['any end', `${registry}/.*`, `${registry}/team/app`, true],
    ['any beginning', '.*/app', `${registry}/app`, true],
    ['any beginning of nothing', '.*app', 'app', true],
    ['some text', '.+/app', '/app', false],
    ['an optional character', 'apps?', 'app', true],
    ['a class', '[a-c]pp', 'bpp', true],
    ['a class that leaves out', '[^a]pp', 'app', false],
    ['many of a class', '[a-z0-9-]+', 'my-app2', true],
    ['an escaped dot', String.raw`contoso\.azurecr\.io/app`, `${registry}/app`, true],
    ['an escaped dot elsewhere', String.raw`contoso\.azurecr\.io/a`, 'contosoXazurecr.io/a', false],
    ['alternatives, which are not followed', '(a|b)', 'a', null],
    ['a count, which is not followed', 'a{2}', 'aa', null],
    ['a named class, which is not followed', String.raw`\w+`, 'app', null]
  ])('%s', (_name, pattern, name, expected) => {
    expect(namePatternMatches(pattern, name)).toBe(expected)
  })

  test('takes no time, whoever wrote it', () => {
    const startedAt = performance.now()
    expect(namePatternMatches('a*'.repeat(400), `${'a'.repeat(900)}b`)).toBe(false)
    expect(performance.now() - startedAt).toBeLessThan(5_000)
  })
})

const overlay = (name: string) => ({
  'base/kustomization.yaml': 'resources: [pod.yaml]\n',
  'base/pod.yaml': podWith('contoso.azurecr.io/app:1'),
  'prod/kustomization.yaml': `resources: [../base]\nimages:\n- name: '${name}'\n  newName: fabrikam.azurecr.io/app\n`
})

test.each([
  ['that renames it', 'contoso.*/app', 'prod'],
  ['that may rename it', '(contoso|x).azurecr.io/app', 'prod'],
  ['that renames others', 'fabrikam.*', null]
])('an image below a kustomization that is not built, and %s', async (_name, name, unbuilt) => {
  const { uses } = await load(overlay(name), { render: false })
  const pods = uses.filter(use => use.class === 'pod')
  expect(pods.map(use => use.unbuilt)).toEqual([unbuilt])
})

describeWith('kustomize', 'an image that a pattern renames', () => {
  test('is told at the entry', async () => {
    expect(placesOf(await load(overlay('contoso.*/app')))).toEqual([
      'prod/kustomization.yaml:4 fabrikam.azurecr.io/app:1 exact'
    ])
  })
})
