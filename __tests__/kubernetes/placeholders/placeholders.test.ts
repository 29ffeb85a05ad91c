import { describe, expect, test } from '@jest/globals'
import fc from 'fast-check'
import {
  placeholdersIn,
  resolvePlaceholders
} from '../../../src/kubernetes/placeholders/placeholders.ts'

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
    ['operations that nobody here knows', '${NAME%%[o]*}', ['${NAME%%[o]*}']],
    ['operations on nothing', '${OTHER:0:3}', ['${OTHER:0:3}']],
    ['the length of a value', '${#NAME}', ['${#NAME}']],
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

describe('what Flux substitutes', () => {
  const substitution = { variables: { NAME: 'Contoso', EMPTY: '' }, hidden: ['SECRET'] }

  // github.com/fluxcd/pkg, envsubst, template.go and funcs.go.
  test.each([
    ['a value', '${NAME}', 'Contoso'],
    ['a default for what it does not know', '${OTHER:=x}', 'x'],
    ['a default with a hyphen', '${OTHER:-x}', 'x'],
    ['a default without a colon', '${OTHER=x}', 'x'],
    ['a default for an empty value', '${EMPTY:=x}', 'x'],
    ['it with a hyphen', '${EMPTY:-x}', 'x'],
    ['it without a colon', '${EMPTY=x}', 'x'],
    ['no default for a value', '${NAME:=x}', 'Contoso'],
    ['the value where others write an alternative', '${NAME:+x}', 'Contoso'],
    ['lower case', '${NAME,,}', 'contoso'],
    ['lower case for the first letter', '${NAME,}', 'contoso'],
    ['upper case', '${NAME^^}', 'CONTOSO'],
    ['upper case for the first letter', '${NAME^}', 'Contoso'],
    ['a part', '${NAME:1:3}', 'ont'],
    ['the rest', '${NAME:3}', 'toso'],
    ['the end', '${NAME:-3}', 'Contoso'],
    ['a replaced letter', '${NAME/o/0}', 'C0ntoso'],
    ['all replaced letters', '${NAME//o/0}', 'C0nt0s0'],
    ['a removed letter', '${NAME//o/}', 'Cnts'],
    ['a replaced beginning', '${NAME/#Con/con}', 'contoso'],
    ['a replaced end', '${NAME/%so/dev}', 'Contodev']
  ])('%s', (_name, text, expected) => {
    expect(resolvePlaceholders(text, {}, substitution)).toEqual({ text: expected, unresolved: [] })
  })

  test.each([
    ['a name that a Secret may hold', '${SECRET}'],
    ['its default, which the Secret may replace', '${SECRET:=x}'],
    ['a default that it refuses', '${OTHER-x}'],
    ['what it does not know', '${OTHER}'],
    ['an escaped name', '$${NAME}'],
    ['a form without braces', '$NAME'],
    ['macros of Azure Pipelines', '$(NAME)'],
    ['underscores', '__NAME__'],
    ['number signs', '#{NAME}#'],
    ['double braces', '{{NAME}}'],
    ['expressions of GitHub', '${{ NAME }}'],
    ['angle brackets', '<NAME>']
  ])('leaves %s', (_name, text) => {
    expect(resolvePlaceholders(text, {}, substitution)).toEqual({ text, unresolved: [text] })
  })

  test('gives way to what the user says, in the same form', () => {
    expect(resolvePlaceholders('${NAME,,}', { NAME: 'FABRIKAM' }, substitution).text).toBe(
      'fabrikam'
    )
  })

  test('fills in no default where anything may be hidden', () => {
    const nobodyKnows = { variables: {}, hidden: 'all' } as const
    expect(resolvePlaceholders('${OTHER:=x}', {}, nobodyKnows).unresolved).toEqual(['${OTHER:=x}'])
  })
})
