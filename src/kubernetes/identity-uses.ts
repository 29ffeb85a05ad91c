import type { ManifestObject } from './kubernetes-objects.ts'
import type { IdentityUse } from './manifests.ts'
import type { Location } from '../yaml/location.ts'
import { child, itemsIn, textIn } from '../yaml/nodes.ts'
import type { YamlNode } from '../yaml/yaml-nodes.ts'

/** learn.microsoft.com, "Set up identity bindings on AKS": the group has a resource for each client id. */
const group = 'cid.wi.aks.azure.com'
const verb = 'use-managed-identity'

const textsIn = (node: YamlNode | null): readonly string[] =>
  itemsIn(node).flatMap(item => textIn(item) ?? [])

const names = (rule: YamlNode, key: string, wanted: string): boolean =>
  textsIn(child(rule, key)).some(text => text === wanted || text === '*')

const clientIdsIn = (rule: YamlNode): readonly string[] =>
  names(rule, 'apiGroups', group) && names(rule, 'verbs', verb)
    ? textsIn(child(rule, 'resources'))
    : []

/** null where the role lets nobody use an identity. */
export function identityUse({ node }: ManifestObject, location: Location): IdentityUse | null {
  const clientIds = itemsIn(child(node, 'rules')).flatMap(clientIdsIn)
  return clientIds.length === 0 ? null : { clientIds, location }
}
