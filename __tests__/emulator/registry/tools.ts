import { accessSync, constants } from 'node:fs'
import { delimiter, join, resolve } from 'node:path'

const ownTools = resolve(import.meta.dirname, '../../../.tools')

/** Path of a tool in .tools (scripts/install-tools.sh) or on PATH; null: it is not installed. */
export function toolPath(name: 'crane' | 'docker-registry'): string | null {
  const folders = [ownTools, ...(process.env['PATH'] ?? '').split(delimiter)]
  return folders.map(folder => join(folder, name)).find(isExecutable) ?? null
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Whether images can be pushed to a real registry here. */
export const registryIsInstalled = (['crane', 'docker-registry'] as const).every(
  name => toolPath(name) !== null
)
