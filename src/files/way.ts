import { readlinkSync } from 'node:fs'
import { dirname, join, parse, relative, sep } from 'node:path'
import { isWithin } from './paths.ts'

/** As many as Linux follows (path_resolution(7)). */
export const mostLinks = 40

/** What a symbolic link holds; null for anything else. */
export const targetOf = (path: string): string | null => {
  try {
    return readlinkSync(path)
  } catch {
    return null
  }
}

/** A backslash parts names on Windows alone. */
export const stepsOf = (path: string): readonly string[] => path.split(sep === '/' ? '/' : /[\\/]/)

/** A directory and what lies above or below it: nothing else may be stepped on, not even to come back. */
const mayStand = (roots: readonly string[], at: string): boolean =>
  roots.some(root => isWithin(root, at) || isWithin(at, root))

/**
 * Whether symbolic links lead a path out of a tree, link by link as the kernel follows them (path_resolution(7)): `..` goes up
 * from where a link led. Nothing outside is touched, so that the answer does not tell what exists there.
 */
export const leavesOnTheWay = (
  tree: { readonly path: string; readonly realPath: string },
  path: string
): boolean => {
  const roots = [tree.path, tree.realPath]
  const waiting = [...stepsOf(relative(tree.path, path))]
  let at = tree.realPath
  let links = 0
  for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
    if (step === '' || step === '.') continue
    at = step === '..' ? dirname(at) : join(at, step)
    if (!mayStand(roots, at)) return true
    const target = step === '..' ? null : targetOf(at)
    if (target === null) continue
    links += 1
    if (links > mostLinks) return false
    const { root } = parse(target)
    at = root === '' ? dirname(at) : root
    waiting.unshift(...stepsOf(target.slice(root.length)))
  }
  return !isWithin(tree.realPath, at)
}
