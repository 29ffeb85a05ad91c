import { join, relative, resolve, sep } from 'node:path'
import { entriesPassed, holdsCheckouts, repositoriesAround } from '../files/passed.ts'
import { isWithin } from '../files/paths.ts'
import type { Tree } from '../files/tree.ts'

/** Where a settings file of the checkout lies in its repository. */
export type RepositoryPlace = {
  /** The directory with `.git`; null: none is around, and the workspace counts as the root. */
  readonly repository: string | null
  /** Relative to the root, with `/`; empty where the files lie in no checkout. */
  readonly paths: readonly string[]
}

/** Of files that were named, or are looked for, relative to the workspace. */
export function repositoryPlace(workspace: Tree, files: readonly string[]): RepositoryPlace {
  const paths = files.map(file => withoutLinksTo(workspace, file))
  const repository = repositoryOf(workspace, paths[0] ?? workspace.realPath)
  // A workspace with several checkouts is none itself.
  if (repository === null && holdsCheckouts(workspace.realPath)) return { repository, paths: [] }
  const root = repository ?? workspace.realPath
  return {
    repository,
    paths: paths
      .filter(path => isWithin(root, path))
      .map(path => relative(root, path).split(sep).join('/'))
  }
}

/** The workspace may have been named through links; what lies in it is looked for as it is written, as git does. */
function withoutLinksTo({ path: root, realPath }: Tree, file: string): string {
  const path = resolve(root, file)
  return isWithin(root, path) ? join(realPath, relative(root, path)) : path
}

/** The outermost one in the workspace, which holds submodules as well, or else the innermost around it. */
function repositoryOf({ realPath }: Tree, path: string): string | null {
  const around = repositoriesAround(path).filter(
    directory => entriesPassed(directory)?.length === 1
  )
  return around.find(directory => isWithin(realPath, directory)) ?? around.at(-1) ?? null
}
