import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { delimiter, isAbsolute, join, resolve } from 'node:path'

/** Without walls, the program finds no `unshare`: all that holds must hold without it. */
export type Walls = 'without unshare' | 'with unshare'

const ownTools = resolve(import.meta.dirname, '../../../.tools')

const directories = [ownTools, ...(process.env['PATH'] ?? '').split(delimiter).filter(isAbsolute)]

const namesIn = (directory: string): readonly string[] => {
  try {
    return readdirSync(directory)
  } catch {
    return []
  }
}

export type SearchPaths = {
  readonly pathFor: (walls: Walls) => string
  readonly close: () => void
}

/** The machine's own PATH, and one of links to all that it finds but `unshare`. */
export function openSearchPaths(): SearchPaths {
  const links = mkdtempSync(join(tmpdir(), 'hostile-path-'))
  const walled = directories.flatMap((directory, index) => {
    const names = namesIn(directory)
    if (!names.includes('unshare')) return [directory]
    const copy = join(links, String(index))
    mkdirSync(copy)
    for (const name of names)
      if (name !== 'unshare') symlinkSync(join(directory, name), join(copy, name))
    return [copy]
  })
  return {
    pathFor: walls => (walls === 'with unshare' ? directories : walled).join(delimiter),
    close: () => {
      rmSync(links, { recursive: true })
    }
  }
}
