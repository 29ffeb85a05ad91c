import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { access, mkdir, mkdtemp, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'

import type { PushedData } from '../world.ts'
import { startDockerRegistry } from './docker-registry.ts'
import { pushedContent, type Blob } from './pushed-content.ts'
import { toolPath } from './tools.ts'

const run = promisify(execFile)

const shelf = join(tmpdir(), 'acr-pull-check-pushed-1')

/** The folder of a docker-registry to which crane pushed this; what was pushed once is not pushed again. */
export async function contentFolder(pushed: readonly PushedData[]): Promise<string> {
  const wanted = pushed.map(data => [
    data.repository,
    data.tag,
    pushedContent(data).manifest.digest
  ])
  const key = createHash('sha256').update(JSON.stringify(wanted)).digest('hex')
  const folder = join(shelf, key)
  if (await isThere(folder)) return folder
  await mkdir(shelf, { recursive: true })
  const fresh = await mkdtemp(join(shelf, 'new-'))
  await push(pushed, fresh)
  // Another test process may have been faster.
  await rename(fresh, folder).catch(() => rm(fresh, { recursive: true, force: true }))
  return folder
}

const isThere = (path: string): Promise<boolean> =>
  access(path).then(
    () => true,
    () => false
  )

async function push(pushed: readonly PushedData[], folder: string): Promise<void> {
  const crane = toolPath('crane')
  if (crane === null) throw new Error('crane is missing: bash scripts/install-tools.sh brings it.')
  const registry = await startDockerRegistry(folder, null)
  const place = await mkdtemp(join(tmpdir(), 'acr-pull-check-layouts-'))
  const { host, port } = registry.address
  try {
    for (const [number, data] of pushed.entries()) {
      const layout = join(place, String(number))
      await writeLayout(layout, data)
      const name = `${host}:${port}/${data.repository}:${data.tag}`
      await run(crane, ['push', '--insecure', layout, name], { env: { HOME: place } })
    }
  } finally {
    await registry.stop()
    await rm(place, { recursive: true, force: true })
  }
}

/** An OCI image layout with one manifest (opencontainers/image-spec, image-layout.md). */
async function writeLayout(folder: string, data: PushedData): Promise<void> {
  const { manifest, children, blobs } = pushedContent(data)
  const shelves = join(folder, 'blobs', 'sha256')
  await mkdir(shelves, { recursive: true })
  await writeFile(join(folder, 'oci-layout'), JSON.stringify({ imageLayoutVersion: '1.0.0' }))
  await writeFile(join(folder, 'index.json'), JSON.stringify(layoutIndex(manifest)))
  for (const each of [manifest, ...children.map(child => child.manifest), ...blobs])
    await writeFile(join(shelves, each.digest.replace('sha256:', '')), each.bytes)
}

const layoutIndex = ({ mediaType, digest, bytes }: Blob) => ({
  schemaVersion: 2,
  manifests: [{ mediaType, digest, size: bytes.length }]
})
