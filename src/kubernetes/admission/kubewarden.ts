import { child, textIn } from '../../yaml/nodes.ts'
import type { ManifestObject } from '../kubernetes-objects.ts'
import { has, selectionByRules } from './filters.ts'
import type { Mutation } from './mutation.ts'
import { anyChange, anyObject } from './pod-changer.ts'

/** What the module of a policy does with an object is its own affair (docs.kubewarden.io, "Mutating policies"). */
export function kubewardenMutations({ node, workload }: ManifestObject): readonly Mutation[] {
  const spec = child(node, 'spec')
  if (textIn(child(spec, 'mutating')) !== 'true') return []
  const own = workload.kind.startsWith('Cluster') ? null : workload.namespace
  const { any, except } = selectionByRules(spec, child(spec, 'rules'), has(spec, 'matchConditions'))
  const within = own === null ? [] : [{ ...anyObject, namespaces: [own] }]
  return [
    { changes: anyChange, selection: { any: any.map(filters => [...filters, ...within]), except } }
  ]
}
