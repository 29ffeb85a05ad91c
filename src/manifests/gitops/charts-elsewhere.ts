import { emptyContent, type FileContent, type YamlNode } from '../../kubernetes/read.ts'
import type { Workspace } from '../../files/workspace.ts'
import { flowTextWithPlaces, type FlowPlace } from '../../yaml/flow-text.ts'
import type { Location } from '../../yaml/location.ts'
import { walkScalars } from '../../yaml/nodes.ts'
import type { ScalarNode } from '../../yaml/yaml-nodes.ts'
import { lastAtMost } from '../files/ordered-search.ts'
import { parseFile, type ParsedFile } from '../files/parsed-file.ts'
import type { ReadAt } from '../rendering/render-run.ts'
import type { ChartDeployment, ValuesLayer } from './chart-deployments.ts'
import type { DeployingObject } from './gitops-objects.ts'
import type { ObjectSource } from './gitops-objects.ts'
import { mergedValues } from './merged-values.ts'

/** Values that are not to be seen, as a clause, and before which layer they come. */
export type Unseen = { readonly before: number; readonly clause: string }

/** What an object sets of a chart that is not in the repository, in more than one place. */
export type ChartElsewhere = {
  /** The object in words, such as `HelmRelease web`. */
  readonly by: string
  readonly objects: readonly DeployingObject[]
  readonly object: ParsedFile
  /** The document of the object, with all its values in one place. */
  readonly withValues: (values: YamlNode) => YamlNode
  readonly from: ObjectSource
  /** In rising order of precedence. */
  readonly layers: readonly ValuesLayer[]
  readonly unseen: Unseen | null
}

/** A chart as an object deploys it, wherever the chart is. */
export type DeployedChart = ChartDeployment | ChartElsewhere

export const isHere = (deployed: DeployedChart): deployed is ChartDeployment =>
  !isElsewhere(deployed)

export const isElsewhere = (deployed: DeployedChart): deployed is ChartElsewhere =>
  'withValues' in deployed

/** What was read of values that belong together. */
export type ValuesRead = {
  readonly content: FileContent
  readonly objects: readonly DeployingObject[]
  /** Absolute paths of the files among the layers. */
  readonly covered: readonly string[]
}

type Reading = { readonly workspace: Workspace; readonly read: ReadAt }

/**
 * The images in the values of one object as they are put together: what one layer sets in the place of what another
 * says is not deployed, and what comes before values that are not to be seen is open.
 */
export const readValuesElsewhere = (
  { workspace, read }: Reading,
  { by, objects, object, withValues, from, layers, unseen }: ChartElsewhere
): ValuesRead => {
  const parsed = layers.map(layer =>
    layer.kind === 'written' ? layer.values : parseFile(workspace, layer.path)
  )
  const owners = ownersOf(object, parsed)
  const values = parsed
    .flatMap(layer => layer?.root ?? [])
    .reduce<YamlNode | null>(
      (under, over) => (under === null ? over : mergedValues(under, over)),
      null
    )
  const covered = layers.flatMap(layer => (layer.kind === 'file' ? [layer.path] : []))
  const written = values === null ? null : flowTextWithPlaces(withValues(values))
  if (written === null) return { content: emptyContent, objects: [], covered: [] }
  const content = read({ file: from.source.file, text: written.text }, from.path, from.ways)
  const uses = content.uses.map(use => {
    const owner = ownerAt(owners, written.places, use.location)
    const isOpen = unseen !== null && owner !== null && owner.layer < unseen.before
    return {
      ...use,
      location: owner?.location ?? object.locate(0, 0),
      related: [],
      overridden: isOpen ? `${by} ${unseen.clause}` : null
    }
  })
  return { content: { ...emptyContent, uses }, objects, covered }
}

/** The layer that a scalar stands in, and its place. */
type Owner = { readonly layer: number; readonly locate: ParsedFile['locate'] }

const ownersOf = (
  object: ParsedFile,
  layers: readonly (ParsedFile | null)[]
): ReadonlyMap<ScalarNode, Owner> => {
  const owners = new Map<ScalarNode, Owner>()
  for (const { scalar } of walkScalars(object.root))
    owners.set(scalar, { layer: layers.length, locate: object.locate })
  for (const [layer, parsed] of layers.entries())
    if (parsed !== null)
      for (const { scalar } of walkScalars(parsed.root))
        owners.set(scalar, { layer, locate: parsed.locate })
  return owners
}

/** The text is one line. */
const ownerAt = (
  owners: ReadonlyMap<ScalarNode, Owner>,
  places: readonly FlowPlace[],
  { column, endColumn }: Location
): { readonly layer: number; readonly location: Location } | null => {
  const place = lastAtMost(places, column - 1, ({ start }) => start)
  const owner = place === undefined ? undefined : owners.get(place.scalar)
  if (place === undefined || owner === undefined) return null
  const { start, end, text, style } = place.scalar
  const before = column - 1 - place.start - 1
  const length = endColumn - column
  const isPart =
    style !== 'block' && end - start === text.length && before >= 0 && length < text.length
  const location = isPart
    ? owner.locate(start + before, start + before + length)
    : owner.locate(start, end)
  return { layer: owner.layer, location }
}
