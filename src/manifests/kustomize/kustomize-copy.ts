import { basename, join, relative, sep } from 'node:path'
import { PrivateCopy } from '../../files/private-copy.ts'
import type { PrivateDirectory } from '../../files/private-directory.ts'
import type { Refused } from '../../files/refused.ts'
import type { Workspace } from '../../files/workspace.ts'
import { kustomizationNames } from '../files/search.ts'
import { limits } from '../limits.ts'
import { referencesOf, type Kustomization } from './kustomization.ts'
import type { Reference } from './reference.ts'

/** What kustomize is let at: the files of a chain of kustomizations, or the first one that is not read. */
export type KustomizeCopy = { readonly kind: 'copied'; readonly copy: PrivateCopy } | Refused

/** A copy of all that a kustomization is built from. */
export const copyChain = (
  workspace: Workspace,
  chain: readonly Kustomization[],
  home: PrivateDirectory
): KustomizeCopy => {
  const copy = new PrivateCopy(home.directory('copy'), workspace, limits.copied)
  for (const member of chain) {
    const refused = copyMember(workspace, copy, member)
    if (refused !== null) return refused
  }
  return { kind: 'copied', copy }
}

const copyMember = (
  workspace: Workspace,
  copy: PrivateCopy,
  member: Kustomization
): Refused | null => {
  const { directory } = member
  const files = kustomizationNames.map(name => join(directory, name))
  const named = referencesOf(member).flatMap(({ path, named: asWritten }) =>
    path === null ? [] : [asWritten]
  )
  return [directory, ...files, ...named].reduce<Refused | null>(
    (first, path) => first ?? copyNamed(workspace, copy, path),
    null
  )
}

/** What is missing is missing in the copy too, and kustomize says so. */
const copyNamed = (workspace: Workspace, copy: PrivateCopy, path: string): Refused | null => {
  const found = workspace.look(path)
  if (found.kind === 'file') return copy.file(path)
  if (found.kind === 'directory') return copy.directory(path)
  return found.code === 'absent' || found.code === 'dangling' ? null : found
}

/** What stands for a remote base: a kustomization that brings nothing. */
const nothing = { resource: 'nothing.yaml', base: 'no-base' } as const

/**
 * One remote base would keep everything else from being built: the images that overlays set, and so all that can be
 * said of them. null where a copy would not be the same: a patch, a component or a plugin from the network changes objects.
 */
export const copyWithoutRemotes = (
  workspace: Workspace,
  chain: readonly Kustomization[],
  home: PrivateDirectory
): KustomizeCopy | null => {
  if (!chain.every(isWholeWithoutRemotes)) return null
  const copied = copyChain(workspace, chain, home)
  if (copied.kind === 'refused') return copied
  const standIns = writeStandIns(home.directory('stand-ins'))
  for (const member of chain) writeMember(member, copied.copy, standIns)
  return copied
}

const isWholeWithoutRemotes = ({ components, inputs, plugins }: Kustomization): boolean =>
  ![...components, ...inputs, ...plugins].some(isRemote)

const writeStandIns = (directory: PrivateDirectory): PrivateDirectory => {
  const resources = [join('..', nothing.resource)]
  directory.write(nothing.resource, '# nothing\n')
  directory.write(join(nothing.base, 'kustomization.yaml'), JSON.stringify({ resources }))
  return directory
}

/** Last, because a kustomization file may be named as a resource or an input, and was copied as it is. */
const writeMember = (
  member: Kustomization,
  copy: PrivateCopy,
  standIns: PrivateDirectory
): void => {
  if (!member.resources.some(isRemote)) return
  const text = withoutRemotes(member, relative(copy.pathOf(member.directory), standIns.path))
  copy.text(join(member.directory, basename(member.path)), text)
}

/** The text of a kustomization file with other names in the places of remote ones, and all else as it was. */
const withoutRemotes = ({ source, resources }: Kustomization, standIns: string): string => {
  // Needs no quotes, and stands between them where there are some.
  const name = [...standIns.split(sep), nothing.base].join('/')
  const ranges = resources
    .filter(isRemote)
    .map(({ range }) => range)
    .sort((one, other) => one.start - other.start)
  let text = ''
  let from = 0
  for (const { start, end } of ranges) {
    // Several entries may be aliases of one text.
    if (start < from) continue
    text += source.text.slice(from, start) + name
    from = end
  }
  return text + source.text.slice(from)
}

const isRemote = ({ path }: Reference): boolean => path === null
