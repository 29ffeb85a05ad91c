import type { Workload } from './images/image-use.ts'
import { nameIn } from './short-text.ts'
import { child, itemsIn, mappingIn } from '../yaml/nodes.ts'
import type { LocatedDocument } from './document-nodes.ts'
import type { ReadOptions } from './read-options.ts'
import type { MappingNode, YamlNode } from '../yaml/yaml-nodes.ts'

/** A mapping with what names it: one Kubernetes object, or a file that has a meaning of its own. */
export type ManifestObject = {
  readonly workload: Workload
  readonly node: MappingNode
}

export type ObjectsInDocument = {
  readonly objects: readonly ManifestObject[]
  /** Lists inside of Lists, which kubectl refuses. */
  readonly nestedLists: readonly YamlNode[]
}

type TypeNames = { readonly apiVersion: string; readonly kind: string }

const typeOf = (node: YamlNode | null): TypeNames | null => {
  const apiVersion = nameIn(child(node, 'apiVersion'))
  const kind = nameIn(child(node, 'kind'))
  return apiVersion === null || kind === null ? null : { apiVersion, kind }
}

type Namespaces = Pick<ReadOptions, 'namespace' | 'namespaceOverrides'>

const manifestObject = (
  node: MappingNode,
  { apiVersion, kind }: TypeNames,
  { namespace, namespaceOverrides }: Namespaces
): ManifestObject => {
  const metadata = child(node, 'metadata')
  const name = nameIn(child(metadata, 'name')) ?? nameIn(child(metadata, 'generateName')) ?? ''
  const written = namespaceOverrides ? null : nameIn(child(metadata, 'namespace'))
  return { workload: { apiVersion, kind, namespace: written ?? namespace, name }, node }
}

const isList = (node: MappingNode, { kind }: TypeNames): boolean =>
  kind.endsWith('List') && mappingIn(itemsIn(child(node, 'items'))[0] ?? null) !== null

/** Items of a typed list may leave out what the list says: kubectl accepts a `DeploymentList` of Deployments. */
const itemType = (item: YamlNode, list: TypeNames): TypeNames | null => {
  const own = typeOf(item)
  if (own !== null || list.kind === 'List') return own
  return { apiVersion: list.apiVersion, kind: list.kind.slice(0, -'List'.length) }
}

const objectsInList = (
  list: MappingNode,
  names: TypeNames,
  namespaces: Namespaces
): ObjectsInDocument => {
  const objects: ManifestObject[] = []
  const nestedLists: YamlNode[] = []
  for (const item of itemsIn(child(list, 'items'))) {
    const node = mappingIn(item)
    const own = itemType(item, names)
    if (node === null || own === null) continue
    if (isList(node, own)) nestedLists.push(item)
    else objects.push(manifestObject(node, own, namespaces))
  }
  return { objects, nestedLists }
}

const nothing: ObjectsInDocument = { objects: [], nestedLists: [] }

/** The Kubernetes objects of a document; other YAML has none. */
export const objectsIn = ({ root }: LocatedDocument, namespaces: Namespaces): ObjectsInDocument => {
  const node = mappingIn(root)
  const names = typeOf(node)
  if (node === null || names === null) return nothing
  return isList(node, names)
    ? objectsInList(node, names, namespaces)
    : { objects: [manifestObject(node, names, namespaces)], nestedLists: [] }
}

const baseName = (file: string): string => file.slice(file.lastIndexOf('/') + 1)

/** As charts and people call them: `valuesProd.yaml`, `prod.values.yaml`, `values/prod.yaml`, `app-values/prod.yaml`. */
export const isValuesFile = (file: string): boolean => {
  const [name = '', folder = ''] = file.split('/').reverse()
  if (!/\.ya?ml$/i.test(name)) return false
  return /^values|[._-]values[._-]/i.test(name) || /(?:^|[_-])values$/i.test(folder)
}

/** Kustomize reads these without apiVersion and kind (kubernetes-sigs/kustomize, api/konfig, DefaultKustomizationFileName). */
const isKustomization = (file: string): boolean =>
  /^(?:kustomization\.ya?ml|Kustomization)$/.test(baseName(file))

/** Whether Helm or kustomize read a file of this name, whatever it holds. */
export const isNamedByTools = (file: string): boolean => isKustomization(file) || isValuesFile(file)

/** A document that is no Kubernetes object, but whose file name says what it is; null for all others. */
export const objectByFileName = (
  { root }: LocatedDocument,
  file: string,
  values: boolean
): ManifestObject | null => {
  const node = mappingIn(root)
  if (node === null || typeOf(node) !== null) return null
  const workload = { namespace: null, name: baseName(file) }
  if (isKustomization(file))
    return {
      workload: {
        apiVersion: 'kustomize.config.k8s.io/v1beta1',
        kind: 'Kustomization',
        ...workload
      },
      node
    }
  return values || isValuesFile(file)
    ? { workload: { apiVersion: '', kind: 'HelmValues', ...workload }, node }
    : null
}
