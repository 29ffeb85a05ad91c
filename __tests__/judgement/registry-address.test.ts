import { expect, test } from '@jest/globals'
import { imageList } from '../../src/judgement/image-list.ts'
import { addressIn } from '../../src/judgement/registry-address.ts'
import { manifestsOf, use } from '../access/manifests-builder.ts'

test.each([
  ['no port', 'contoso.azurecr.io/app:1', 'contoso.azurecr.io'],
  ['a port', 'contoso.azurecr.io:443/app:1', 'contoso.azurecr.io:443'],
  ['capitals and a port', 'Contoso.azurecr.io:5000/app:1', 'contoso.azurecr.io:5000'],
  ['a port of this machine', 'localhost:5000/app:1', 'localhost:5000']
])('the address of a registry keeps %s', (_name, text, address) => {
  const [host = ''] = address.split(':', 1)
  expect(addressIn(host, [use(text)])).toBe(address)
  const { images } = imageList(manifestsOf({ uses: [use(text)] }), ['azurecr.io'])
  expect(images.map(({ registry }) => registry)).toEqual([address])
})

test('the address of a host that the image does not name is the host', () => {
  expect(addressIn('fabrikam.azurecr.io', [use('contoso.azurecr.io:443/app:1')])).toBe(
    'fabrikam.azurecr.io'
  )
  expect(addressIn('fabrikam.azurecr.io', [])).toBe('fabrikam.azurecr.io')
})
