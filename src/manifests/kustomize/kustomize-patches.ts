import { resolve } from 'node:path'
import type { Location } from '../../yaml/location.ts'
import { itemsIn } from '../../yaml/nodes.ts'
import {
  nodeAt,
  scalarAt,
  walkScalars,
  parseDocuments,
  type Path,
  type ScalarNode,
  type YamlNode
} from '../../kubernetes/read.ts'
import type { Kustomization } from './kustomization.ts'
import { nodeByNames, type NamedPath } from './named-path.ts'
import { parseFile } from '../files/parsed-file.ts'
import { locateWithin, occurrencesBefore, type Span } from '../files/text-span.ts'
import type { Workspace } from '../../files/workspace.ts'

/** The rendered scalar whose origin is looked for. */
export type PatchedScalar = {
  readonly kind: string
  /** Of the rendered object, with its prefixes and suffixes. */
  readonly name: string
  readonly path: NamedPath
}

/** A text that a patch writes at that place. */
export type PatchValue = {
  readonly text: string
  readonly location: Location
  /** Where the n-th (from 0) of equal pieces of the text stands. */
  readonly partAt: PartAt
}

export type PartAt = (piece: string, occurrence: number) => Location | null

type PatchTarget = { readonly kind: string | null; readonly name: string | null }

export type PatchDocument = {
  readonly root: YamlNode
  readonly target: PatchTarget | null
  readonly valueOf: (scalar: ScalarNode) => PatchValue
}

/** What the patches of one kustomization write at a place, in their order. */
export const patchValues = (
  patches: readonly PatchDocument[],
  wanted: PatchedScalar
): readonly PatchValue[] =>
  patches
    .filter(({ target }) => target === null || selects(target, wanted))
    .flatMap(document =>
      document.root.kind === 'sequence'
        ? operationValues(document, wanted)
        : mergeValues(document, wanted)
    )

/** The patches of a kustomization, inline or in files. */
export const patchDocuments = (
  workspace: Workspace,
  kustomization: Kustomization
): readonly PatchDocument[] => {
  const { root } = kustomization
  const listed = (key: string): readonly YamlNode[] => itemsIn(nodeAt(root, [key]))
  const merges = listed('patchesStrategicMerge').map(item => ({
    text: scalarAt(item, []),
    target: null
  }))
  const patches = [...listed('patches'), ...listed('patchesJson6902')].map(item => ({
    text: scalarAt(item, ['path']) ?? scalarAt(item, ['patch']),
    target: targetOf(nodeAt(item, ['target']))
  }))
  return [...merges, ...patches].flatMap(({ text, target }) =>
    text === null ? [] : documentsOf(workspace, kustomization, text, target)
  )
}

const targetOf = (target: YamlNode | null): PatchTarget | null =>
  target === null
    ? null
    : {
        kind: scalarAt(target, ['kind'])?.text ?? null,
        name: scalarAt(target, ['name'])?.text ?? null
      }

/** The scalar is either the path of the patch or the patch itself. */
const documentsOf = (
  workspace: Workspace,
  kustomization: Kustomization,
  scalar: ScalarNode,
  target: PatchTarget | null
): readonly PatchDocument[] => {
  const path = resolve(kustomization.directory, scalar.text)
  const file =
    scalar.text.includes('\n') || !workspace.isFile(path) ? null : parseFile(workspace, path)
  const source =
    file === null ? { file: kustomization.source.file, text: scalar.text } : file.source
  const { documents, locate } = parseDocuments(source)
  const valueOf = (found: ScalarNode): PatchValue =>
    file === null ? inlineValue(kustomization, scalar, found) : valueIn({ source, locate }, found)
  return documents.flatMap(({ root }) => (root === null ? [] : [{ root, target, valueOf }]))
}

/** What a scalar of a file says. */
export const valueIn = (
  { source, locate }: Pick<Span, 'source' | 'locate'>,
  { text, start, end }: ScalarNode
): PatchValue => ({
  text,
  location: locate(start, end),
  partAt: (piece, occurrence) => locateWithin({ source, locate, start, end }, piece, occurrence)
})

/** The decoded patch and the text of its block scalar differ by indentation only. */
const inlineValue = (
  kustomization: Kustomization,
  block: ScalarNode,
  { text, start }: ScalarNode
): PatchValue => {
  const span = { ...kustomization, start: block.start, end: block.end }
  const partAt: PartAt = (piece, occurrence) =>
    locateWithin(span, piece, occurrencesBefore(block.text, piece, start) + occurrence)
  return { text, location: partAt(text, 0) ?? kustomization.locate(block.start, block.end), partAt }
}

/** `name` is a regular expression for kustomize; a name that differs may still match, so only plain names exclude. */
const selects = (target: PatchTarget, wanted: PatchedScalar): boolean =>
  (target.kind === null || target.kind === wanted.kind) &&
  (target.name === null || !/^[\w.-]+$/.test(target.name) || wanted.name.includes(target.name))

/** A strategic merge patch has the shape of the object that it patches. */
const mergeValues = (
  { root, target, valueOf }: PatchDocument,
  wanted: PatchedScalar
): readonly PatchValue[] => {
  const kind = scalarAt(root, ['kind'])?.text ?? null
  const name = scalarAt(root, ['metadata', 'name'])?.text ?? null
  if (target === null && !selects({ kind, name }, wanted)) return []
  const scalar = scalarAt(nodeByNames(root, wanted.path), [])
  return scalar === null ? [] : [valueOf(scalar)]
}

/** The operations of a JSON patch (RFC 6902) that write the place, whole or as part of a value. */
const operationValues = (
  { root, valueOf }: PatchDocument,
  wanted: PatchedScalar
): readonly PatchValue[] =>
  itemsIn(root).flatMap(operation => {
    const pointer = scalarAt(operation, ['path'])?.text
    const value = nodeAt(operation, ['value'])
    if (pointer === undefined || value === null) return []
    const base = pointerSteps(pointer)
    const container = scalarAt(value, ['name'])?.text ?? null
    return [...walkScalars(value)].flatMap(({ path, scalar }) =>
      reaches([...base, ...path], wanted.path, base.length, container) ? [valueOf(scalar)] : []
    )
  })

const pointerSteps = (pointer: string): Path =>
  pointer
    .split('/')
    .slice(1)
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))
    .map(step => (/^(?:\d+|-)$/.test(step) ? 0 : step))

/** Indexes of an operation count at the moment it runs, so any list item fits, unless a name tells them apart. */
const reaches = (
  path: Path,
  wanted: NamedPath,
  baseLength: number,
  container: string | null
): boolean =>
  path.length === wanted.length &&
  wanted.every((step, index) => {
    if (typeof step === 'string') return step === path[index]
    if (typeof path[index] !== 'number') return false
    return (
      index !== baseLength - 1 ||
      container === null ||
      typeof step === 'number' ||
      step.name === container
    )
  })
