import { afterAll, beforeAll, describe, expect, test } from '@jest/globals'
import { createServer, type Server } from 'node:http'
import { runProgram } from '../../src/programs/run-program.ts'
import { findWalls, missingWalls } from '../../src/programs/walls.ts'

const walls = await findWalls(process.env)
const withNamespaces = walls.unshare === null ? describe.skip : describe
const withLimits = walls.prlimit === null ? describe.skip : describe
if (walls.unshare === null || walls.prlimit === null)
  process.stderr.write('skipped in part, because unshare or prlimit do not work here: walls\n')

let server: Server
let port = 0

beforeAll(async () => {
  server = createServer((_request, response) => response.end('reached'))
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  port = typeof address === 'object' && address !== null ? address.port : 0
})

afterAll(() => {
  server.close()
})

const everyWall = process.env
const noWall = { PATH: '/nonexistent' }

const runNode = async (
  script: string,
  network: boolean,
  environment: typeof noWall | NodeJS.ProcessEnv
) => {
  const result = await runProgram(
    {
      program: process.execPath,
      parameters: ['-e', script],
      directory: '/',
      environment: {},
      network,
      milliseconds: 20_000,
      outputBytes: 64 * 1024,
      memoryBytes: 1024 * 1024 * 1024,
      processorSeconds: 60
    },
    environment
  )
  return result.kind === 'success' ? result.stdout.trim() : result.kind
}

const reach = (): string =>
  `fetch('http://127.0.0.1:${port}').then(one => one.text(), () => 'refused').then(console.log)`

const spy = `try { const { length } = require('fs').readFileSync('/proc/${process.pid}/environ'); console.log(length > 0 ? 'seen' : 'empty') } catch { console.log('hidden') }`

withNamespaces('behind namespaces of its own', () => {
  test.each([
    ['our loopback is out of reach', reach, false, 'refused'],
    ['our loopback is within reach where it may use the network', reach, true, 'reached'],
    ['our environment is out of sight', () => spy, false, 'hidden'],
    ['our environment is out of sight also where it may use the network', () => spy, true, 'hidden']
  ])('%s', async (_name, script, network, expected) => {
    expect(await runNode(script(), network, everyWall)).toBe(expected)
  })

  test('and without them both are there, so that these tests would notice', async () => {
    expect(await runNode(reach(), false, noWall)).toBe('reached')
    expect(await runNode(spy, false, noWall)).toBe('seen')
  })
})

withLimits('the limits of a program', () => {
  test('on memory, processes, files and core dumps are those of the kernel', async () => {
    const limits = await runNode(
      `console.log(require('fs').readFileSync('/proc/self/limits', 'utf8'))`,
      false,
      everyWall
    )
    expect(limits).toMatch(/^Max data size +1073741824 +1073741824 /m)
    expect(limits).toMatch(/^Max processes +\d+ +\d+ /m)
    expect(limits).toMatch(/^Max file size +1073741824 +1073741824 /m)
    expect(limits).toMatch(/^Max core file size +0 +0 /m)
  })
})

describe('what is said of walls that are missing', () => {
  test('one phrase for each, where none of their programs is there', async () => {
    expect(await missingWalls(noWall)).toEqual([
      'nothing limits their memory, processor time and number of processes (prlimit)',
      'the kernel does not end them with us (setpriv)',
      'they see our network and our processes (unshare)'
    ])
  })
})
