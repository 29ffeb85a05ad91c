import { join } from 'node:path'
import { describe, expect, test } from '@jest/globals'

import { startCloud } from './cloud.ts'
import { parseOutputs, runBundle } from './run-bundle.ts'

const program = join(import.meta.dirname, 'echo-program.ts')

describe('the command line', () => {
  test('arguments, input, files and exit code go through', async () => {
    const result = await runBundle({
      program,
      arguments: ['check', 'web.yaml'],
      standardInput: 'kind: Pod',
      files: { 'deep/web.yaml': 'kind: Pod' }
    })
    expect(JSON.parse(result.stdout)).toMatchObject({
      words: ['check', 'web.yaml'],
      stdin: 'kind: Pod'
    })
    expect(result.files).toEqual({
      'deep/web.yaml': 'kind: Pod',
      'left-behind.txt': 'by the program'
    })
    expect(result.code).toBe(4)
  })

  test('the environment is built from nothing', async () => {
    const cloud = await startCloud({})
    const { stdout } = await runBundle({
      program,
      cloud,
      arguments: [],
      environment: { AZURE_CLIENT_SECRET: undefined, EXTRA: '1' }
    })
    await cloud.close()
    expect(JSON.parse(stdout)).toMatchObject({
      names: [
        'AZURE_CLIENT_ID',
        'AZURE_TENANT_ID',
        'EXTRA',
        'HOME',
        'HTTPS_PROXY',
        'NODE_COMPILE_CACHE',
        'NODE_EXTRA_CA_CERTS',
        'TMPDIR'
      ]
    })
  })

  test('without a cloud, the first attempt to connect ends the program', async () => {
    const { code, stderr } = await runBundle({ program, arguments: ['connect'] })
    expect([code, stderr]).toEqual([86, 'refused network access: connect\n'])
  })
})

test('as an action, inputs keep their dash, and outputs and summary are read', async () => {
  const result = await runBundle({ program, inputs: { 'tenant-id': 'contoso' } })
  expect(JSON.parse(result.stdout)).toMatchObject({ words: [], input: 'contoso' })
  expect(result.outputs).toEqual({ conclusion: 'pass', report: 'one\ntwo' })
  expect(result.summary).toBe('# Summary\n')
})

test.each([
  ['', {}],
  ['a<<x\n\nx\n', { a: '' }],
  ['a<<x\n1\nx\nb<<y\n2\n3\ny\n', { a: '1', b: '2\n3' }]
])('the output file %j means %j', (file, outputs) => {
  expect(parseOutputs(file)).toEqual(outputs)
})
