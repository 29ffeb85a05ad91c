import { copyFileSync, mkdirSync, statSync, writeFileSync } from 'node:fs'
import { basename, dirname, join, relative, sep } from 'node:path'
import type { Kustomization, Reference } from './kustomization.ts'
import { isWithin, type Workspace } from './workspace.ts'

/** A copy of all that a kustomization is built from, but for what kustomize would fetch. */
export type LocalCopy = {
  /** Of the kustomization that is built. */
  readonly directory: string
  /** The file of the workspace that a file of the copy stands for. */
  readonly originalOf: (path: string) => string
}

/** What stands for a remote base: a kustomization, or a component, that brings nothing. */
const nothing = { resource: 'nothing.yaml', base: 'no-base', component: 'no-component' } as const

/**
 * One remote base would keep everything else from being built: the images that overlays set, and so all that can be
 * said of them. null where a copy would not be the same: what plugins read is not known, a patch from the network
 * changes objects, and beyond the workspace nothing is copied.
 */
export const copyWithoutRemotes = (
  { path: root }: Workspace,
  leaf: Kustomization,
  chain: readonly Kustomization[],
  home: string
): LocalCopy | null => {
  const isCopyable = chain.every(
    ({ directory, hasPlugins, inputs }) =>
      isWithin(root, directory) && !hasPlugins && inputs.every(({ path }) => path !== null)
  )
  if (!isCopyable) return null
  const copy = join(home, 'copy')
  const tree = join(copy, 'tree')
  const stand = join(copy, 'stand-ins')
  const copied = (path: string): string => join(tree, relative(root, path))
  writeStandIns(stand)
  for (const member of chain) copyMember(member, copied, stand)
  return {
    directory: copied(leaf.directory),
    originalOf: path => (isWithin(tree, path) ? join(root, relative(tree, path)) : path)
  }
}

const writeStandIns = (directory: string): void => {
  const resources = [join('..', nothing.resource)]
  const component = { apiVersion: 'kustomize.config.k8s.io/v1alpha1', kind: 'Component' }
  write(join(directory, nothing.resource), '# nothing\n')
  write(join(directory, nothing.base, 'kustomization.yaml'), JSON.stringify({ resources }))
  write(
    join(directory, nothing.component, 'kustomization.yaml'),
    JSON.stringify({ ...component, resources })
  )
}

const copyMember = (
  member: Kustomization,
  copied: (path: string) => string,
  stand: string
): void => {
  const { path, resources, components, inputs } = member
  const directory = copied(member.directory)
  write(join(directory, basename(path)), withoutRemotes(member, relative(directory, stand)))
  for (const { path: file } of [...resources, ...components, ...inputs])
    if (file !== null && statSync(file, { throwIfNoEntry: false })?.isFile() === true)
      copy(file, copied(file))
}

/** The text of a kustomization file with other names in the places of remote ones, and all else as it was. */
const withoutRemotes = (
  { source, resources, components }: Kustomization,
  stand: string
): string => {
  // Needs no quotes, and stands between them where there are some.
  const nameOf = (directory: string) => [...stand.split(sep), directory].join('/')
  const replaced = [
    ...resources.filter(isRemote).map(({ range }) => ({ range, text: nameOf(nothing.base) })),
    ...components.filter(isRemote).map(({ range }) => ({ range, text: nameOf(nothing.component) }))
  ].sort((one, other) => one.range.start - other.range.start)
  let text = ''
  let from = 0
  for (const { range, text: name } of replaced) {
    text += source.text.slice(from, range.start) + name
    from = range.end
  }
  return text + source.text.slice(from)
}

const isRemote = ({ path }: Reference): boolean => path === null

const write = (path: string, text: string): void => {
  mkdirSync(dirname(path), { recursive: true })
  writeFileSync(path, text)
}

const copy = (from: string, to: string): void => {
  mkdirSync(dirname(to), { recursive: true })
  copyFileSync(from, to)
}
