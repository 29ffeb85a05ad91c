import { describe, expect, test } from '@jest/globals'
import { registryHostOf } from '../../../src/access/credentials/registry-hosts.ts'

const hostOf = (domain: string, suffixes: readonly string[] = ['azurecr.io']) =>
  registryHostOf(
    { domain, repository: 'app', tag: null, digest: null },
    suffixes,
    host => host === 'images.contoso.example'
  )

describe('which hosts are registries of Azure, and what the nodes offer them', () => {
  test.each([
    ['contoso.azurecr.io', 'login-server', null, true],
    ['Contoso.azurecr.io', 'login-server', null, true],
    ['Contoso.AzureCR.io', 'login-server', 'capitals', true],
    ['contoso.azurecr.IO', 'login-server', 'capitals', true],
    ['Contoso.WestEurope.geo.azurecr.io', 'regional-endpoint', null, false],
    ['contoso.westeurope.GEO.azurecr.io', 'regional-endpoint', 'capitals', false],
    ['contoso.privatelink.azurecr.io', 'private-link', 'private-link', false],
    ['Contoso.PrivateLink.azurecr.us', 'private-link', 'private-link', false],
    ['contoso.westeurope.data.privatelink.azurecr.io', 'private-link', 'private-link', false],
    ['contoso-h4sh.azurecr.io', 'login-server', null, false],
    ['contoso.westeurope.geo.azurecr.io', 'regional-endpoint', null, false],
    ['contoso.azurecr.io:443', 'login-server', 'port', true],
    ['contoso.azurecr.us', 'login-server', 'other-cloud', false],
    ['contoso.azurecr.de', 'login-server', 'other-cloud', false],
    ['contoso.westeurope.data.azurecr.io', 'other', 'unknown-form', false],
    ['a.b.azurecr.io', 'other', 'unknown-form', false],
    ['images.contoso.example', 'other', 'unknown-form', false]
  ])('%s is a %s, not served because: %s', (domain, form, notServed, nameIsProof) => {
    expect(hostOf(domain)).toMatchObject({ form, notServed, nameIsProof })
  })

  test.each(['docker.io', 'azurecr.io', 'contoso.azureacr.io', 'contoso.azurecr.io.evil.example'])(
    '%s is none',
    domain => {
      expect(hostOf(domain)).toBeNull()
    }
  )

  test('the host is told in lower case and without port', () => {
    expect(hostOf('Contoso.azurecr.io:5000')?.host).toBe('contoso.azurecr.io')
  })

  test('a custom cloud has its own suffix', () => {
    const suffixes = ['azurecr.air.example']
    expect(hostOf('contoso.azurecr.air.example', suffixes)).toMatchObject({
      form: 'login-server',
      notServed: null
    })
    expect(hostOf('contoso.azurecr.io', suffixes)?.notServed).toBe('other-cloud')
  })
})
