import { describe, expect, test } from '@jest/globals'
import { keyringKey } from '../../../src/kubernetes/secrets/keyring.ts'
import type { SecretEntry } from '../../../src/kubernetes/manifests.ts'
import { keyringMatches } from '../../../src/kubernetes/secrets/pull-secrets.ts'

const entry = (key: string): SecretEntry => ({
  key,
  user: { kind: 'name', name: key },
  complete: true
})

const matches = (keys: readonly string[], image: string): readonly string[] => {
  const slash = image.indexOf('/')
  const reference = { domain: image.slice(0, slash), repository: image.slice(slash + 1) }
  return keyringMatches(keys.map(entry), reference).map(({ key }) => key)
}

describe('a key of a docker config covers an image', () => {
  test.each([
    ['*.azurecr.io', 'contoso.azurecr.io/a/b'],
    ['*.azurecr.io', 'contoso-0abc.azurecr.io/app'],
    ['*.*.geo.azurecr.io', 'contoso.eastus.geo.azurecr.io/app'],
    ['*.azurecr.*', 'contoso.azurecr.io/app'],
    ['con*o.azurecr.io', 'contoso.azurecr.io/app'],
    ['contoso.azurecr.io', 'contoso.azurecr.io/app'],
    ['https://contoso.azurecr.io', 'contoso.azurecr.io/app'],
    ['http://contoso.azurecr.io/', 'contoso.azurecr.io/app'],
    ['contoso.azurecr.io/v2/', 'contoso.azurecr.io/app'],
    ['contoso.azurecr.io/team', 'contoso.azurecr.io/team/app'],
    ['contoso.azurecr.io/team', 'contoso.azurecr.io/team2/app'],
    ['contoso.azurecr.io:443', 'contoso.azurecr.io:443/app'],
    ['*:443', 'localhost:443/app'],
    ['[2001:db8::1]:5000', '[2001:db8::1]:5000/app'],
    ['https://index.docker.io/v1/', 'docker.io/library/redis'],
    ['docker.io', 'docker.io/library/redis']
  ])('%s covers %s', (key, image) => {
    expect(matches([key], image)).toEqual([key])
  })

  test.each([
    ['*.azurecr.io', 'contoso.eastus.geo.azurecr.io/app'],
    ['*.azurecr.io', 'azurecr.io/app'],
    ['*.azurecr.*', 'contoso.eastus.geo.azurecr.io/app'],
    ['contoso.azurecr.io', 'contoso.azurecr.io:443/app'],
    ['contoso.azurecr.io:443', 'contoso.azurecr.io/app'],
    ['Contoso.azurecr.io', 'contoso.azurecr.io/app'],
    ['contoso.azurecr.io', 'Contoso.azurecr.io/app'],
    ['contoso.azurecr.io/team/', 'contoso.azurecr.io/team2/app'],
    ['contoso.azurecr.io/*', 'contoso.azurecr.io/app'],
    ['contoso', 'contoso.azurecr.io/app'],
    ['c?ntoso.azurecr.io', 'contoso.azurecr.io/app'],
    ['con*z.azurecr.io', 'contoso.azurecr.io/app'],
    ['https://index.docker.io/v1/', 'contoso.azurecr.io/app'],
    ['contoso.azurecr.io:https', 'contoso.azurecr.io:https/app'],
    ['[a-c]ontoso.azurecr.io', 'contoso.azurecr.io/app'],
    ['con toso.azurecr.io', 'con toso.azurecr.io/app']
  ])('%s does not cover %s', (key, image) => {
    expect(matches([key], image)).toEqual([])
  })
})

describe('keyringKey', () => {
  test.each([
    ['https://index.docker.io/v1/', 'index.docker.io'],
    ['contoso.azurecr.io/v2/', 'contoso.azurecr.io'],
    ['https://contoso.azurecr.io', 'contoso.azurecr.io'],
    ['http://contoso.azurecr.io/', 'contoso.azurecr.io'],
    ['contoso.azurecr.io/v1/foo', 'contoso.azurecr.io/foo'],
    ['contoso.azurecr.io/v2', 'contoso.azurecr.io/v2'],
    ['https://user@contoso.azurecr.io/?a=b', 'contoso.azurecr.io'],
    ['contoso.azurecr.io:port', null]
  ])('of %s is %s', (written, key) => {
    expect(keyringKey(written)).toBe(key)
  })
})

describe('the kubelet tries', () => {
  test('longer keys first, exact hosts before globs', () => {
    const keys = [
      '*.azurecr.*',
      'contoso.azurecr.io',
      '*.azurecr.io',
      'contoso.azurecr.io/a',
      'index.docker.io'
    ]
    expect(matches(keys, 'contoso.azurecr.io/app')).toEqual([
      'contoso.azurecr.io/a',
      'contoso.azurecr.io',
      '*.azurecr.io',
      '*.azurecr.*'
    ])
  })

  test('keys that mean the same in the order in which they are written', () => {
    const keys = ['https://contoso.azurecr.io', 'contoso.azurecr.io/v2/', 'contoso.azurecr.io']
    expect(matches(keys, 'contoso.azurecr.io/app')).toEqual(keys)
  })

  test('Docker Hub’s own key only where no other covers the image', () => {
    const keys = ['index.docker.io', 'docker.io/library']
    expect(matches(keys, 'docker.io/library/redis')).toEqual(['docker.io/library'])
    expect(matches(keys, 'docker.io/team/app')).toEqual(['index.docker.io'])
  })
})

test('a hostile glob takes no time', () => {
  const start = performance.now()
  expect(
    matches([`${'*a'.repeat(5000)}b.azurecr.io`], `${'a'.repeat(5000)}.azurecr.io/app`)
  ).toEqual([])
  expect(performance.now() - start).toBeLessThan(2000)
})
