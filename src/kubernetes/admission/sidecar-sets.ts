import { child, itemsIn, textIn } from '../../yaml/nodes.ts'
import type { ManifestObject } from '../kubernetes-objects.ts'
import { labelsAsked } from './filters.ts'
import type { Mutation } from './mutation.ts'
import { anyObject } from './pod-changer.ts'

/** A SidecarSet adds containers to pods, and the pull secrets that these need (openkruise.io, "SidecarSet"). */
export function sidecarSetMutations({ node }: ManifestObject): readonly Mutation[] {
  const spec = child(node, 'spec')
  const namespace = textIn(child(spec, 'namespace'))
  const filter = {
    ...anyObject,
    kinds: ['pod'],
    namespaces: namespace === null ? null : [namespace],
    labels: labelsAsked(child(spec, 'selector')),
    namespaceLabels: labelsAsked(child(spec, 'namespaceSelector'))
  }
  return itemsIn(child(spec, 'imagePullSecrets')).length === 0
    ? []
    : [{ changes: [{ what: 'pull secrets' }], selection: { any: [[filter]], except: [] } }]
}
