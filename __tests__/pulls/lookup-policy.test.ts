import { expect, test } from '@jest/globals'
import { isExpected } from '../../src/pulls/lookup-policy.ts'

const web = { registry: 'contoso.azurecr.io', repository: 'shop/web' }
const digest = `sha256:${'a'.repeat(64)}`

/** What is asked of the registry, and the tag as it is written. */
const tagged = { asked: { ...web, reference: '1.4' }, tag: '1.4' }
const pinned = { asked: { ...web, reference: digest }, tag: null }
const both = { asked: { ...web, reference: digest }, tag: '1.4' }

test.each([
  ['contoso.azurecr.io/shop/web:1.4', tagged, true],
  ['contoso.azurecr.io/shop/*:1.*', tagged, true],
  ['*/web:*', tagged, true],
  ['contoso.azurecr.io/*', tagged, true],
  ['contoso.azurecr.io/shop/web', tagged, true],
  ['contoso.azurecr.io/shop/we', tagged, false],
  ['contoso.azurecr.io/shop/web:1.5', tagged, false],
  ['contoso.azurecr.io/shop/web:1.4.*', tagged, false],
  ['fabrikam.azurecr.io/*', tagged, false],
  ['contoso.azurecr.io/shop/web:?.4', tagged, false],
  ['shop/web:1.4', tagged, false],
  ['contoso.azurecr.io/shop/web', pinned, false],
  ['contoso.azurecr.io/shop/web:*', pinned, false],
  ['contoso.azurecr.io/shop/web@*', pinned, true],
  ['contoso.azurecr.io/shop/web:1.*', both, true]
])('pattern %s expects %j: %s', (pattern, { asked, tag }, expected) => {
  const policy = { mode: 'auto', expected: ['other/*', pattern], set: [] } as const
  expect(isExpected({ text: 'as written', tag }, asked, policy)).toBe(expected)
})

test('what the deployment sets is expected as it is written, even where nothing can be asked', () => {
  const policy = { mode: 'auto', expected: [], set: ['contoso.azurecr.io/shop/web:1.4'] } as const
  const isSet = (text: string) => isExpected({ text, tag: null }, null, policy)
  expect(['contoso.azurecr.io/shop/web:1.4', 'contoso.azurecr.io/shop/web:1.5'].map(isSet)).toEqual(
    [true, false]
  )
})

test('a hostile pattern costs no more than its length times that of the reference', () => {
  const policy = { mode: 'auto', expected: [`${'*a'.repeat(4000)}b`], set: [] } as const
  const asked = { ...web, repository: 'a'.repeat(250), reference: '1' }
  expect(isExpected({ text: '', tag: null }, asked, policy)).toBe(false)
})
