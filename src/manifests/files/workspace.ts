import { realpathSync, statSync, type Stats } from 'node:fs'
import { isAbsolute, join, relative, resolve, sep } from 'node:path'

/** The tree that a run may read. */
export type Workspace = {
  /** Absolute, as given; reported paths are relative to it. */
  readonly path: string
  /** The same without symbolic links. */
  readonly realPath: string
}

export const openWorkspace = (path: string): Workspace => {
  const absolute = resolve(path)
  return { path: absolute, realPath: realpathSync(absolute) }
}

/** Whether a path is a directory or lies below it; both without symbolic links, or both with them. */
export const isWithin = (directory: string, path: string): boolean => {
  const rest = relative(directory, path)
  return rest === '' || (rest !== '..' && !rest.startsWith(`..${sep}`) && !isAbsolute(rest))
}

/** Whether an existing path lies below a directory when symbolic links are followed; false where it does not exist. */
export const staysInside = (directory: string, path: string): boolean => {
  try {
    return isWithin(realpathSync(directory), realpathSync(path))
  } catch {
    return false
  }
}

/** A directory of the workspace without symbolic links; as it was named where it leads out, or is none. */
export const withoutLinks = ({ path: root, realPath }: Workspace, directory: string): string => {
  if (statOf(directory)?.isDirectory() !== true) return directory
  const real = realpathSync(directory)
  return isWithin(root, directory) && isWithin(realPath, real)
    ? join(root, relative(realPath, real))
    : directory
}

/** null for what does not exist, and for what is no path at all. */
export const statOf = (path: string): Stats | null => {
  try {
    return statSync(path)
  } catch {
    return null
  }
}

/** A path as reports show it: relative to the workspace, with `/`. */
export const reportedPath = (workspace: Workspace, path: string): string => {
  // As good as every path of a run, and `relative` looks at each character of both.
  if (sep === '/' && path.startsWith(`${workspace.path}/`))
    return path.slice(workspace.path.length + 1)
  const base = isWithin(workspace.path, path) ? workspace.path : workspace.realPath
  const shown = relative(base, path).split(sep).join('/')
  return shown === '' ? '.' : shown
}
