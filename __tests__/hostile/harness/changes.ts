import { lstatSync, readdirSync, readlinkSync } from 'node:fs'
import { join, relative } from 'node:path'

/** What stands at each path below a folder. */
export type Snapshot = ReadonlyMap<string, string>

/** Folders count by being there: a file that is made in them changes their time. */
function fingerprint(path: string): string {
  const stat = lstatSync(path)
  if (stat.isDirectory()) return 'folder'
  if (stat.isSymbolicLink()) return `link ${readlinkSync(path)}`
  return [stat.mode, stat.ino, stat.size, stat.mtimeMs].join(' ')
}

/** Without following a link. */
const pathsBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap(entry => {
    const path = join(folder, entry.name)
    return [path, ...(entry.isDirectory() ? pathsBelow(path) : [])]
  })

export const snapshotOf = (folder: string): Snapshot =>
  new Map(pathsBelow(folder).map(path => [relative(folder, path), fingerprint(path)]))

/** Paths that are new, gone or no longer the same. */
export const changesBetween = (before: Snapshot, after: Snapshot): readonly string[] =>
  [...new Set([...before.keys(), ...after.keys()])].filter(
    path => before.get(path) !== after.get(path)
  )
