import { execFile, spawn } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { env } from 'node:process'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'

import { contentFolder } from '../__tests__/emulator/registry/content-folder.ts'
import { startDockerRegistry } from '../__tests__/emulator/registry/docker-registry.ts'
import type { PushedData } from '../__tests__/emulator/world.ts'

/*
 * What containerd itself does in the five situations that the look-up of images tells apart, on a node with linux/amd64. Takes
 * root, and containerd and ctr on PATH or in the folder CONTAINERD_BIN (Debian: apt-get install containerd runc).
 */

const repository = 'team/web'
const situations: readonly { readonly pushed: PushedData | null; readonly expected: RegExp }[] = [
  {
    pushed: {
      repository,
      tag: 'both',
      kind: 'index',
      platforms: ['linux/amd64', 'linux/arm64/v8']
    },
    expected: /done/
  },
  {
    pushed: {
      repository,
      tag: 'arm-index',
      kind: 'index',
      platforms: ['linux/arm64/v8', 'linux/arm/v7']
    },
    expected: /no match for platform in manifest/
  },
  { pushed: { repository, tag: 'arm-image', platforms: ['linux/arm64/v8'] }, expected: /done/ },
  { pushed: null, expected: /not found/ },
  {
    pushed: { repository, tag: 'chart', kind: 'chart' },
    expected: /mismatched image rootfs and manifest layers/
  }
]

const run = promisify(execFile)
const program = (name: string): string => join(env['CONTAINERD_BIN'] ?? '', name)

const configuration = (place: string): string => `version = 2
root = "${place}/root"
state = "${place}/state"
disabled_plugins = ["io.containerd.grpc.v1.cri"]
[grpc]
address = "${place}/socket"
`

/** The last line of a pull, whichever way it ended. */
async function pulled(socket: string, name: string): Promise<string> {
  const words = ['-a', socket, 'images', 'pull', '--plain-http', '--snapshotter', 'native', name]
  const said = await run(program('ctr'), words).catch(
    (error: unknown) => error as { stdout: string; stderr: string }
  )
  return `${said.stdout}${said.stderr}`.trim().split('\n').at(-1) ?? ''
}

const place = await mkdtemp(join(tmpdir(), 'acr-pull-check-containerd-'))
const content = await contentFolder(situations.flatMap(({ pushed }) => pushed ?? []))
const registry = await startDockerRegistry(content, null)
await writeFile(join(place, 'config.toml'), configuration(place))
const containerd = spawn(program('containerd'), ['-c', join(place, 'config.toml')], {
  stdio: 'ignore'
})
try {
  await wait(3000)
  for (const { pushed, expected } of situations) {
    const tag = pushed?.tag ?? 'absent'
    const { host, port } = registry.address
    const said = await pulled(join(place, 'socket'), `${host}:${port}/${repository}:${tag}`)
    const isExpected = expected.test(said)
    console.log(`${isExpected ? 'ok    ' : 'OTHER '} ${tag}: ${said}`)
    if (!isExpected) process.exitCode = 1
  }
} finally {
  containerd.kill()
  await registry.stop()
  await wait(500)
  await rm(place, { recursive: true, force: true })
}
