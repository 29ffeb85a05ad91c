import { execFileSync } from 'node:child_process'
import { mkdirSync, symlinkSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { byDescriptor, byName, type Holding } from '../../src/files/held.ts'
import { workspaceWith, type Files } from '../manifests/workspace-files.ts'

/** What lies outside of the workspace and must never turn up. */
export const canary = 'canary-7f3a'

/** Both ways of holding files: that of Linux, and that of every other system. */
export const holdings: readonly (readonly [string, Holding])[] = [
  ...(process.platform === 'linux' ? ([['by descriptor', byDescriptor]] as const) : []),
  ['by name', byName]
]

/** Targets by path, both as `ln -s` takes them. */
export type Links = Readonly<Record<string, string>>

/** A place with a workspace `ws` and what lies beside it. */
export type Place = { readonly place: string; readonly workspace: string }

export const placeWith = (files: Files, links: Links): Place => {
  const place = workspaceWith({
    'elsewhere/secret': canary,
    'elsewhere/secret.yaml': canary,
    'elsewhere/deep/other': canary,
    'ws/a.yaml': 'a',
    'ws/deep/b.yaml': 'b',
    'ws/.git/config': canary,
    ...files
  })
  for (const [path, target] of Object.entries(links)) {
    mkdirSync(dirname(join(place, path)), { recursive: true })
    symlinkSync(target.replace('PLACE', place), join(place, path))
  }
  return { place, workspace: join(place, 'ws') }
}

export const makePipe = (path: string): void => {
  execFileSync('mkfifo', [path])
}
