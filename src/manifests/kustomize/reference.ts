import { join, resolve } from 'node:path'
import type { Workspace } from '../../files/workspace.ts'
import type { Location } from '../../yaml/location.ts'
import type { Locate } from '../../kubernetes/read.ts'
import { kustomizationNames } from '../files/search.ts'
import type { NamedText, Role } from './kustomization-fields.ts'
import { isRemote, type Taken } from './remote-form.ts'

/** A path or URL that a kustomization, or a configuration of its plugins, names. */
export type Reference = {
  readonly text: string
  readonly location: Location
  /** Offsets into the text of the file, end exclusive. */
  readonly range: { readonly start: number; readonly end: number }
  /** Absolute, as it is written. */
  readonly named: string
  /** Where that lies, through the links of directories; null for what kustomize would fetch. */
  readonly path: string | null
}

/** The text of a file that names others, and the directory that they are named from. */
export type Naming = { readonly locate: Locate; readonly directory: string }

const takenAs: Readonly<Record<Role, Taken>> = {
  resource: 'as-file-or-root',
  component: 'as-file-or-root',
  plugin: 'as-file-or-root',
  'inline-plugin': 'as-objects-or-root',
  file: 'as-file',
  'keyed-file': 'as-file',
  patch: 'as-file'
}

export const referenceTo = (
  workspace: Workspace,
  { locate, directory }: Naming,
  { role, scalar: { text: written, start, end } }: NamedText
): Reference => {
  const text = role === 'keyed-file' ? written.replace(/^[^=]*=/, '') : written
  const named = resolve(directory, text)
  const isFetched = isRemote(text, takenAs[role], () => isThere(workspace, named))
  return {
    text,
    location: locate(start, end),
    range: { start, end },
    named,
    path: isFetched ? null : withoutDirectoryLinks(workspace, named)
  }
}

/** The kustomization file of a directory, or null. */
export const kustomizationIn = (workspace: Workspace, directory: string): string | null =>
  kustomizationNames.map(name => join(directory, name)).find(path => isThere(workspace, path)) ??
  null

/** Also what is refused is there, and will be said to be. */
const isThere = (workspace: Workspace, path: string): boolean => {
  const found = workspace.look(path)
  return found.kind !== 'refused' || (found.code !== 'absent' && found.code !== 'dangling')
}

/** kustomize takes paths from where a directory lies, and a file by its name. */
const withoutDirectoryLinks = (workspace: Workspace, path: string): string =>
  workspace.isDirectory(path) ? workspace.withoutLinks(path) : path
