import { basename, dirname, join } from 'node:path'
import * as z from 'zod/mini'
import { nodeAt, scalarAt, type YamlNode } from '../../kubernetes/read.ts'
import { itemsIn, mappingIn, scalarIn } from '../../yaml/nodes.ts'
import type { ParsedFile } from '../files/parsed-file.ts'
import type { ChartDeployment, ValuesLayer } from './chart-deployments.ts'
import {
  isChartDirectory,
  namespaceNamed,
  objectsOfShape,
  type Found,
  type ObjectSource,
  type Repository
} from './gitops-objects.ts'
import { setLayer, writtenLayer } from './values-layers.ts'

const optionalText = z.nullish(z.string())

/** helmfile.readthedocs.io, "Configuration". */
const helmfile = z.object({
  releases: z.array(
    z.object({
      name: z.string(),
      chart: z.string(),
      namespace: optionalText,
      installed: optionalText
    })
  )
})

type Helmfile = Found<z.infer<typeof helmfile>, ObjectSource>

const isHelmfile = ({ path }: ObjectSource): boolean =>
  /^helmfile[\w.-]*\.ya?ml$/.test(basename(path)) || basename(dirname(path)) === 'helmfile.d'

/** What helmfiles deploy of the charts of this repository. */
export const helmfileReleases = (
  repository: Repository,
  sources: readonly ObjectSource[]
): readonly ChartDeployment[] =>
  objectsOfShape(sources.filter(isHelmfile), 'releases', helmfile).flatMap(found =>
    found.releases.flatMap((release, index) => {
      const directory = join(dirname(found.file), release.chart, '.')
      const isDeployed = release.installed !== 'false' && isChartDirectory(repository, directory)
      return isDeployed ? [deploymentOf(repository, found, index, directory)] : []
    })
  )

const deploymentOf = (
  repository: Repository,
  found: Helmfile,
  index: number,
  directory: string
): ChartDeployment => {
  const { object, file } = found
  const release = found.releases[index]
  const node = nodeAt(object.root, ['releases', index])
  const values = itemsIn(nodeAt(node, ['values'])).map(item =>
    valuesLayer(repository, object, dirname(file), item)
  )
  const set = setLayers(object, node)
  const layers = [...values, ...set]
  const namespace = namespaceNamed(release?.namespace)
  return {
    directory,
    by: `release ${release?.name ?? ''} of ${object.source.file}`,
    objects: [],
    location: object.locate(node?.start ?? 0, node?.start ?? 0),
    layers: layers.filter(layer => layer !== null),
    usesOwnValues: true,
    set: [],
    release: release?.name ?? null,
    setting: {
      substitution: null,
      namespace: namespace === null ? null : { name: namespace, overrides: false }
    },
    postRenderers: [],
    unseen: layers.includes(null) ? 'takes values that are not followed' : unseenIn(found, node),
    unbuilt: null
  }
}

/** A mapping, or the path of a file from that of the helmfile; null: neither, or a template. */
const valuesLayer = (
  { workspace }: Repository,
  object: ParsedFile,
  directory: string,
  item: YamlNode
): ValuesLayer | null => {
  const name = scalarIn(item)
  if (name === null) return writtenLayer(object, item)
  const path = join(directory, name.text)
  return /\.ya?ml$/.test(path) && workspace.isFile(path) ? { kind: 'file', path } : null
}

const setLayers = (object: ParsedFile, release: YamlNode | null): readonly (ValuesLayer | null)[] =>
  ['set', 'setString'].flatMap(field =>
    itemsIn(nodeAt(release, [field])).map(item => {
      const name = scalarAt(item, ['name'])
      const value = scalarAt(item, ['value'])
      return name === null || value === null
        ? null
        : setLayer(object, name.text, value, field === 'setString')
    })
  )

/** Values that only Helmfile has, and what changes the objects of a chart. */
const unfollowed = [
  'secrets',
  'valuesTemplate',
  'setTemplate',
  'inherit',
  'strategicMergePatches',
  'jsonPatches',
  'transformers',
  'postRenderer',
  'dependencies'
]

/** Templates may make anything of a helmfile, also where it is one without them. */
const unseenIn = ({ object }: Helmfile, release: YamlNode | null): string | null => {
  if (object.source.text.includes('{{')) return 'is written as a template, which is not followed'
  const found = mappingIn(release)?.entries.find(({ key }) => unfollowed.includes(key.text))
  return found === undefined ? null : `has ${found.key.text}, which is not followed`
}
