import { lineLocation, type Location } from '../kubernetes/location.ts'
import { scalarAt, type LocatedScalar } from '../kubernetes/read.ts'
import { baseFileReader, baseObject, type BaseObject } from './base-files.ts'
import { chainOf, coveredBy, stagesOf, type KustomizationGraph } from './kustomization-graph.ts'
import type { Kustomization } from './kustomization.ts'
import { applyEntry, imageEntries, isRewritten } from './kustomize-images.ts'
import { originOf } from './kustomize-origin.ts'
import { patchDocuments, patchValues } from './kustomize-patches.ts'
import { remembered } from './remembered.ts'
import { namedPath, nodeByNames } from './named-path.ts'
import type { RenderedScalar } from './rendered-text.ts'
import type { SourceFinder, SourcePlace } from './rendering.ts'
import { textSearch } from './text-search.ts'
import { locateWithin } from './text-span.ts'
import type { Workspace } from './workspace.ts'

export type KustomizeBuild = {
  readonly workspace: Workspace
  readonly graph: KustomizationGraph
  readonly leaf: Kustomization
  /** The directory that was built, without symbolic links; origins are relative to it. */
  readonly directory: string
  readonly scalarAtLocation: (location: Location) => RenderedScalar | null
}

/** A text on its way through the kustomizations, and the place that last wrote it. */
type Written = {
  readonly text: string
  readonly location: Location
  /** Index of the kustomization whose `images` come next. */
  readonly stage: number
}

/** The scalar of the source file that a built scalar was before any kustomization changed it. */
type BaseScalar = LocatedScalar['scalar'] & { readonly object: BaseObject }

/**
 * The source of built text: the object's file says what the scalar was, the kustomizations that it
 * passed through say what they made of it, and the last one that wrote it is the place to edit.
 */
export const kustomizeSource = (build: KustomizeBuild): SourceFinder => {
  const { workspace, graph, leaf } = build
  const chain = chainOf(graph, leaf)
  const objectsIn = baseFileReader(workspace)
  const entriesOf = remembered(imageEntries)
  const patchesOf = remembered((stage: Kustomization) => patchDocuments(workspace, stage))
  const findText = textSearch(workspace, coveredBy(chain))

  const placeOfFile = (file: string): SourcePlace => {
    const owner = chain.find(({ path }) => path === file) ?? leaf
    return { location: lineLocation(owner.source.file), confidence: 'file' }
  }

  const placeOfText = (text: string): SourcePlace | null => {
    const location = findText(text)
    return location === null ? null : { location, confidence: 'likely' }
  }

  const throughImages = (
    stages: readonly Kustomization[],
    written: Written,
    rendered: RenderedScalar
  ): Written => {
    if (!isRewritten(rendered.path)) return written
    let current = written
    for (const entry of stages.slice(written.stage).flatMap(entriesOf)) {
      const text = applyEntry(entry, current.text)
      if (text !== null) current = { ...current, text, location: entry.location }
    }
    return current
  }

  const placeInFile = (rendered: RenderedScalar, file: string): SourcePlace => {
    const { root } = rendered.document
    const kind = scalarAt(root, ['kind'])?.text ?? ''
    const name = scalarAt(root, ['metadata', 'name'])?.text ?? ''
    const path = namedPath(root, rendered.path)
    const object = baseObject(objectsIn(file), kind, name)
    const found = object === null ? null : scalarAt(nodeByNames(object.root, path), [])
    const base = object === null || found === null ? null : { ...found, object }
    const stages = stagesOf(graph, leaf, file)
    const patched = stages.flatMap((stage, index) =>
      patchValues(patchesOf(stage), { kind, name, path }).map(value => ({ ...value, stage: index }))
    )
    const start = base === null ? [] : [{ text: base.text, location: wholeOf(base), stage: 0 }]
    const proven = [...start, ...patched]
      .map(written => throughImages(stages, written, rendered))
      .filter(({ text }) => text === rendered.scalar.text)
    return (
      provenPlace(proven, rendered, base) ??
      placeOfText(rendered.text) ??
      basePlace(base, object) ??
      placeOfFile(file)
    )
  }

  return location => {
    const rendered = build.scalarAtLocation(location)
    if (rendered === null) return placeOfFile(leaf.path)
    const origin = originOf(rendered.document, build.directory)
    if (origin === null) return placeOfText(rendered.text) ?? placeOfFile(leaf.path)
    if (origin.kind === 'file') return placeInFile(rendered, origin.path)
    if (origin.kind === 'remote') return remotePlace(chain, origin.url) ?? placeOfFile(leaf.path)
    return placeOfText(rendered.text) ?? placeOfFile(origin.path)
  }
}

const wholeOf = ({ object, start, end }: BaseScalar): Location => object.locate(start, end)

/** The outermost place that explains the text; the base, if it is another one, is what a reader looks up next. */
const provenPlace = (
  proven: readonly Written[],
  rendered: RenderedScalar,
  base: BaseScalar | null
): SourcePlace | null => {
  const last = proven.reduce<Written | null>(
    (best, written) => (best === null || written.stage >= best.stage ? written : best),
    null
  )
  if (last === null) return null
  const places = new Set(proven.map(({ location }) => JSON.stringify(location)))
  const confidence = places.size === 1 ? 'exact' : 'likely'
  if (base === null) return { location: last.location, confidence }
  const whole = wholeOf(base)
  return isSame(last.location, whole)
    ? { location: partOf(base, rendered) ?? whole, confidence }
    : { location: last.location, confidence, related: [whole] }
}

const isSame = (one: Location, other: Location): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** The same piece of an unchanged scalar, where only a piece of the built one is meant. */
const partOf = (base: BaseScalar, { text, occurrence }: RenderedScalar): Location | null =>
  occurrence === null
    ? null
    : locateWithin({ ...base.object, start: base.start, end: base.end }, text, occurrence)

const basePlace = (base: BaseScalar | null, object: BaseObject | null): SourcePlace | null => {
  if (base !== null) return { location: wholeOf(base), confidence: 'likely' }
  if (object === null) return null
  const { line } = object.locate(object.root.start, object.root.start)
  return { location: lineLocation(object.source.file, line), confidence: 'file' }
}

/** The line that names the remote base. */
const remotePlace = (chain: readonly Kustomization[], url: string): SourcePlace | null => {
  const bare = url.replace(/^[a-z+]+:\/\//, '').replace(/\.git$/, '')
  const named = chain
    .flatMap(({ resources, components }) => [...resources, ...components])
    .find(({ path, text }) => path === null && text.includes(bare))
  return named === undefined ? null : { location: named.location, confidence: 'likely' }
}
