import { describe, expect, test } from '@jest/globals'
import { parseImage } from '../../../src/kubernetes/images/parsed-image.ts'
import { fenceForms, toolForms } from '../../../src/kubernetes/placeholders/forms.ts'
import { variableNameIn } from '../../../src/kubernetes/placeholders/placeholders.ts'

const examples = [...toolForms, ...fenceForms].map(({ form, example }) => [form, example] as const)

/** What nobody thought of when the rows were written, and replace-tokens can be told to take. */
const unforeseen = [
  '!ACR!',
  '!!ACR!!',
  '|ACR|',
  '^ACR^',
  '*ACR*',
  '&ACR&',
  '?ACR?',
  '=ACR=',
  '%{ACR}',
  '#[ACR]#',
  '{%ACR%}',
  '<<ACR>>',
  '<!ACR!>',
  '##ACR##',
  '%%ACR%%',
  '~~ACR~~',
  '{ ACR }',
  '«ACR»',
  '[[ ACR ]]'
].map(placeholder => [placeholder, `${placeholder}.azurecr.io/shop/web:1`] as const)

describe.each([...examples, ...unforeseen])('the form %s', (_form, text) => {
  const parsed = parseImage(text, {})
  const placeholder = parsed.kind === 'unresolved' ? parsed.placeholder : ''

  test('hides the registry', () => {
    expect(parsed.kind).toBe('unresolved')
  })

  test('is filled in by a variable of its name', () => {
    expect(parseImage(text, { [variableNameIn(placeholder)]: 'contoso' })).toMatchObject({
      reference: { domain: 'contoso.azurecr.io', repository: 'shop/web', tag: '1' }
    })
  })

  test('in a tag leaves the host', () => {
    expect(parseImage(`contoso.azurecr.io/shop/web:${placeholder}`, {})).toMatchObject({
      reference: { domain: 'contoso.azurecr.io', repository: 'shop/web' }
    })
  })
})

test.each([
  ['a registry on an IPv6 address', '[2001:db8::1]:5000/web:1', 'reference'],
  ['a digest', `contoso.azurecr.io/web@sha256:${'a'.repeat(64)}`, 'reference'],
  ['a letter with an accent', 'contoso.azurecr.io/äppä:1', 'invalid'],
  ['one odd character', 'contoso.azurecr.io/web%20:1', 'invalid'],
  ['braces around nothing', 'contoso.azurecr.io/{}:1', 'invalid'],
  ['an invisible character on both sides', 'contoso.azurecr.io/\u200Bweb\u200B:1', 'invalid'],
  ['quotes', 'contoso.azurecr.io/"web":1', 'invalid'],
  ['blanks', 'contoso.azurecr.io/ web :1', 'invalid']
])('%s is no placeholder', (_name, text, kind) => {
  expect(parseImage(text, {}).kind).toBe(kind)
})
