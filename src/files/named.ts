import { lstatSync, realpathSync } from 'node:fs'
import { dirname, join, parse, relative, resolve, sep } from 'node:path'
import type { Content } from './content.ts'
import { bestHolding } from './held.ts'
import { isWithin } from './paths.ts'
import { refusedFor, type Refused } from './refused.ts'
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
 * A named path as the tree spells it, where what lies in the tree decides where it leads: it lies there as it is written, or passes
 * through the tree on the way, under whatever name. null: the tree has no say in it.
 */
const pathIn = (tree: Tree, named: string): string | null => {
  const path = resolve(tree.path, named)
  if (isWithin(tree.path, path)) return path
  for (const prefix of prefixesOf(path)) {
    const realPath = realPathOf(prefix)
    if (realPath !== null && isWithin(tree.realPath, realPath))
      return join(tree.path, relative(tree.realPath, realPath), relative(prefix, path))
  }
  return null
}

/** Whether what lies in a tree decides where a named path leads. */
export const isDecidedBy = (tree: Tree, named: string): boolean => pathIn(tree, named) !== null

const holdsRepository = (directory: string): boolean =>
  lstatSync(join(directory, '.git'), { throwIfNoEntry: false }) !== undefined

/** A path and the tree that bounds what it leads to. */
export type Bounded = { readonly tree: Tree; readonly path: string }

/**
 * The workspace bounds what lies in it, also where it is named in another way; a path outside of it is bounded by the repository that
 * holds it, else by the directory itself, or that of the file. A file that is a link of the machine is taken for what it leads to.
 * null: it leads to nothing.
 */
export const boundedBy = (workspace: Tree, named: string): Bounded | null => {
  const path = resolve(workspace.path, named)
  const inside = pathIn(workspace, path)
  if (inside !== null) return { tree: workspace, path: inside }
  const realPath = realPathOf(path)
  if (realPath === null) return null
  const directory = lstatSync(realPath).isDirectory() ? path : dirname(path)
  const root = [directory, ...prefixesOf(directory).filter(holdsRepository)].findLast(candidate =>
    isWithin(realPathOf(candidate) ?? candidate, realPath)
  )
  const open = (top: string): Tree => Tree.open(top, bestHolding(), workspace)
  return root === undefined
    ? { tree: open(dirname(realPath)), path: realPath }
    : { tree: open(root), path }
}

/** What a file holds that the workflow or a person named. */
export const readNamed = (workspace: Tree, named: string, limit: number): Content | Refused => {
  const bounded = boundedBy(workspace, named)
  if (bounded === null) return refusedFor(named, 'absent')
  const content = bounded.tree.read(bounded.path, limit)
  return content.kind === 'read' ? content : { ...content, file: named }
}

/** What a file of the machine holds whose path the environment tells, such as that of the event: no checkout decides where it lies. */
export const readMachineFile = (path: string, limit: number): Content | Refused => {
  const realPath = realPathOf(path)
  return realPath === null
    ? refusedFor(path, 'absent')
    : Tree.open(dirname(realPath)).read(realPath, limit)
}
