import { join } from 'node:path'
import * as z from 'zod/mini'
import { nodeAt, scalarAt, type YamlNode } from '../../kubernetes/read.ts'
import { itemsIn, mappingIn } from '../../yaml/nodes.ts'
import { madeMapping } from '../../yaml/made-nodes.ts'
import type { ParsedFile } from '../files/parsed-file.ts'
import type { ChartDeployment, ValuesLayer } from './chart-deployments.ts'
import type { DeployingObject } from './gitops-objects.ts'
import type { ChartElsewhere, DeployedChart, Unseen } from './charts-elsewhere.ts'
import { withNode } from './merged-values.ts'
import { repositoryUrls } from './flux.ts'
import {
  directoryNamed,
  startOf,
  namespaceNamed,
  objectsOfShape,
  type Found,
  type ObjectSource,
  type ReadSource,
  type Repository,
  type Setting
} from './gitops-objects.ts'
import { closestNamed } from './named-objects.ts'
import { setLayer, textLayer, writtenLayer } from './values-layers.ts'

const optionalText = z.nullish(z.string())
const metadata = z.object({ name: z.string(), namespace: optionalText })

/** fluxcd.io, HelmChart: what a HelmRelease may write in its own `chart.spec`. */
const chartSpec = z.object({
  chart: z.string(),
  sourceRef: z.object({ kind: z.string(), name: z.string() }),
  valuesFile: optionalText,
  valuesFiles: z.nullish(z.array(z.string()))
})

const valuesReference = z.object({
  kind: z.string(),
  name: z.string(),
  valuesKey: optionalText,
  targetPath: optionalText
})

/** fluxcd.io, HelmRelease, v2 and v2beta1. */
const helmRelease = z.object({
  apiVersion: z.string().check(z.startsWith('helm.toolkit.fluxcd.io/')),
  kind: z.literal('HelmRelease'),
  metadata,
  spec: z.object({
    chart: z.nullish(z.object({ spec: chartSpec })),
    chartRef: z.nullish(z.object({ kind: z.string(), name: z.string() })),
    releaseName: optionalText,
    targetNamespace: optionalText,
    valuesFrom: z.catch(z.nullish(z.array(valuesReference)), [{ kind: '', name: '' }])
  })
})

const helmChart = z.object({
  apiVersion: z.string().check(z.startsWith('source.toolkit.fluxcd.io/')),
  kind: z.literal('HelmChart'),
  metadata,
  spec: chartSpec
})

const configMap = z.object({ apiVersion: z.literal('v1'), kind: z.literal('ConfigMap'), metadata })

type HelmRelease = Found<z.infer<typeof helmRelease>, ObjectSource>
type HelmChart = Found<z.infer<typeof helmChart>, ObjectSource>
type ConfigMap = Found<z.infer<typeof configMap>, ObjectSource>
type ChartSpec = z.infer<typeof chartSpec>

/** What HelmReleases deploy: charts of this repository, and others; the second sources tell where their repositories are. */
export const helmReleases = (
  repository: Repository,
  [sources, all]: readonly [readonly ObjectSource[], readonly ReadSource[]],
  namespace: string
): readonly DeployedChart[] => {
  const releases = objectsOfShape(sources, 'helm.toolkit.fluxcd.io/', helmRelease)
  if (releases.length === 0) return []
  const charts = releases.some(({ spec }) => spec.chartRef != null)
    ? objectsOfShape(sources, 'HelmChart', helmChart)
    : []
  const configMaps = releases.some(({ spec }) => (spec.valuesFrom ?? []).length > 0)
    ? objectsOfShape(sources, 'ConfigMap', configMap)
    : []
  const urls = new Map([...repositoryUrls(all), ...repositoryUrls(sources)])
  return releases.flatMap((release): readonly DeployedChart[] => {
    const spec = chartOf(release, charts)
    const values = valuesOf(release, configMaps)
    const url = urls.get(spec?.sourceRef.name ?? '') ?? null
    const directory =
      spec?.sourceRef.kind === 'GitRepository' ? directoryNamed(repository, url, spec.chart) : null
    if (spec === null || directory === null)
      return values.layers.length < 2 && values.unseen?.before !== 1
        ? []
        : [elsewhere(release, values)]
    const files = filesOf(repository, spec, values)
    return (release.from.ways.length === 0 ? [asWritten] : release.from.ways).map(way => ({
      directory,
      by: wordsFor(release),
      objects: [deployingObject(release), ...values.objects],
      location: startOf(release.object),
      ...files,
      release: releaseName(release),
      set: [],
      setting: { ...way, namespace: namespaceOf(release, way, namespace) },
      ...postRenderersOf(release, files.unseen),
      unbuilt: release.from.unbuilt
    }))
  })
}

const asWritten: Setting = { substitution: null, namespace: null }

const deployingObject = ({
  kind,
  metadata: { name },
  from
}: HelmRelease | ConfigMap): DeployingObject => ({ kind, name, at: from.source.file })

const wordsFor = ({ kind, metadata: { name } }: HelmRelease): string => `${kind} ${name}`

const chartOf = (
  { file, metadata: { namespace }, spec }: HelmRelease,
  charts: readonly HelmChart[]
): ChartSpec | null => {
  if (spec.chart != null) return spec.chart.spec
  const { chartRef } = spec
  if (chartRef?.kind !== 'HelmChart') return null
  return closestNamed(charts, chartRef.name, { file, namespace })?.spec ?? null
}

type Values = {
  readonly layers: readonly ValuesLayer[]
  /** ConfigMaps among them. */
  readonly objects: readonly DeployingObject[]
  /** The last of them; null: all are seen. */
  readonly unseen: Unseen | null
}

/** Its values are read together, in the object itself. */
const elsewhere = (release: HelmRelease, { layers, objects, unseen }: Values): ChartElsewhere => {
  const { object, from } = release
  return {
    by: wordsFor(release),
    objects: [deployingObject(release), ...objects],
    object,
    withValues: values => withNode(object.root, ['spec', 'values'], values),
    from,
    layers,
    unseen
  }
}

/** fluxcd.io, HelmRelease, "Values": those of `valuesFrom` in their order, then its own. */
const valuesOf = (release: HelmRelease, configMaps: readonly ConfigMap[]): Values => {
  const layers: ValuesLayer[] = []
  const objects: DeployingObject[] = []
  let unseen: Unseen | null = null
  for (const reference of release.spec.valuesFrom ?? []) {
    const found =
      reference.kind === 'ConfigMap' ? configMapFor(release, reference.name, configMaps) : null
    const layer = found === null ? null : layerIn(found, reference)
    if (layer !== null) layers.push(layer)
    else
      unseen = {
        before: layers.length,
        clause: `takes values from ${reference.kind} ${reference.name}, ${found === null ? 'which are not to be seen' : 'whose text is not understood'}`
      }
    if (found !== null) objects.push(deployingObject(found))
  }
  const values = nodeAt(release.object.root, ['spec', 'values'])
  const written = values === null ? null : writtenLayer(release.object, values)
  return { layers: written === null ? layers : [...layers, written], objects, unseen }
}

/** Beside the object in the same text, else the closest one. */
const configMapFor = (
  { file, from, metadata }: HelmRelease,
  name: string,
  configMaps: readonly ConfigMap[]
): ConfigMap | null => {
  const naming = { file, namespace: metadata.namespace }
  const beside = configMaps.filter(one => one.from === from)
  return closestNamed(beside, name, naming) ?? closestNamed(configMaps, name, naming)
}

/** Flux's default key, and what one value becomes at a path of the values. */
const layerIn = (
  { object }: ConfigMap,
  { valuesKey, targetPath }: z.infer<typeof valuesReference>
): ValuesLayer | null => {
  const text = scalarAt(object.root, ['data', valuesKey ?? 'values.yaml'])
  if (text === null) return null
  return targetPath == null || targetPath === ''
    ? textLayer(object, text)
    : setLayer(object, targetPath, text, false)
}

/** Paths of values files are told from the root of the repository; they stand in the place of the chart's own. */
const filesOf = (
  repository: Repository,
  { valuesFile, valuesFiles }: ChartSpec,
  { layers, unseen }: Values
): Pick<ChartDeployment, 'layers' | 'usesOwnValues' | 'unseen'> => {
  const named = valuesFiles ?? []
  const all = valuesFile == null || valuesFile === '' ? named : [valuesFile, ...named]
  const paths = all.map(name => join(repository.workspace.path, name))
  const missing = paths.findIndex(path => !repository.workspace.isFile(path))
  return {
    layers: [
      ...paths
        .filter(path => repository.workspace.isFile(path))
        .map(path => ({ kind: 'file' as const, path })),
      ...layers
    ],
    usesOwnValues: all.length === 0,
    unseen:
      unseen?.clause ??
      (missing < 0 ? null : `takes values from ${all[missing] ?? ''}, which is not there`)
  }
}

/** helm-controller: the target namespace is put before the name; what is too long gets a hash (fluxcd.io, "Release name"). */
const releaseName = ({ metadata: { name }, spec }: HelmRelease): string | null => {
  const { releaseName: given, targetNamespace } = spec
  if (given != null && given !== '') return given
  return targetNamespace == null || targetNamespace === '' ? name : `${targetNamespace}-${name}`
}

const namespaceOf = (
  { metadata, spec }: HelmRelease,
  { namespace: way }: Setting,
  given: string
): Setting['namespace'] => {
  const own = way?.overrides === true ? way.name : (metadata.namespace ?? way?.name ?? given)
  const name = namespaceNamed(spec.targetNamespace) ?? namespaceNamed(own)
  return name === null ? null : { name, overrides: false }
}

/** What Flux takes of an entry; whatever else stands there, kustomize never sees. */
const patchKeys = new Set(['patch', 'target', 'options'])

const postRenderersOf = (
  { object }: HelmRelease,
  unseen: string | null
): Pick<ChartDeployment, 'postRenderers' | 'unseen'> => {
  const items = itemsIn(nodeAt(object.root, ['spec', 'postRenderers']))
  const all = items.map(item => fieldsOf(object, nodeAt(item, ['kustomize'])))
  const postRenderers = all.filter(fields => fields !== null)
  return {
    postRenderers,
    unseen:
      unseen ??
      (postRenderers.length < all.length
        ? 'has post renderers in a form that is not understood'
        : null)
  }
}

/** The patches and images of one post renderer; null for the older forms, which are no text, and for what names files. */
const fieldsOf = (object: ParsedFile, kustomize: YamlNode | null): ParsedFile | null => {
  const mapping = mappingIn(kustomize)
  if (kustomize === null || mapping === null) return null
  const fields = mapping.entries.map(({ key, value }) => [key.text, value] as const)
  const isPlain = fields.every(([key, value]) =>
    key === 'patches'
      ? itemsIn(value).every(
          item => mappingIn(item)?.entries.every(entry => patchKeys.has(entry.key.text)) === true
        )
      : key === 'images'
  )
  return isPlain ? { ...object, root: madeMapping(fields, mapping) } : null
}
