import { resolve } from 'node:path'
import { globSync, isDynamicPattern } from 'tinyglobby'
import type { Workspace } from './workspace.ts'

/**
 * Absolute paths that a pattern matches, in order; none where the text is no pattern. Directories that match are among
 * them, to be searched too, as a shell's expansion would pass them on.
 */
export const expandGlob = (workspace: Workspace, pattern: string): readonly string[] =>
  isDynamicPattern(pattern)
    ? globSync(pattern, {
        cwd: workspace.path,
        absolute: true,
        dot: true,
        onlyFiles: false,
        expandDirectories: false,
        followSymbolicLinks: false,
        ignore: ['**/.git/**', '**/node_modules/**']
      })
        .map(match => resolve(match))
        .sort()
    : []
