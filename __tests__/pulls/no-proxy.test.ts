import { describe, expect, test } from '@jest/globals'
import { isExemptFromProxy } from '../../src/pulls/no-proxy.ts'

const loginServer = 'contoso.azurecr.io'
const dataEndpoint = 'contoso.westeurope.data.azurecr.io'

describe('an entry of noProxy', () => {
  const rows: [string, string, string, boolean][] = [
    ['a name covers itself', 'contoso.azurecr.io', loginServer, true],
    ['a name covers itself in any case of letters', 'Contoso.AzureCR.io', loginServer, true],
    ['a name covers what is below it', 'azurecr.io', dataEndpoint, true],
    ['a name does not cover its siblings', 'contoso.azurecr.io', dataEndpoint, false],
    ['a name is no mere ending', 'toso.azurecr.io', loginServer, false],
    ['a leading dot covers what is below', '.azurecr.io', dataEndpoint, true],
    ['a leading dot does not cover the name itself', '.contoso.azurecr.io', loginServer, false],
    ['an asterisk before a dot is a leading dot', '*.azurecr.io', loginServer, true],
    ['an asterisk inside a name is none', '*azurecr.io', loginServer, false],
    ['an asterisk alone covers everything', '*', loginServer, true],
    ['the port of HTTPS changes nothing', 'contoso.azurecr.io:443', loginServer, true],
    ['another port covers nothing', 'contoso.azurecr.io:8080', loginServer, false],
    ['a range of addresses covers no name', '10.0.0.0/8', loginServer, false],
    ['an IPv6 address covers no name', 'fd00::443', loginServer, false],
    ['blanks around it do not count', ' azurecr.io ', loginServer, true],
    ['nothing covers nothing', '', loginServer, false]
  ]
  test.each(rows)('%s', (_name, entry, host, expected) => {
    expect(isExemptFromProxy(host, [entry])).toBe(expected)
  })
})

test('one entry of several is enough', () => {
  expect(isExemptFromProxy(loginServer, ['localhost', '.svc', '.azurecr.io'])).toBe(true)
})

test('an empty list exempts nothing', () => {
  expect(isExemptFromProxy(loginServer, [])).toBe(false)
})
