import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import { referencesOf, type Kustomization, type Reference } from './kustomization.ts'
import { limits } from '../limits.ts'
import { isWithin, statOf, type Workspace } from '../files/workspace.ts'

/** A copy of all that a kustomization is built from, but for what kustomize would fetch. */
export type LocalCopy = {
  /** Of the kustomization that is built. */
  readonly directory: string
  /** What its paths are told relative to. */
  readonly workspace: Workspace
  /** The file of the workspace that a file of the copy stands for. */
  readonly originalOf: (path: string) => string
}

/** What stands for a remote base: a kustomization that brings nothing. */
const nothing = { resource: 'nothing.yaml', base: 'no-base' } as const

/**
 * One remote base would keep everything else from being built: the images that overlays set, and so all that can be
 * said of them. null where a copy would not be the same: what plugins read is not known, a patch or a component from
 * the network changes objects, and neither what lies beyond the workspace nor what no manifest can be is copied.
 */
export const copyWithoutRemotes = (
  { path: root }: Workspace,
  leaf: Kustomization,
  chain: readonly Kustomization[],
  home: string
): LocalCopy | null => {
  const tree = join(home, 'copy', 'tree')
  const stand = join(home, 'copy', 'stand-ins')
  const copied = (path: string): string => join(tree, relative(root, path))
  if (!chain.every(member => isCopyable(member, root))) return null
  try {
    for (const member of chain) copyFiles(member, copied)
    writeStandIns(stand)
    for (const member of chain) writeMember(member, copied, stand)
  } catch {
    return null
  }
  return {
    directory: copied(leaf.directory),
    workspace: { path: tree, realPath: tree },
    originalOf: path => (isWithin(tree, path) ? join(root, relative(tree, path)) : path)
  }
}

const isCopyable = (
  { directory, hasPlugins, components, inputs }: Kustomization,
  root: string
): boolean => isWithin(root, directory) && !hasPlugins && ![...components, ...inputs].some(isRemote)

const writeStandIns = (directory: string): void => {
  const resources = [join('..', nothing.resource)]
  write(join(directory, nothing.resource), '# nothing\n')
  write(join(directory, nothing.base, 'kustomization.yaml'), JSON.stringify({ resources }))
}

const copyFiles = (member: Kustomization, copied: (path: string) => string): void => {
  for (const { path } of referencesOf(member)) {
    const found = path === null ? null : statOf(path)
    if (path === null || found?.isFile() !== true) continue
    if (found.size > limits.fileBytes) throw new Error(`${path} is too large to be copied`)
    mkdirSync(dirname(copied(path)), { recursive: true })
    copyFileSync(path, copied(path))
  }
}

/** Last, because a kustomization file may be named as a resource or an input, and would be copied as it is. */
const writeMember = (
  member: Kustomization,
  copied: (path: string) => string,
  stand: string
): void => {
  const directory = copied(member.directory)
  const text = withoutRemotes(member, relative(directory, stand))
  write(join(directory, basename(member.path)), text)
}

/** The text of a kustomization file with other names in the places of remote ones, and all else as it was. */
const withoutRemotes = ({ source, resources }: Kustomization, stand: string): string => {
  // Needs no quotes, and stands between them where there are some.
  const name = [...stand.split(sep), nothing.base].join('/')
  const ranges = resources
    .filter(isRemote)
    .map(({ range }) => range)
    .sort((one, other) => one.start - other.start)
  let text = ''
  let from = 0
  for (const { start, end } of ranges) {
    text += source.text.slice(from, start) + name
    from = end
  }
  return text + source.text.slice(from)
}

const isRemote = ({ path }: Reference): boolean => path === null

const write = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}
