import { join } from 'node:path'
import { nodeAt, scalarAt, type ScalarNode } from '../../kubernetes/read.ts'
import { madeMapping, madeText } from '../../yaml/made-nodes.ts'
import { locator } from '../../yaml/source.ts'
import { readSource } from '../files/read-file.ts'
import { directoryOf } from './argo-cd.ts'
import {
  findApplications,
  sourcesOf,
  type Application,
  type ArgoHelm,
  type ArgoSource,
  type LocatedSource
} from './argo-applications.ts'
import type { ValuesLayer } from './chart-deployments.ts'
import type { ChartElsewhere, DeployedChart, Unseen } from './charts-elsewhere.ts'
import {
  isChartDirectory,
  isOwnRepository,
  namespaceNamed,
  startOf,
  type ObjectSource,
  type Repository
} from './gitops-objects.ts'
import { setLayer, textLayer, writtenLayer } from './values-layers.ts'

/** What Applications deploy as charts: those of this repository, and others. */
export const argoCharts = (
  repository: Repository,
  sources: readonly ObjectSource[]
): readonly DeployedChart[] =>
  findApplications(repository, sources).applications.flatMap(application =>
    chartsOf(repository, application)
  )

const chartsOf = (
  repository: Repository,
  application: Application<ObjectSource>
): readonly DeployedChart[] => {
  const sources = sourcesOf(application)
  const deploying = sources.filter(({ source }) => source.path != null || source.chart != null)
  const chartIn = (located: LocatedSource): string | null => {
    const directory = directoryOf(repository, located)
    return directory !== null && isChartDirectory(repository, directory) ? directory : null
  }
  const isWhole = deploying.every(located => directoryOf(repository, located) !== null)
  return deploying.flatMap((located): readonly DeployedChart[] => {
    const directory = chartIn(located)
    const isHere = directoryOf(repository, located) !== null
    if (directory === null && isHere) return []
    const values = valuesOf({ repository, application, sources, located, directory })
    if (directory === null)
      return deploying.length > 1 || !values.isFollowed ? [] : elsewhere(application, values)
    return [
      {
        directory,
        by: wordsFor(application),
        objects: isWhole ? [application.by] : [],
        location: startOf(application.object),
        layers: values.layers,
        usesOwnValues: true,
        set: values.set,
        release: located.source.helm?.releaseName ?? application.metadata?.name ?? null,
        setting: { substitution: null, namespace: namespaceOf(application, located.source) },
        postRenderers: [],
        unseen: values.unseen?.clause ?? null,
        unbuilt: application.from.unbuilt
      }
    ]
  })
}

const wordsFor = ({ by }: Application<ObjectSource>): string => `${by.kind} ${by.name}`

const namespaceOf = ({ spec }: Application<ObjectSource>, { helm }: ArgoSource) => {
  const name = namespaceNamed(helm?.namespace) ?? namespaceNamed(spec.destination.namespace)
  return name === null ? null : { name, overrides: false }
}

type Valued = {
  readonly repository: Repository
  readonly application: Application<ObjectSource>
  readonly sources: readonly LocatedSource[]
  readonly located: LocatedSource
  /** Of the chart; null: it is elsewhere. */
  readonly directory: string | null
}

type Values = {
  readonly layers: readonly ValuesLayer[]
  /** Parameters that are no plain keys, as `helm --set` takes them. */
  readonly set: readonly string[]
  readonly unseen: Unseen | null
  /** Whether all parameters are among the layers. */
  readonly isFollowed: boolean
}

/** argo-cd.readthedocs.io, "Helm": value files, then `values` or `valuesObject`, then parameters. */
const valuesOf = (valued: Valued): Values => {
  const { located, application } = valued
  const { helm } = located.source
  if (helm == null) return { layers: [], set: [], unseen: null, isFollowed: true }
  const files = valueFiles(valued, helm)
  const written = writtenValues(application, located)
  const { layers: parameters, set } = parametersOf(valued, helm)
  const given = fileParameters(valued, helm)
  const layers = [...files.layers, ...written.layers, ...parameters, ...given.layers]
  return {
    layers,
    set,
    unseen:
      given.unseen ??
      (written.isUnderstood
        ? files.unseen
        : { before: files.layers.length, clause: 'has values that are not understood' }),
    isFollowed: set.length === 0
  }
}

type Layers = { readonly layers: readonly ValuesLayer[]; readonly unseen: Unseen | null }

const valueFiles = (
  valued: Valued,
  { valueFiles: names, ignoreMissingValueFiles }: ArgoHelm
): Layers => {
  const { workspace } = valued.repository
  const layers: ValuesLayer[] = []
  let unseen: Unseen | null = null
  for (const name of names ?? []) {
    const path = valueFile(valued, name)
    const isThere = path !== null && workspace.isFile(path)
    if (isThere) layers.push({ kind: 'file', path })
    else if (path === null || ignoreMissingValueFiles !== 'true')
      unseen = {
        before: layers.length,
        clause: `takes values from ${name}, which ${path === null ? 'is not in this repository' : 'is not there'}`
      }
  }
  return { layers, unseen }
}

/** Relative to the chart, from the root of its repository, or of a source with a name; null: not in this repository. */
const valueFile = ({ repository, sources, directory }: Valued, name: string): string | null => {
  const root = repository.workspace.path
  const [, ref, rest] = /^\$([^/]+)\/(.+)$/.exec(name) ?? []
  if (ref !== undefined && rest !== undefined) {
    const named = sources.find(({ source }) => source.ref === ref)
    return named !== undefined && isOwnRepository(repository, named.source.repoURL ?? null)
      ? join(root, rest)
      : null
  }
  if (directory === null || /^[a-z+]+:\/\//i.test(name)) return null
  return name.startsWith('/') ? join(root, name) : join(directory, name)
}

const writtenValues = (
  { object }: Application<ObjectSource>,
  { path }: LocatedSource
): { readonly layers: readonly ValuesLayer[]; readonly isUnderstood: boolean } => {
  const values = nodeAt(object.root, [...path, 'helm', 'valuesObject'])
  const text = scalarAt(object.root, [...path, 'helm', 'values'])
  const layer =
    values !== null ? writtenLayer(object, values) : text === null ? null : textLayer(object, text)
  const isEmpty = values === null && (text === null || text.text.trim() === '')
  return { layers: layer === null ? [] : [layer], isUnderstood: layer !== null || isEmpty }
}

/** Helm takes those that are texts after the others (helm, pkg/cli/values/options.go). */
const parametersOf = (
  { application: { object }, located }: Valued,
  { parameters }: ArgoHelm
): { readonly layers: readonly ValuesLayer[]; readonly set: readonly string[] } => {
  const layers: ValuesLayer[] = []
  const set: string[] = []
  const isText = (forced: string | null | undefined): boolean => forced === 'true'
  const numbered = (parameters ?? []).map((parameter, index) => ({ ...parameter, index }))
  for (const { name, value, forceString, index } of numbered.toSorted(
    (one, other) => Number(isText(one.forceString)) - Number(isText(other.forceString))
  )) {
    const written = scalarAt(object.root, [...located.path, 'helm', 'parameters', index, 'value'])
    const scalar: ScalarNode = {
      ...(written ?? madeText('', { start: 0, end: 0 })),
      text: value ?? ''
    }
    const layer = setLayer(object, name, scalar, isText(forceString))
    if (layer === null) set.push(`${name}=${(value ?? '').replace(/(?<!\\),/g, '\\,')}`)
    else layers.push(layer)
  }
  return { layers, set }
}

const fileParameters = (
  { repository, directory }: Valued,
  { fileParameters: all }: ArgoHelm
): Layers => {
  const layers: ValuesLayer[] = []
  let unseen: Unseen | null = null
  for (const { name, path } of all ?? []) {
    const source =
      directory === null ? null : readSource(repository.workspace, join(directory, path))
    const parsed = {
      source: source ?? { file: path, text: '' },
      root: null,
      isBroken: false,
      isWhole: true
    }
    const object = { ...parsed, locate: locator(parsed.source) }
    const text = madeText(parsed.source.text, { start: 0, end: parsed.source.text.length })
    const layer = source === null ? null : setLayer(object, name, text, true)
    if (layer === null)
      unseen = {
        before: Infinity,
        clause: `takes the value ${name} from ${path}, which is not followed`
      }
    else layers.push(layer)
  }
  return { layers, unseen }
}

/** Its values are read together, in the object itself. */
const elsewhere = (
  application: Application<ObjectSource>,
  { layers, unseen }: Values
): readonly ChartElsewhere[] => {
  if (layers.length < 2 && (unseen === null || unseen.before === 0)) return []
  const { object, from } = application
  const { root } = object
  if (root === null) return []
  const kept = ['apiVersion', 'kind', 'metadata'].flatMap(key => {
    const value = nodeAt(root, [key])
    return value === null ? [] : [[key, value] as const]
  })
  return [
    {
      by: wordsFor(application),
      objects: [application.by],
      object,
      withValues: values =>
        madeMapping(
          [...kept, ['spec', withHelm(madeMapping([['valuesObject', values]], root))]],
          root
        ),
      from,
      layers,
      unseen
    }
  ]
}

const withHelm = (helm: ReturnType<typeof madeMapping>): ReturnType<typeof madeMapping> =>
  madeMapping([['source', madeMapping([['helm', helm]], helm)]], helm)
