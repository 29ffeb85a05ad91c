import { describe, expect, test } from '@jest/globals'
import { failureCauses } from '../../src/failure-causes/causes.ts'
import { readText, sourceFiles } from './pages.ts'

/** Literal parts of our messages, between what changes from run to run. */
const fragments: readonly string[] = [
  'is no command',
  '--help lists the options.',
  'No manifests are named',
  'No cluster is named',
  'which names no AKS cluster',
  'is no ARM id',
  'is named without its subscription',
  'true or false',
  'write one of',
  'NAME=VALUE',
  'a duration such as 90m, 12h or 3d',
  'a GUID',
  'a DNS label',
  'one line of text, without control characters',
  'set it in the workflow',
  'Input environment is',
  'Inputs resource-manager-endpoint and authority-host are for environment custom',
  'an https address',
  'is not known',
  'names no file',
  'would both go to standard output',
  'is none that this command writes',
  'does not exist',
  'cannot be read',
  'is no YAML',
  'has the unknown key',
  'has no usable value at',
  'knows nothing of cluster',
  'The facts file is not JSON',
  'The facts file has no schemaVersion',
  'The facts file has schemaVersion',
  'The facts file is not usable: ',
  'cannot be written',
  'The values file "',
  'No shell is named',
  'internal error: ',
  'Azure sign-in failed: ',
  'the job has no OIDC token, because it lacks the permission',
  'this run is for a pull request from a fork, which never gets an OIDC token',
  'GitHub gave no OIDC token for audience',
  'does not tell its registry suffix',
  ', and the Azure CLI is not signed in either',
  'knows no application with client id',
  'does not exist in this cloud',
  'trusts no federated credential that fits this job',
  'expect another audience',
  'is wrong or expired',
  'a conditional access policy refuses',
  'no credential was given',
  'the sign-in authority cannot be reached',
  'matches no manifest',
  'holds no *.yaml, *.yml or *.json file and no chart',
  'No image is in ',
  'it lacks ',
  'is in a subscription that the signed-in identity may read',
  'belongs to another tenant than the signed-in identity',
  'the object id of service principal ',
  'could not be resolved, and a grant may come through one',
  'is assigned with a condition that cannot be decided from here',
  'Azure throttles for longer than a check waits',
  'no connection to Azure Resource Manager',
  'the facts were collected at ',
  'No check run was created',
  'that of the base counts',
  'only the workflow may set it',
  'says is not known, so none counts',
  'git has not fetched it (a depth of 2 does)',
  'there is no git on this machine',
  'there is no github-token to ask GitHub with',
  'github-token may not read it',
  'with facts no connection is opened',
  'this command opens no connection',
  'the CI system tells no commit of it',
  'the workspace lies in no checkout'
]

const page = readText('docs/troubleshooting.md')
const files = sourceFiles('src').map(file => [file, readText(file)] as const)
const source = files.map(([, text]) => text).join('\n')

const construction = /new (?:InputError|FactsError|NothingToJudgeError)\(/g

/** The first text after the parenthesis, and after a colon the other one of two alternatives. */
const literals = /^[^`'";{}]{0,80}?([`'"])([\s\S]*?)\1(?:\s*:\s*([`'"])([\s\S]*?)\3)?/

/**
 * As the page writes it: `…` for what changes, up to where the sentence explains itself. A placeholder that is cut off
 * holds a template of its own; its first alternative is taken.
 */
const leadingWords = (literal: string): string =>
  literal
    .replace(/\$\{[^}]*\}/g, '…')
    .replace(/\$\{[^}]*?'([^']*)'[^}]*$/, '$1')
    .split(/[:;,(]/, 1)
    .join('')
    .trim()

const messages = files.flatMap(([file, text]) =>
  [...text.matchAll(construction)].map(({ 0: { length }, index }) => {
    const [, , first, , second] = literals.exec(text.slice(index + length)) ?? []
    return [file, [first, second].filter(literal => literal !== undefined)] as const
  })
)

describe('the messages of acr-pull-check', () => {
  test.each(fragments)('%s: is said by the program and explained on the page', fragment => {
    expect({ said: source.includes(fragment), explained: page.includes(fragment) }).toEqual({
      said: true,
      explained: true
    })
  })

  test('are all on the page', () => {
    const written = messages.flatMap(([file, texts]) =>
      texts.map(text => [file, leadingWords(text)] as const)
    )
    expect(written.length).toBeGreaterThan(20)
    expect(written.filter(([, words]) => !page.includes(words))).toEqual([])
  })

  test('are made elsewhere in one place only, whose words are among the fragments', () => {
    const elsewhere = messages.filter(([, texts]) => texts.length === 0)
    expect(elsewhere.map(([file]) => file)).toEqual(['src/github/id-token.ts'])
  })
})

describe('the messages of the kubelet', () => {
  const section = page.slice(page.indexOf('## Messages of the kubelet'))
  const rows = section.split('\n').filter(line => line.startsWith('| `'))
  const withMessage = failureCauses.filter(({ signature }) => signature.length > 0)

  test.each(withMessage.map(cause => [cause.id, cause] as const))(
    'lead to cause %s by each of its messages',
    (id, { signature }) => {
      const leading = rows.filter(row => row.includes(`](failure-causes.md#${id.toLowerCase()})`))
      const lost = signature.filter(text => !leading.some(row => row.includes(`\`${text}\``)))
      expect(lost).toEqual([])
    }
  )
})
