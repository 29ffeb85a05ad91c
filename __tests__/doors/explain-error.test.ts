import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@jest/globals'
import { runBundle } from '../emulator/run-bundle.ts'

const facts = readFileSync(join(import.meta.dirname, '..', '..', 'examples', 'facts.json'), 'utf8')
const message =
  'Failed to pull image "contoso.azurecr.io/shop/web:1.4.2": failed to authorize: failed to fetch oauth token: unexpected status: 401 Unauthorized'

const explain = (words: readonly string[], standardInput = '') =>
  runBundle({
    arguments: ['explain', '--error', ...words],
    files: { 'facts.json': facts },
    standardInput
  })

test('a message leads to the causes that fit, and to what decides between them', async () => {
  const { code, stdout } = await explain([message])
  expect(code).toBe(0)
  expect(stdout).toContain('Credentials were supplied and refused.')
  expect(stdout).toMatch(/ 1\. Z1 .+\n +decided by .+\n +cure .+\n +seen by +no-pull-grant/)
})

test('with facts the cause that is there comes first', async () => {
  const words = ['-', '--facts', 'facts.json', '-g', 'rg-staging', '-n', 'aks-staging']
  const { stdout } = await explain(words, `Warning  Failed  2m  kubelet  ${message}\n`)
  expect(stdout).toContain('no-pull contoso.azurecr.io/shop/web:1.4.2 on aks-staging')
  expect(stdout).toMatch(/ 1\. Z4 .+\(found here\)/)
})

test('what names no failed pull is told so, and is nothing to judge', async () => {
  const { code, stdout } = await explain(['-'], 'Status: Running\n')
  expect(code).toBe(4)
  expect(stdout).toContain('No message of a failed pull is in this text')
})

test('what a terminal obeys is not passed on', async () => {
  const { stdout } = await explain(['-'], `\u001b[31m${message}\n`)
  expect(stdout).not.toContain('\u001b')
})
