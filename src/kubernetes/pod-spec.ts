import type {
  ContainerSlot,
  NodeSelectorRequirement,
  NodeSelectorTerm,
  PodContext,
  PullPolicy,
  Toleration
} from './image-use.ts'
import {
  child,
  contentOf,
  entriesOf,
  itemsIn,
  mappingIn,
  nodeAt,
  scalarIn,
  textIn
} from '../yaml/nodes.ts'
import type { MappingNode, YamlNode } from '../yaml/yaml-nodes.ts'

/** Where a PodSpec keeps its containers (kubernetes/api core/v1 types.go, PodSpec). */
export const containerLists: ReadonlyMap<string, ContainerSlot['type']> = new Map([
  ['containers', 'container'],
  ['initContainers', 'init'],
  ['ephemeralContainers', 'ephemeral']
])

/** Whether a node is a mapping with an image of its own. */
export const isContainer = (node: YamlNode): boolean => scalarIn(child(node, 'image')) !== null

/**
 * Whether a mapping is a PodSpec, wherever it stands: `containers` with at least one `image`. In manifests of
 * custom resources `name` is often absent, so it is not asked for.
 */
export const hasPodShape = (mapping: MappingNode): boolean => {
  const containers = itemsIn(child(mapping, 'containers'))
  return (
    containers.length > 0 &&
    containers.every(container => mappingIn(container) !== null) &&
    containers.some(isContainer)
  )
}

/** The texts of a mapping's scalars, null and blank ones left out. */
export const textsOf = (node: YamlNode | null): Readonly<Record<string, string>> => {
  const mapping = mappingIn(node)
  if (mapping === null) return {}
  const texts = entriesOf(mapping).flatMap(({ key, value }) => {
    const content = contentOf(value)
    return content.kind === 'scalar' ? [[key.text, textIn(content) ?? ''] as const] : []
  })
  return Object.fromEntries(texts)
}

/**
 * `imagePullSecrets`: references by name, in order. One without a name is an entry too, and empty here: admission
 * copies the list of the service account only into a list of length 0 (kubernetes serviceaccount/admission.go).
 */
export const secretNames = (node: YamlNode | null): readonly string[] =>
  itemsIn(node).map(item => textIn(child(item, 'name')) ?? '')

const requirement = (node: YamlNode): NodeSelectorRequirement => ({
  key: textIn(child(node, 'key')) ?? '',
  operator: textIn(child(node, 'operator')) ?? '',
  values: itemsIn(child(node, 'values')).map(value => scalarIn(value)?.text ?? '')
})

const selectorTerm = (node: YamlNode): NodeSelectorTerm => ({
  expressions: itemsIn(child(node, 'matchExpressions')).map(requirement),
  hasMatchFields: itemsIn(child(node, 'matchFields')).length > 0
})

const requiredTerms = [
  'affinity',
  'nodeAffinity',
  'requiredDuringSchedulingIgnoredDuringExecution',
  'nodeSelectorTerms'
]

const nodeAffinity = (podSpec: MappingNode): readonly NodeSelectorTerm[] | null => {
  const terms = nodeAt(podSpec, requiredTerms)
  return terms === null ? null : itemsIn(terms).map(selectorTerm)
}

const toleration = (node: YamlNode): Toleration => ({
  key: textIn(child(node, 'key')),
  operator: textIn(child(node, 'operator')),
  value: textIn(child(node, 'value')),
  effect: textIn(child(node, 'effect'))
})

/** `serviceAccount` is the old name of the field, which the API server still takes. */
export const podContext = (podSpec: MappingNode): PodContext => ({
  serviceAccountName:
    textIn(child(podSpec, 'serviceAccountName')) ?? textIn(child(podSpec, 'serviceAccount')),
  imagePullSecrets: secretNames(child(podSpec, 'imagePullSecrets')),
  nodeName: textIn(child(podSpec, 'nodeName')),
  nodeSelector: textsOf(child(podSpec, 'nodeSelector')),
  nodeAffinity: nodeAffinity(podSpec),
  tolerations: itemsIn(child(podSpec, 'tolerations')).map(toleration),
  runtimeClassName: textIn(child(podSpec, 'runtimeClassName'))
})

const pullPolicies: readonly PullPolicy[] = ['Always', 'IfNotPresent', 'Never']

/** null where none is written, or none that Kubernetes knows. */
export const pullPolicyOf = (node: YamlNode | null): PullPolicy | null => {
  const text = textIn(child(node, 'imagePullPolicy')) ?? textIn(child(node, 'pullPolicy'))
  return pullPolicies.find(policy => policy === text) ?? null
}
