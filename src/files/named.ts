import { lstatSync, realpathSync } from 'node:fs'
import { dirname, join, parse, relative, resolve, sep } from 'node:path'
import type { Content } from './content.ts'
import { isWithin } from './paths.ts'
import { refusedBy, type Refused } from './refused.ts'
import { Tree } from './tree.ts'

const realPathOf = (path: string): string | null => {
  try {
    return realpathSync.native(path)
  } catch {
    return null
  }
}

/** A path and all that it passes through, the root first. */
export const prefixesOf = (path: string): readonly string[] => {
  const { root } = parse(path)
  const names = relative(root, path).split(sep)
  return [root, ...names.map((_, index) => join(root, ...names.slice(0, index + 1)))]
}

/**
 * Whether what lies in a tree decides where a path leads: it lies there as it is written, or passes through the tree on the way,
 * under whatever name.
 */
export const isDecidedBy = (tree: Tree, named: string): boolean => {
  const path = resolve(tree.path, named)
  if (isWithin(tree.path, path)) return true
  return prefixesOf(path).some(prefix => {
    const realPath = realPathOf(prefix)
    return realPath !== null && isWithin(tree.realPath, realPath)
  })
}

const holdsRepository = (directory: string): boolean =>
  lstatSync(join(directory, '.git'), { throwIfNoEntry: false }) !== undefined

/**
 * The tree that bounds what a named path leads to: the workspace, also where it is named in another way; for a path outside of it
 * the repository that holds it, else the directory itself, or that of the file. null: it leads to nothing.
 */
export const treeAround = (workspace: Tree, named: string): Tree | null => {
  const path = resolve(workspace.path, named)
  if (isDecidedBy(workspace, path)) return workspace
  const realPath = realPathOf(path)
  if (realPath === null) return null
  const isDirectory = lstatSync(realPath).isDirectory()
  const directory = isDirectory ? realPath : dirname(realPath)
  return Tree.open(prefixesOf(directory).findLast(holdsRepository) ?? directory)
}

/** What a file holds that the workflow or a person named; one outside of the workspace may be a link. */
export const readNamed = (workspace: Tree, named: string, limit: number): Content | Refused => {
  const path = resolve(workspace.path, named)
  if (isDecidedBy(workspace, path)) return workspace.read(path, limit)
  try {
    const realPath = realpathSync.native(path)
    const content = Tree.open(dirname(realPath)).read(realPath, limit)
    return content.kind === 'read' ? content : { ...content, file: named }
  } catch (error) {
    return refusedBy(named, error)
  }
}
