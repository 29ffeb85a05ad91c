import type { Cluster } from '../facts/facts.ts'
import type { ServiceAccount } from '../kubernetes/manifests.ts'
import type { FactsIndex } from './facts-index.ts'
import { nodePullerOf } from './credentials/node-identity.ts'
import type { MistakenHolder } from './pull-access.ts'

/** learn.microsoft.com, "Workload identity": the client id that the pods of a service account sign in with. */
const workloadAnnotation = 'azure.workload.identity/client-id'

export const workloadIdentityOf = (account: ServiceAccount | null): string | null => {
  const value = account?.annotations[workloadAnnotation]?.trim() ?? ''
  return value === '' ? null : value
}

/** null where the client id is not known. */
export function byClientId({ nodeIdentity }: Cluster): MistakenHolder | null {
  if (nodeIdentity.kind === 'none' || nodeIdentity.clientId === null) return null
  const name =
    nodeIdentity.kind === 'service-principal' ? 'the service principal' : 'the kubelet identity'
  return { kind: 'client-id', objectId: nodeIdentity.clientId, name }
}

/** By its object id where somebody asked for it, and by its client id. */
function ofWorkload(account: ServiceAccount | null, index: FactsIndex): readonly MistakenHolder[] {
  const clientId = workloadIdentityOf(account)
  if (account === null || clientId === null) return []
  const identity = index.identity(clientId)
  const ids = identity.known ? [identity.value.objectId, clientId] : [clientId]
  return ids.map(objectId => ({ kind: 'workload-identity', objectId, name: account.name }))
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** Everybody in sight who may hold the grant in place of the nodes of a cluster, the likeliest first. */
export function mistakenHolders(
  cluster: Cluster,
  account: ServiceAccount | null,
  index: FactsIndex
): readonly MistakenHolder[] {
  const own = nodePullerOf(cluster).objectId
  const client = byClientId(cluster)
  return [
    ...(client === null ? [] : [client]),
    ...cluster.otherIdentities.map(({ role, objectId, name }) => ({ kind: role, objectId, name })),
    ...ofWorkload(account, index)
  ].filter(({ objectId }) => own === null || !same(objectId, own))
}
