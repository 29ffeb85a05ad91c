import { join } from 'node:path'
import type { Workspace } from '../../files/workspace.ts'
import { lineLocation } from '../../yaml/location.ts'
import type { ParsedFile } from '../files/parsed-file.ts'
import { kustomizationNames } from '../files/search.ts'
import type { Kustomization, KustomizationReader } from './kustomization.ts'
import { leftOf, listedBelow, listingRoot, type Overlay } from './overlay.ts'
import { kustomizationIn, type Reference } from './reference.ts'

/** What a controller does to a kustomization before it builds it, and to what it builds. */
export type Overlaid = Pick<Overlay, 'ways' | 'object'> & {
  /** In which its own kustomization is what of that stays its own. */
  readonly graph: ReadonlyMap<string, Kustomization>
  /** null: it builds what is there. */
  readonly edited: Edited | null
}

/** A kustomization file that a controller writes. */
export type Edited = {
  /** As it was before, or as the controller makes it where there is none. */
  readonly base: Kustomization
  readonly overrides: ParsedFile | null
  /** Directories that it lists where there was none. */
  readonly listed: readonly string[]
}

/** An overlay, and the kustomization that its overrides come to; null: it has none. */
type Overriding = { readonly overlay: Overlay; readonly outer: Kustomization | null }

/** The overrides as a kustomization around that of the directory, so that it can be told what they do to an object. */
export const overridesOf = (
  workspace: Workspace,
  read: KustomizationReader,
  overlay: Overlay
): Overriding => {
  const directory = workspace.withoutLinks(overlay.directory)
  const { overrides } = overlay
  return {
    overlay: { ...overlay, directory },
    outer: overrides === null ? null : read.of(overrides, pathIn(workspace, directory))
  }
}

const pathIn = (workspace: Workspace, directory: string): string =>
  kustomizationIn(workspace, directory) ?? join(directory, kustomizationNames[0] ?? '')

type Surroundings = {
  readonly workspace: Workspace
  readonly read: KustomizationReader
  readonly graph: ReadonlyMap<string, Kustomization>
  readonly files: readonly string[]
  /** Of the kustomizations that were found. */
  readonly directories: readonly string[]
}

/** What becomes of the overlays whose directories were found, by the kustomization that is to be built. */
export const overlaidBy = (
  all: readonly Overriding[],
  surroundings: Surroundings
): ReadonlyMap<Kustomization, Overlaid> =>
  new Map(
    all.flatMap(overriding => {
      const found = overlaidOf(overriding, surroundings)
      return found === null ? [] : [found]
    })
  )

const overlaidOf = (
  { overlay, outer }: Overriding,
  surroundings: Surroundings
): readonly [Kustomization, Overlaid] | null => {
  const { directory, overrides, ways, object } = overlay
  const { graph, workspace } = surroundings
  const there = graph.get(directory)
  const listing = there === undefined ? listingOf(overlay, surroundings) : null
  const base = there ?? listing?.base
  if (base === undefined) return null
  const left = leftOf(base, overrides)
  const edited =
    overrides === null && listing === null
      ? null
      : { base, overrides, listed: listing?.listed ?? [] }
  return [
    outer === null ? { ...base } : { ...outer, resources: [directoryOf(workspace, outer)] },
    { ways, object, edited, graph: left === there ? graph : new Map([...graph, [directory, left]]) }
  ]
}

/** Flux makes a kustomization of all files where there is none; for Argo CD such a directory is none. */
const listingOf = (
  { directory, by }: Overlay,
  { workspace, read, files, directories }: Surroundings
): { readonly base: Kustomization; readonly listed: readonly string[] } | null => {
  if (by !== 'flux' || kustomizationIn(workspace, directory) !== null) return null
  const below = new Set(directories)
  const paths = listedBelow(directory, files, below)
  if (paths.length === 0) return null
  const parsed = {
    source: { file: workspace.shown(directory), text: '' },
    root: listingRoot(directory, paths),
    locate: () => lineLocation(workspace.shown(directory)),
    isBroken: false,
    isWhole: true
  }
  return {
    base: read.of(parsed, pathIn(workspace, directory)),
    listed: paths.filter(path => below.has(path))
  }
}

/** As the resource of the overrides. */
const directoryOf = (workspace: Workspace, { directory, source }: Kustomization): Reference => ({
  text: workspace.shown(directory),
  location: lineLocation(source.file),
  range: { start: 0, end: 0 },
  named: directory,
  path: directory
})
