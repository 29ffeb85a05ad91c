import { describe, expect, test } from '@jest/globals'
import { cloudInput, tokenScope } from '../../../src/azure/sign-in/clouds.ts'
import { InputError } from '../../../src/base/errors.ts'

const choice = (environment: string | null, resourceManager?: string, authority?: string) => ({
  environment,
  resourceManager: resourceManager ?? null,
  authority: authority ?? null
})

describe('clouds of Microsoft', () => {
  test.each([
    [null, 'AzurePublicCloud', 'https://management.azure.com/.default', 'azurecr.io'],
    ['AzurePublicCloud', 'AzurePublicCloud', 'https://management.azure.com/.default', 'azurecr.io'],
    ['azurecloud', 'AzurePublicCloud', 'https://management.azure.com/.default', 'azurecr.io'],
    ['AzureCloud', 'AzurePublicCloud', 'https://management.azure.com/.default', 'azurecr.io'],
    [
      'azureusgovernment',
      'AzureUSGovernment',
      'https://management.usgovcloudapi.net/.default',
      'azurecr.us'
    ],
    [
      'AzureChinaCloud',
      'AzureChinaCloud',
      'https://management.chinacloudapi.cn/.default',
      'azurecr.cn'
    ]
  ])('%s is %s', (spelling, name, scope, suffix) => {
    const input = cloudInput(choice(spelling))
    expect(input).toMatchObject({ kind: 'known', cloud: { name, registrySuffixes: [suffix] } })
    expect(input.kind === 'known' && tokenScope(input.cloud)).toBe(scope)
  })
})

describe('custom clouds', () => {
  test.each(['custom', 'AzureStack'])('%s takes both addresses, without slash', environment => {
    expect(
      cloudInput(
        choice(environment, 'https://management.local.contoso/', 'https://login.contoso/adfs/')
      )
    ).toEqual({
      kind: 'custom',
      resourceManager: 'https://management.local.contoso',
      authority: 'https://login.contoso/adfs'
    })
  })

  test.each([
    [
      'no Resource Manager',
      choice('custom', undefined, 'https://login.x'),
      /without resource-manager-endpoint/
    ],
    ['no authority', choice('custom', 'https://management.x'), /without authority-host/],
    [
      'no https',
      choice('custom', 'http://management.x', 'https://login.x'),
      /write an https address/
    ],
    ['no address', choice('custom', 'management.x', 'https://login.x'), /write an https address/],
    ['a name that nobody knows', choice('AzureMoon'), /'AzureMoon': write AzurePublicCloud/],
    [
      'addresses beside a known cloud, which would be ignored',
      choice('AzureCloud', 'https://management.x'),
      /remove them, or set environment/
    ]
  ])('%s is an input error', (_name, given, expected) => {
    expect(() => cloudInput(given)).toThrow(InputError)
    expect(() => cloudInput(given)).toThrow(expected)
  })
})
