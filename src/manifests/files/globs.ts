import { join, resolve } from 'node:path'
import picomatch from 'picomatch'
import { isInstalled, type Search } from './search.ts'

/**
 * Absolute paths that a pattern matches, in order; none where the text is no pattern. Directories that match are among
 * them, to be searched too, as a shell's expansion would pass them on; so is a directory that is not read.
 */
export const expandGlob = (search: Search, pattern: string): readonly string[] => {
  const { base, glob, isGlob, negated } = picomatch.scan(pattern.replace(/(?<!\/)\/+$/, ''))
  if (!isGlob || negated) return []
  const isMatch = picomatch(glob, { dot: true })
  const deepest = levelsOf(glob)
  const matches: string[] = []
  const { workspace } = search
  const visit = (directory: string, above: string, level: number): void => {
    if (search.isOverBefore(directory)) return
    const listed = workspace.list(directory)
    if (listed.kind === 'refused') {
      if (listed.code !== 'absent') matches.push(directory)
      return
    }
    for (const { name, kind } of listed.entries) {
      const path = join(directory, name)
      if (isInstalled(name, listed.entries)) {
        search.leaveOut(path)
        continue
      }
      if (isMatch(above + name)) matches.push(path)
      if (kind === 'directory' && level < deepest) visit(path, `${above}${name}/`, level + 1)
    }
  }
  visit(workspace.admit(base === '' ? '.' : base), '', 1)
  return matches.map(match => resolve(match)).sort()
}

/** How many levels deep a pattern can match. */
const levelsOf = (glob: string): number =>
  /\*\*|[()]/.test(glob) ? Infinity : glob.split('/').length
