import { describe, expect, test } from '@jest/globals'
import { PrivateDirectory } from '../../../src/files/private-directory.ts'
import type { Environment } from '../../../src/programs/execution.ts'
import { RenderBudget } from '../../../src/manifests/rendering/render-budget.ts'
import { renderWith } from '../../../src/manifests/rendering/run-binary.ts'
import { realWorld, type World } from '../../../src/manifests/world.ts'
import { workspaceWith } from '../workspace-files.ts'

/** Node sets more aside than a renderer may have. */
const roomForNode: Pick<World, 'execute'> = {
  execute: execution => realWorld.execute({ ...execution, memoryBytes: 1024 * 1024 * 1024 })
}

/** Node stands in for a renderer. */
const runScript = (script: string, world: Partial<World> = {}, network = false) => {
  const home = PrivateDirectory.make(workspaceWith({}), 'home-').path
  return renderWith(
    { world: { ...realWorld, ...roomForNode, ...world }, budget: new RenderBudget(() => null) },
    {
      program: process.execPath,
      parameters: ['-e', script],
      directory: home,
      home,
      network,
      sizes: new Map(),
      digest: () => ''
    }
  )
}

const environmentSeen = async (environment: Environment, network = false) => {
  const result = await runScript(
    'console.log(JSON.stringify(process.env))',
    { environment },
    network
  )
  return JSON.parse(result.kind === 'rendered' ? result.text : '{}') as Record<string, string>
}

describe('what a renderer sees of our environment', () => {
  const ours: Environment = {
    PATH: process.env['PATH'],
    AZURE_CLIENT_SECRET: 'hidden',
    ACTIONS_ID_TOKEN_REQUEST_TOKEN: 'hidden',
    GITHUB_TOKEN: 'hidden',
    INPUT_CLIENT_ID: 'hidden',
    KUBECONFIG: '/home/someone/.kube/config',
    HELM_PLUGINS: '/home/someone/plugins',
    HOME: '/home/someone',
    HTTPS_PROXY: 'http://proxy.contoso.example:3128'
  }

  test('nothing but PATH: no token, no home, no kubeconfig, no plugins', async () => {
    const seen = await environmentSeen(ours)
    expect(JSON.stringify(seen)).not.toMatch(/hidden|someone|contoso/)
    expect(seen['PATH']).toBe(ours['PATH'])
  })

  test('the network is closed to git and HTTP unless remote bases are allowed', async () => {
    expect(await environmentSeen(ours)).toMatchObject({
      GIT_ALLOW_PROTOCOL: 'none',
      HTTPS_PROXY: 'http://127.0.0.1:9'
    })
    const open = await environmentSeen(ours, true)
    expect(open['GIT_ALLOW_PROTOCOL']).toBe('https:http:ssh')
    expect(open['HTTPS_PROXY']).toBe(ours['HTTPS_PROXY'])
  })
})

describe('limits', () => {
  const withLimits = (milliseconds: number, outputBytes: number): Partial<World> => ({
    execute: execution => roomForNode.execute({ ...execution, milliseconds, outputBytes })
  })

  test('a renderer that does not end is stopped', async () => {
    const result = await runScript('setInterval(() => {}, 1000)', withLimits(300, 1000))
    expect(result).toMatchObject({ kind: 'failed', reason: expect.stringMatching(/took longer/) })
  })

  test('a renderer that writes without end is stopped', async () => {
    const script = 'const write = () => process.stdout.write("x".repeat(1e5), write); write()'
    const result = await runScript(script, withLimits(20_000, 1_000_000))
    expect(result).toMatchObject({ kind: 'failed', reason: expect.stringMatching(/wrote more/) })
  })

  test('no renderer is started when the time of the run is used up', async () => {
    const world = { time: { left: () => 0 }, execute: () => Promise.reject(new Error('started')) }
    const result = await runScript('', world)
    expect(result).toMatchObject({ kind: 'failed', reason: expect.stringMatching(/used up/) })
  })

  test("Go's complaint about memory becomes a sentence", async () => {
    const result = await runScript(
      'console.error("fatal error: runtime: out of memory"); process.exit(2)'
    )
    expect(result).toMatchObject({ kind: 'failed', reason: 'it needed more than 480 MB of memory' })
  })

  test('of a text that is longer than any reason, beginning and end are kept', async () => {
    const script =
      'process.stderr.write("Error: first" + "x".repeat(5e6) + "last", () => process.exit(1))'
    const result = await runScript(script)
    expect(result).toMatchObject({ reason: expect.stringMatching(/^Error: first[^]*last$/) })
    expect(result.kind === 'failed' && result.reason.length).toBeLessThan(100_000)
  })

  test('a failing renderer gives its own words', async () => {
    const result = await runScript('console.error("Error: no such chart"); process.exit(1)')
    expect(result).toMatchObject({ kind: 'failed', reason: 'Error: no such chart\n' })
  })
})
