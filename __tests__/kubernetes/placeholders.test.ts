import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import { placeholdersIn, resolvePlaceholders } from '../../src/kubernetes/placeholders.ts'

const variables = {
  NAME: 'contoso',
  'Build.BuildId': '42',
  EMPTY: '',
  NESTED: '${OTHER}',
  toString: 'x'
}

describe('resolvePlaceholders fills in every form', () => {
  test.each([
    ['replace-tokens', '#{NAME}#.azurecr.io'],
    ['replace-tokens with blanks', '#{ NAME }#.azurecr.io'],
    ['Octopus', '#{NAME}.azurecr.io'],
    ['Azure Pipelines', '$(NAME).azurecr.io'],
    ['double braces', '{{NAME}}.azurecr.io'],
    ['GitHub expressions', '${{ NAME }}.azurecr.io'],
    ['underscores', '__NAME__.azurecr.io'],
    ['envsubst', '${NAME}.azurecr.io'],
    ['envsubst without braces', '$NAME.azurecr.io'],
    ['prose', '<NAME>.azurecr.io'],
    ['a default that is not needed', '${NAME:=fabrikam}.azurecr.io'],
    ['a default that is needed', '${OTHER:=contoso}.azurecr.io'],
    ['a default with a hyphen', '${OTHER:-contoso}.azurecr.io'],
    ['a default without a colon', '${OTHER-contoso}.azurecr.io']
  ])('%s', (_name, text) => {
    expect(resolvePlaceholders(text, variables)).toEqual({
      text: 'contoso.azurecr.io',
      unresolved: []
    })
  })

  test('of several, each', () => {
    expect(resolvePlaceholders('${NAME}/app:$(Build.BuildId)', variables).text).toBe(
      'contoso/app:42'
    )
  })

  test('with an empty value', () => {
    expect(resolvePlaceholders('a${EMPTY}b', variables)).toEqual({ text: 'ab', unresolved: [] })
  })
})

describe('resolvePlaceholders leaves', () => {
  test.each([
    ['what nothing stands for', '${OTHER}/x', ['${OTHER}']],
    ['each only once', '${OTHER}/${OTHER}', ['${OTHER}']],
    ['what other objects inherit', '${constructor}', ['${constructor}']],
    ['what Flux escapes', '$${NAME}', ['$${NAME}']],
    ['operations on a value', '${NAME:0:3}', ['${NAME:0:3}']],
    ['several in their order', '#{B}# __A__', ['#{B}#', '__A__']]
  ])('%s', (_name, text, unresolved) => {
    expect(resolvePlaceholders(text, variables)).toEqual({ text, unresolved })
  })

  test('a placeholder in a value, which no tool looks at again', () => {
    expect(resolvePlaceholders('${NESTED}', variables)).toEqual({
      text: '${OTHER}',
      unresolved: ['${OTHER}']
    })
  })

  test('the outside of a default with a placeholder', () => {
    expect(resolvePlaceholders('${OTHER:-${NAME}}', variables).unresolved).not.toEqual([])
  })
})

describe('placeholdersIn', () => {
  test.each([
    ['a plain reference', 'contoso.azurecr.io/my_app:1'],
    ['an unclosed brace', '${NAME'],
    ['a lone dollar sign', 'a$'],
    ['a number sign', 'a#b'],
    ['an HTML end tag', 'app</code>'],
    ['nothing', '']
  ])('finds none in %s', (_name, text) => {
    expect(placeholdersIn(text)).toEqual([])
  })

  test('never throws and only finds parts of the text', () => {
    fc.assert(
      fc.property(
        fc.string({
          unit: fc.constantFrom('#', '$', '{', '}', '(', ')', '_', '<', '>', 'a', 'B', ':')
        }),
        text => {
          expect(placeholdersIn(text).every(found => text.includes(found))).toBe(true)
        }
      )
    )
  })
})
