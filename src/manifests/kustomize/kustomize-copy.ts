import { basename, join, relative, sep } from 'node:path'
import { PrivateCopy } from '../../files/private-copy.ts'
import type { PrivateDirectory } from '../../files/private-directory.ts'
import { overLimit, type Refused } from '../../files/refused.ts'
import type { Workspace } from '../../files/workspace.ts'
import { kustomizationNames } from '../files/search.ts'
import type { Rewritten } from '../../yaml/flow-text.ts'
import { madeText } from '../../yaml/made-nodes.ts'
import type { ScalarNode } from '../../yaml/yaml-nodes.ts'
import { limits } from '../limits.ts'
import { referencesOf, type Kustomization } from './kustomization.ts'
import type { Edited } from './overlaid.ts'
import { overlaidText } from './overlay.ts'
import type { Reference } from './reference.ts'

/** What kustomize is let at: the files of a chain of kustomizations, or the first one that is not read. */
export type KustomizeCopy = { readonly kind: 'copied'; readonly copy: PrivateCopy } | Refused

/** What is built, and what a controller writes before. */
export type Chain = {
  readonly members: readonly Kustomization[]
  readonly edited: Edited | null
}

/** A copy of all that a kustomization is built from. */
export const copyChain = (
  workspace: Workspace,
  chain: Chain,
  home: PrivateDirectory
): KustomizeCopy => {
  const copied = copyFiles(workspace, chain.members, home)
  if (copied.kind === 'refused' || chain.edited === null) return copied
  return writeEdited(workspace, chain.edited, copied.copy, () => null) ?? copied
}

const copyFiles = (
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
  { members, edited }: Chain,
  home: PrivateDirectory
): KustomizeCopy | null => {
  if (!members.every(isWholeWithoutRemotes)) return null
  const copied = copyFiles(workspace, members, home)
  if (copied.kind === 'refused') return copied
  const standIns = writeStandIns(home.directory('stand-ins'))
  for (const member of members) writeMember(member, copied.copy, standIns)
  if (edited === null) return copied
  const name = standInFor(edited.base, copied.copy, standIns)
  const starts = new Set(edited.base.resources.filter(isRemote).map(({ range }) => range.start))
  const rewritten = (scalar: ScalarNode) =>
    starts.has(scalar.start) ? madeText(name, scalar) : null
  return writeEdited(workspace, edited, copied.copy, rewritten) ?? copied
}

/** Last, in the place of the file as it is. */
const writeEdited = (
  workspace: Workspace,
  { base, overrides }: Edited,
  copy: PrivateCopy,
  rewritten: Rewritten
): Refused | null => {
  const text = overlaidText(base, overrides, rewritten)
  if (text === null)
    return overLimit(workspace.shown(base.path), 'as much as a kustomization may say')
  copy.text(base.path, text)
  return null
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
  const text = withoutRemotes(member, standInFor(member, copy, standIns))
  copy.text(join(member.directory, basename(member.path)), text)
}

/** Needs no quotes, and stands between them where there are some. */
const standInFor = (
  { directory }: Kustomization,
  copy: PrivateCopy,
  standIns: PrivateDirectory
): string => [...relative(copy.pathOf(directory), standIns.path).split(sep), nothing.base].join('/')

/** The text of a kustomization file with other names in the places of remote ones, and all else as it was. */
const withoutRemotes = ({ source, resources }: Kustomization, name: string): string => {
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
