import { expect, test } from '@jest/globals'
import { parseImage } from '../../../src/kubernetes/images/parsed-image.ts'

test.each([
  'YOUR_ACR',
  'your-acr-name',
  'youracr',
  'YourRegistryName',
  'your-registry',
  'REPLACE_ME',
  'REPLACE_ME_WITH_YOUR_ACRNAME',
  'replaceme',
  'changeme',
  'change-me',
  'insert-here',
  'placeholder',
  'acr-placeholder',
  'TODO',
  'XXXXXX',
  'xxx',
  'ACR_NAME',
  'acr-name',
  'acrname',
  'ACRNAME',
  'containerRegistryName',
  'registry-login-server',
  'REGISTRY'
])('%s stands for a registry that somebody puts in', word => {
  const unresolved = { kind: 'unresolved', placeholder: word }
  expect(parseImage(`${word}.azurecr.io/web:1`, {})).toMatchObject(unresolved)
  expect(parseImage(`${word}/shop/web:1`, {})).toMatchObject(unresolved)
  expect(parseImage(`${word}.azurecr.io/web:1`, { [word]: 'contoso' })).toMatchObject({
    reference: { domain: 'contoso.azurecr.io' }
  })
})

test.each([
  ['a registry of a common name', 'myregistry.azurecr.io/web:1'],
  ['a company whose name begins so', 'yourls.azurecr.io/web:1'],
  ['a registry for a stage', 'acrdev.azurecr.io/web:1'],
  ['two x', 'xx12345.azurecr.io/web:1'],
  ['a word in the repository', 'contoso.azurecr.io/replace-me/placeholder:1'],
  ['a word in the tag', 'contoso.azurecr.io/web:REPLACE_ME'],
  ['capitals in a host', 'CONTOSO.azurecr.io/web:1'],
  ['an image without a registry', 'placeholder:1']
])('%s is judged as it is written', (_name, text) => {
  expect(parseImage(text, {}).kind).toBe('reference')
})
