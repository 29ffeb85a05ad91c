import { describe, expect, test } from '@jest/globals'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import type { Execution } from '../../src/programs/execution.ts'
import { runProgram } from '../../src/programs/run-program.ts'
import { workspaceWith } from '../manifests/workspace-files.ts'
import { fallsSilent } from './ticking.ts'

const ordinary = {
  environment: { PATH: process.env['PATH'] },
  network: false,
  milliseconds: 20_000,
  outputBytes: 1024 * 1024,
  memoryBytes: 1024 * 1024 * 1024,
  processorSeconds: 60
} as const

const runShell = (script: string, bounds: Partial<Execution> = {}) =>
  runProgram({
    program: '/bin/sh',
    parameters: ['-c', script],
    directory: '/',
    ...ordinary,
    ...bounds
  })

/** Ignores every signal that can be ignored, as does what it leaves in the background. */
const stubborn = (path: string): string =>
  `trap '' HUP INT TERM; (while :; do echo tick >> ${path}; sleep 0.05; done) &`

describe('what becomes of a program', () => {
  test.each([
    [
      'one that ends well gives what it wrote',
      'echo out; echo err >&2',
      { kind: 'success', stdout: 'out\n' }
    ],
    [
      'one that fails gives its own words',
      'echo out; echo err >&2; exit 3',
      { kind: 'failure', stderr: 'err\n' }
    ],
    ["one that writes Go's last words crashed", 'echo "panic: x" >&2; exit 2', { kind: 'crash' }],
    [
      'one that Go gives no memory is told so',
      'echo "fatal error: runtime: cannot allocate memory" >&2; exit 2',
      { kind: 'out-of-memory' }
    ],
    [
      'one that writes for ever is stopped',
      'head -c 3000000 /dev/zero; sleep 100',
      { kind: 'too-much-output' }
    ],
    [
      'one that complains for ever is stopped',
      'head -c 3000000 /dev/zero >&2; sleep 100',
      { kind: 'too-much-output' }
    ]
  ])('%s', async (_name, script, expected) => {
    expect(await runShell(script)).toMatchObject(expected)
  })

  test.each([
    ['a program that is not there', { program: '/nonexistent/program' }],
    ['a directory that is not there', { directory: '/nonexistent' }],
    ['more words than the kernel takes', { parameters: ['-c', ':', 'x'.repeat(4_000_000)] }]
  ])('%s is told, and nothing is thrown', async (_name, bounds) => {
    const { kind } = await runShell('true', bounds)
    expect(['not-started', 'failure']).toContain(kind)
  })
})

describe('a program and all that it started are over', () => {
  test('when its time is up, whatever signals they ignore', async () => {
    const ticks = join(workspaceWith({}), 'ticks')
    const started = Date.now()
    const result = await runShell(`${stubborn(ticks)} sleep 100`, { milliseconds: 700 })
    expect(result).toEqual({ kind: 'time-out' })
    expect(Date.now() - started).toBeLessThan(5_000)
    expect(existsSync(ticks)).toBe(true)
    expect(await fallsSilent(ticks)).toBe(true)
  })

  test('when it wrote too much', async () => {
    const ticks = join(workspaceWith({}), 'ticks')
    const flood = `${stubborn(ticks)} sleep 0.3; head -c 3000000 /dev/zero; sleep 100`
    expect(await runShell(flood)).toEqual({ kind: 'too-much-output' })
    expect(await fallsSilent(ticks)).toBe(true)
  })

  test('when it ended by itself and left something behind that holds its output', async () => {
    const ticks = join(workspaceWith({}), 'ticks')
    const result = await runShell(`${stubborn(ticks)} sleep 0.3; echo done`)
    expect(result).toEqual({ kind: 'success', stdout: 'done\n' })
    expect(await fallsSilent(ticks)).toBe(true)
  })
})

describe('what a program sees', () => {
  test('nothing of our environment but what it is given', async () => {
    const result = await runShell('env', { environment: { ONLY: 'this' } })
    const names = result.kind === 'success' ? result.stdout.match(/^\w+(?==)/gm) : null
    expect(new Set(names)).toEqual(new Set(['ONLY', 'PWD']))
  })
})
