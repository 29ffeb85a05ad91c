import { child, contentOf, itemsIn, textIn } from '../../yaml/nodes.ts'
import type { YamlNode } from '../../yaml/yaml-nodes.ts'
import type { ManifestObject } from '../kubernetes-objects.ts'
import { creates, has, labelsAsked, textsIn } from './filters.ts'
import type { Mutation } from './mutation.ts'
import { mergedChanges, textPatchChanges } from './patches.ts'
import { anyObject, type ObjectFilter, type PodChange } from './pod-changer.ts'

/**
 * `Pod`, `v1/Pod`, `apps/v1/Deployment`, `Pod/ephemeralcontainers`, `*` (kyverno.io, "Resource filters"): the kind begins with
 * a capital. Of the parts of an object, only one brings images.
 */
function kindOf(text: string): readonly string[] {
  const segments = text.split('/')
  const at = segments.findLastIndex(segment => /^[A-Z*]/.test(segment))
  const part = segments[at + 1]
  return part === undefined || part === '*' || part === 'ephemeralcontainers'
    ? [(segments[at] ?? '*').toLowerCase()]
    : []
}

const unseen: readonly string[] = ['annotations', 'subjects', 'roles', 'clusterRoles']

/** One entry below `any` or `all`, or the old form without them. */
function filterOf(entry: YamlNode): ObjectFilter {
  const resources = child(entry, 'resources') ?? entry
  const name = textIn(child(resources, 'name'))
  return {
    ...anyObject,
    kinds: textsIn(child(resources, 'kinds'))?.flatMap(kindOf) ?? null,
    names: textsIn(child(resources, 'names')) ?? (name === null ? null : [name]),
    namespaces: textsIn(child(resources, 'namespaces')),
    labels: labelsAsked(child(resources, 'selector')),
    namespaceLabels: labelsAsked(child(resources, 'namespaceSelector')),
    isNarrower:
      unseen.some(key => has(entry, key) || has(resources, key)) ||
      !creates(textsIn(child(resources, 'operations')))
  }
}

function listsOf(block: YamlNode | null): readonly (readonly ObjectFilter[])[] {
  if (block === null) return []
  const any = itemsIn(child(block, 'any')).map(entry => [filterOf(entry)])
  const all = itemsIn(child(block, 'all')).map(filterOf)
  const old = has(block, 'resources') ? [[filterOf(block)]] : []
  return [...any, ...(all.length === 0 ? [] : [all]), ...old]
}

/** Objects that are there already are changed too, whatever the rule is asked about (kyverno.io, "Mutate existing resources"). */
const targetsOf = (mutate: YamlNode | null): readonly (readonly ObjectFilter[])[] =>
  itemsIn(child(mutate, 'targets')).map(target => {
    const [kind, name, namespace] = ['kind', 'name', 'namespace'].map(key =>
      textIn(child(target, key))
    )
    const listed = (text: string | null | undefined) =>
      text === null || text === undefined ? null : [text]
    return [
      {
        ...anyObject,
        kinds: listed(kind)?.flatMap(kindOf) ?? null,
        names: listed(name),
        namespaces: listed(namespace),
        labels: labelsAsked(child(target, 'selector'))
      }
    ]
  })

const within = (
  lists: readonly (readonly ObjectFilter[])[],
  limits: readonly ObjectFilter[]
): readonly (readonly ObjectFilter[])[] => lists.map(filters => [...filters, ...limits])

function patchChanges(mutation: YamlNode | null): readonly PodChange[] {
  const json = child(mutation, 'patchesJson6902')
  const content = json === null ? null : contentOf(json)
  return [
    ...mergedChanges(child(mutation, 'patchStrategicMerge')),
    ...(content?.kind === 'scalar' ? textPatchChanges(content.text) : []),
    ...itemsIn(child(mutation, 'foreach')).flatMap(patchChanges)
  ]
}

/** The rules of a `ClusterPolicy` or, in its own namespace, a `Policy` that change objects (kyverno.io, "Mutate rules"). */
export function kyvernoMutations({ node, workload }: ManifestObject): readonly Mutation[] {
  const { kind, namespace } = workload
  const own: readonly ObjectFilter[] =
    kind === 'Policy' && namespace !== null ? [{ ...anyObject, namespaces: [namespace] }] : []
  return itemsIn(child(child(node, 'spec'), 'rules')).flatMap(rule => {
    const mutate = child(rule, 'mutate')
    const changes = patchChanges(mutate)
    const targets = targetsOf(mutate)
    const matched = listsOf(child(rule, 'match'))
    const any = targets.length > 0 ? targets : matched.length > 0 ? matched : [[anyObject]]
    // Of a target it does not matter what the rule is asked about.
    const except = targets.length > 0 ? [] : listsOf(child(rule, 'exclude'))
    return changes.length === 0 ? [] : [{ changes, selection: { any: within(any, own), except } }]
  })
}
