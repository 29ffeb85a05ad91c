import { child, entriesOf, mappingIn, walkScalars } from '../../yaml/nodes.ts'
import type { ManifestObject } from '../kubernetes-objects.ts'
import { has, selectionByRules } from './filters.ts'
import type { Mutation } from './mutation.ts'
import { expressionChanges } from './expression-changes.ts'
import { anyObject, type ObjectFilter } from './pod-changer.ts'

/** Where the expressions stand that change objects, or that the others are put together from. */
const changing: ReadonlySet<string> = new Set(['mutations', 'variables'])

/**
 * `MutatingAdmissionPolicy` of Kubernetes, `MutatingPolicy` of Kyverno and, in its own namespace, `NamespacedMutatingPolicy`:
 * all three say with CEL what they change (kubernetes.io, "Mutating Admission Policy"; kyverno.io, "MutatingPolicy").
 */
export function expressionMutations({ node, workload }: ManifestObject): readonly Mutation[] {
  const spec = mappingIn(child(node, 'spec'))
  if (spec === null) return []
  const changes = entriesOf(spec)
    .filter(({ key }) => changing.has(key.text))
    .flatMap(({ value }) => [...walkScalars(value)])
    .flatMap(({ scalar }) => expressionChanges(scalar.text))
  const constraints = child(spec, 'matchConstraints')
  const { any, except } = selectionByRules(
    constraints,
    child(constraints, 'resourceRules'),
    has(spec, 'matchConditions')
  )
  const own: readonly ObjectFilter[] =
    workload.kind === 'NamespacedMutatingPolicy' && workload.namespace !== null
      ? [{ ...anyObject, namespaces: [workload.namespace] }]
      : []
  return changes.length === 0
    ? []
    : [{ changes, selection: { any: any.map(filters => [...filters, ...own]), except } }]
}
