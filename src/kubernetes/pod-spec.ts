import type {
  ContainerSlot,
  NodeSelectorRequirement,
  NodeSelectorTerm,
  PodContext,
  PullPolicy,
  Toleration
} from './images/image-use.ts'
import {
  child,
  contentOf,
  entriesOf,
  itemsIn,
  mappingIn,
  nodeAt,
  scalarIn,
  type Path
} from '../yaml/nodes.ts'
import { nameIn, shortText } from './short-text.ts'
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
    return content.kind === 'scalar' ? [[shortText(key.text), nameIn(content) ?? ''] as const] : []
  })
  return Object.fromEntries(texts)
}

/**
 * `imagePullSecrets`: references by name, in order. One without a name is an entry too, and empty here: admission
 * copies the list of the service account only into a list of length 0 (kubernetes serviceaccount/admission.go).
 */
export const secretNames = (node: YamlNode | null): readonly string[] =>
  itemsIn(node).map(item => nameIn(child(item, 'name')) ?? '')

const requirement = (node: YamlNode): NodeSelectorRequirement => ({
  key: nameIn(child(node, 'key')) ?? '',
  operator: nameIn(child(node, 'operator')) ?? '',
  values: itemsIn(child(node, 'values')).map(value => shortText(scalarIn(value)?.text ?? ''))
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
  key: nameIn(child(node, 'key')),
  operator: nameIn(child(node, 'operator')),
  value: nameIn(child(node, 'value')),
  effect: nameIn(child(node, 'effect'))
})

/** Of all that a PodSpec lists to sign in with and to choose nodes by. People write a dozen, generators a hundred. */
const mostChoices = 1_000

/** Whether it lists more than is read. */
export const hasTooManyChoices = (podSpec: MappingNode): boolean => {
  const terms = itemsIn(nodeAt(podSpec, requiredTerms))
  const lists = [
    itemsIn(child(podSpec, 'imagePullSecrets')),
    itemsIn(child(podSpec, 'tolerations')),
    mappingIn(child(podSpec, 'nodeSelector'))?.entries ?? [],
    terms
  ]
  let choices = lists.reduce((sum, { length }) => sum + length, 0)
  for (const term of terms)
    for (const expression of itemsIn(child(term, 'matchExpressions'))) {
      choices += 1 + itemsIn(child(expression, 'values')).length
      if (choices > mostChoices) return true
    }
  return choices > mostChoices
}

/** `serviceAccount` is the old name of the field, which the API server still takes. */
export const podContext = (podSpec: MappingNode): PodContext => ({
  serviceAccountName:
    nameIn(child(podSpec, 'serviceAccountName')) ?? nameIn(child(podSpec, 'serviceAccount')),
  imagePullSecrets: secretNames(child(podSpec, 'imagePullSecrets')),
  nodeName: nameIn(child(podSpec, 'nodeName')),
  nodeSelector: textsOf(child(podSpec, 'nodeSelector')),
  nodeAffinity: nodeAffinity(podSpec),
  tolerations: itemsIn(child(podSpec, 'tolerations')).map(toleration),
  runtimeClassName: nameIn(child(podSpec, 'runtimeClassName'))
})

/**
 * Service account and pull secrets that stand away from the containers. Where the object names none, what runs
 * it may: the pod is then not known.
 */
export const podFactsAt = (node: MappingNode, path: Path): PodContext | null => {
  const facts = mappingIn(nodeAt(node, path))
  const pod = facts === null || hasTooManyChoices(facts) ? null : podContext(facts)
  return pod === null || (pod.serviceAccountName === null && pod.imagePullSecrets.length === 0)
    ? null
    : pod
}

const pullPolicies: readonly PullPolicy[] = ['Always', 'IfNotPresent', 'Never']

/** null where none is written, or none that Kubernetes knows. */
export const pullPolicyOf = (node: YamlNode | null): PullPolicy | null => {
  const text = nameIn(child(node, 'imagePullPolicy')) ?? nameIn(child(node, 'pullPolicy'))
  return pullPolicies.find(policy => policy === text) ?? null
}
