import { readdirSync, realpathSync } from 'node:fs'
import { join } from 'node:path'
import { isWithin } from '../files/workspace.ts'

/**
 * The first symbolic link below a directory that leads out of a boundary, or null. Helm follows
 * every link of a chart and hands the content to templates, so such a chart is not rendered.
 */
export const findLeavingLink = (directory: string, boundary: string): string | null => {
  for (const entry of readdirSync(directory, { withFileTypes: true })) {
    const path = join(directory, entry.name)
    if (entry.isSymbolicLink() && !leadsInside(path, boundary)) return path
    const below = entry.isDirectory() ? findLeavingLink(path, boundary) : null
    if (below !== null) return below
  }
  return null
}

const leadsInside = (path: string, boundary: string): boolean => {
  try {
    return isWithin(boundary, realpathSync(path))
  } catch {
    return true
  }
}
