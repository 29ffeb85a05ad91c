import { child, itemsIn, textIn } from '../../yaml/nodes.ts'
import type { YamlNode } from '../../yaml/yaml-nodes.ts'
import type { ManifestObject } from '../kubernetes-objects.ts'
import { labelsAsked } from './filters.ts'
import type { Mutation } from './mutation.ts'
import { operationChanges } from './patches.ts'
import { anyImage, anyObject, type ObjectFilter, type PodChange } from './pod-changer.ts'

/** One of the `resourceSelectors`; what stands in the namespace of a policy that has one, and nothing else. */
function selectorFilter(selector: YamlNode, own: string | null): ObjectFilter {
  const kind = textIn(child(selector, 'kind'))
  const name = textIn(child(selector, 'name'))
  const namespace = own ?? textIn(child(selector, 'namespace'))
  return {
    ...anyObject,
    kinds: kind === null ? null : [kind.toLowerCase()],
    names: name === null ? null : [name],
    namespaces: namespace === null ? null : [namespace],
    labels: labelsAsked(child(selector, 'labelSelector'))
  }
}

const patched = (operations: YamlNode | null, operator: string): readonly PodChange[] =>
  itemsIn(operations).flatMap(each =>
    operationChanges(textIn(child(each, operator)) ?? 'replace', textIn(child(each, 'path')) ?? '')
  )

/** Azure Kubernetes Fleet Manager: `jsonPatchOverrides`. Karmada: `plaintext`, `imageOverrider`, which may set tags alone. */
function changesIn(rule: YamlNode): readonly PodChange[] {
  const overriders = child(rule, 'overriders')
  const images = itemsIn(child(overriders, 'imageOverrider')).filter(
    each => textIn(child(each, 'component')) !== 'Tag'
  )
  return [
    ...patched(child(rule, 'jsonPatchOverrides'), 'op'),
    ...patched(child(overriders, 'plaintext'), 'operator'),
    ...(images.length > 0 ? [anyImage] : [])
  ]
}

/** Objects that change others on their way to clusters, on some of them alone; which those are is not followed. */
export function placementMutations({ node, workload }: ManifestObject): readonly Mutation[] {
  const spec = child(node, 'spec')
  const own = workload.kind.startsWith('Cluster') ? null : workload.namespace
  const rules = [
    ...itemsIn(child(child(spec, 'policy'), 'overrideRules')),
    ...itemsIn(child(spec, 'overrideRules')),
    ...(spec === null ? [] : [spec])
  ]
  const changes = rules.flatMap(changesIn)
  const selectors = itemsIn(child(spec, 'resourceSelectors'))
  const any =
    selectors.length === 0
      ? [[anyObject]]
      : selectors.map(selector => [selectorFilter(selector, own)])
  return changes.length === 0 ? [] : [{ changes, selection: { any, except: [] } }]
}
