import { lineLocation, type Location } from '../../yaml/location.ts'
import { scalarAt, type LocatedDocument, type ScalarNode } from '../../kubernetes/read.ts'
import {
  baseFileReader,
  baseObject,
  identityOf,
  type BaseFileReader,
  type BaseObject
} from './base-files.ts'
import { chainOf, coveredBy, stagesOf, type KustomizationGraph } from './kustomization-graph.ts'
import type { Kustomization } from './kustomization.ts'
import { applyEntry, imageEntries, isRewritten } from './kustomize-images.ts'
import { originOf, type ObjectOrigin } from './kustomize-origin.ts'
import {
  patchDocuments,
  patchValues,
  valueIn,
  type PartAt,
  type PatchDocument,
  type PatchedScalar,
  type PatchValue
} from './kustomize-patches.ts'
import { namedPath, nodeByNames, type NamedPath } from './named-path.ts'
import { memoize } from '../../base/memoize.ts'
import type { RenderedScalar } from '../rendering/rendered-text.ts'
import type { SourceFinder, SourcePlace } from '../rendering/at-source.ts'
import { textSearch, type TextSearch } from '../files/text-search.ts'
import { occurrencesBefore } from '../files/text-span.ts'
import type { Workspace } from '../../files/workspace.ts'

export type KustomizeBuild = {
  readonly workspace: Workspace
  readonly graph: KustomizationGraph
  readonly leaf: Kustomization
  /** The directory that was built, without symbolic links; origins are relative to it. */
  readonly directory: string
  /** The file of the workspace that an origin stands for, where a copy was built. */
  readonly originalOf: (path: string) => string
  readonly scalarAtLocation: (location: Location) => RenderedScalar | null
  /** Reads what was built from; absent: files of the workspace. */
  readonly objectsIn?: BaseFileReader
}

/** A text on its way through the kustomizations, and the place that last wrote it. */
type Written = PatchValue & {
  /** Index of the kustomization whose `images` come next, after the patches of all that stands in one file. */
  readonly stage: number
}

/** Where a built object comes from. */
type ObjectSource = {
  readonly origin: ObjectOrigin | null
  readonly object: BaseObject | null
  /** The kustomizations that it passed through, the innermost first. */
  readonly stages: readonly Kustomization[]
}

/** The scalar of the source file that a built scalar was before any kustomization changed it. */
type BaseScalar = ScalarNode & { readonly object: BaseObject }

/**
 * The source of built text: the object's file says what the scalar was, the kustomizations that it
 * passed through say what they made of it, and the last one that wrote it is the place to edit.
 */
export const kustomizeSource = (build: KustomizeBuild): SourceFinder => {
  const lookup = new SourceLookup(build)
  return location => lookup.placeOf(location)
}

class SourceLookup {
  private readonly build: KustomizeBuild
  private readonly chain: readonly Kustomization[]
  private readonly objectsIn: BaseFileReader
  private readonly patchesOf: (stage: Kustomization) => readonly PatchDocument[]
  private readonly findText: TextSearch
  private readonly entriesOf = memoize(imageEntries)
  private readonly sourceOf = memoize((document: LocatedDocument) => this.readSource(document))

  constructor(build: KustomizeBuild) {
    const { workspace, graph, leaf } = build
    this.build = build
    this.chain = chainOf(graph, leaf)
    this.objectsIn = memoize(build.objectsIn ?? baseFileReader(workspace))
    this.patchesOf = memoize(stage => patchDocuments(workspace, stage))
    this.findText = textSearch(workspace, coveredBy(workspace, this.chain))
  }

  placeOf(location: Location): SourcePlace {
    const { leaf, scalarAtLocation } = this.build
    const rendered = scalarAtLocation(location)
    if (rendered === null) return this.placeOfFile(leaf.path)
    const { origin } = this.sourceOf(rendered.document)
    if (origin?.kind === 'file') return this.placeInFile(rendered, origin.path)
    if (origin?.kind === 'remote') {
      return remotePlace(this.chain, origin.url) ?? this.placeOfFile(leaf.path)
    }
    return this.placeOfText(rendered) ?? this.placeOfFile(origin?.path ?? leaf.path)
  }

  private readSource(document: LocatedDocument): ObjectSource {
    const { graph, leaf, directory, originalOf } = this.build
    const origin = originOf(document, directory, originalOf)
    if (origin?.kind !== 'file') return { origin, object: null, stages: [] }
    return {
      origin,
      object: baseObject(this.objectsIn(origin.path), identityOf(document.root)),
      stages: stagesOf(graph, leaf, origin.path)
    }
  }

  private placeInFile(rendered: RenderedScalar, file: string): SourcePlace {
    const { root } = rendered.document
    const wanted = { ...identityOf(root), path: namedPath(root, rendered.path) }
    const { object, stages } = this.sourceOf(rendered.document)
    const base = object === null ? null : baseScalar(object, wanted.path)
    const written = this.writers(stages, wanted, base)
    const final = isRewritten(rendered.path)
      ? written.map(one => this.throughImages(stages, one))
      : written
    const proven = final.filter(({ text }) => text === rendered.scalar.text)
    return (
      provenPlace(proven, rendered, base) ??
      this.placeOfText(rendered) ??
      basePlace(base, object) ??
      this.placeOfFile(file)
    )
  }

  /** Everything that wrote the place: the base first, then the patches from the inside out. */
  private writers(
    stages: readonly Kustomization[],
    wanted: PatchedScalar,
    base: BaseScalar | null
  ): readonly Written[] {
    const start = base === null ? [] : [{ ...valueIn(base.object, base), stage: 0 }]
    const patched = stages.flatMap(kustomization => {
      const stage = stages.findIndex(({ path }) => path === kustomization.path)
      return patchValues(this.patchesOf(kustomization), wanted).map(value => ({ ...value, stage }))
    })
    return [...start, ...patched]
  }

  private throughImages(stages: readonly Kustomization[], written: Written): Written {
    let current = written
    for (const entry of stages.slice(written.stage).flatMap(this.entriesOf)) {
      const text = applyEntry(entry, current.text)
      if (text !== null) current = { ...current, text, location: entry.location, partAt: noPart }
    }
    return current
  }

  /** Where the text itself stands in the files of the kustomizations, as often as in the scalar. */
  private placeOfText({ text, scalar, occurrence }: RenderedScalar): SourcePlace | null {
    const times = occurrence === null ? 1 : occurrencesBefore(scalar.text, text, scalar.text.length)
    const location = this.findText(text, { times, occurrence: occurrence ?? 0 })
    return location === null ? null : { location, confidence: 'likely' }
  }

  private placeOfFile(file: string): SourcePlace {
    const owner = this.chain.find(({ path }) => path === file) ?? this.build.leaf
    return { location: lineLocation(owner.source.file), confidence: 'file' }
  }
}

const baseScalar = (object: BaseObject, path: NamedPath): BaseScalar | null => {
  const scalar = scalarAt(nodeByNames(object.root, path), [])
  return scalar === null ? null : { ...scalar, object }
}

const wholeOf = ({ object, start, end }: BaseScalar): Location => object.locate(start, end)

/** What `images` makes of a text stands in one piece in the kustomization. */
const noPart: PartAt = () => null

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
  const part = partOf(last, rendered)
  const location = part ?? last.location
  const isExact = places.size === 1 && (part !== null || rendered.occurrence === null)
  const confidence = isExact ? 'exact' : 'likely'
  return base === null || isSame(last.location, wholeOf(base))
    ? { location, confidence }
    : { location, confidence, related: [wholeOf(base)] }
}

const isSame = (one: Location, other: Location): boolean =>
  JSON.stringify(one) === JSON.stringify(other)

/** The same piece of an unchanged scalar, where only a piece of the built one is meant. */
const partOf = ({ partAt }: Written, { text, occurrence }: RenderedScalar): Location | null =>
  occurrence === null ? null : partAt(text, occurrence)

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
