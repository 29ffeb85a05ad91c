import { readFile } from 'node:fs/promises'
import { join } from 'node:path'

import { loginServerOf } from '../arm-bodies/registry.ts'
import type { AzureWorldData } from '../world.ts'
import { contentFolder } from './content-folder.ts'
import { startDockerRegistry, type DockerRegistry } from './docker-registry.ts'

/** The real registries behind the login servers of a world. */
export type Registries = {
  readonly at: (loginServer: string) => DockerRegistry | undefined
  /** A blob of the registry of this login server, as its storage account has it. */
  readonly blob: (loginServer: string, digest: string) => Promise<Buffer | null>
  stop(): Promise<void>
}

/** One docker-registry for each registry that something was pushed to. */
export async function startRegistries({ registries = [] }: AzureWorldData): Promise<Registries> {
  const started = new Map<string, { registry: DockerRegistry; folder: string }>()
  for (const data of registries) {
    if (data.pushed === undefined) continue
    const loginServer = loginServerOf(data)
    const folder = await contentFolder(data.pushed)
    started.set(loginServer, { folder, registry: await startDockerRegistry(folder, loginServer) })
  }
  return {
    at: loginServer => started.get(loginServer)?.registry,
    blob: async (loginServer, digest) => {
      const folder = started.get(loginServer)?.folder
      return folder === undefined ? null : readBlob(folder, digest)
    },
    stop: async () => {
      await Promise.all([...started.values()].map(({ registry }) => registry.stop()))
    }
  }
}

/** Where docker-registry keeps it (docs/content/storage-drivers: blobs/sha256/AB/ABCD…/data). */
async function readBlob(folder: string, digest: string): Promise<Buffer | null> {
  const hex = /^sha256:([0-9a-f]{64})$/.exec(digest)?.[1]
  if (hex === undefined) return null
  const path = join(folder, 'docker/registry/v2/blobs/sha256', hex.slice(0, 2), hex, 'data')
  return readFile(path).catch(() => null)
}
