import type { Cluster } from '../facts/facts.ts'
import type { Principal } from './access.ts'
import { nobody, type Credential } from './credentials.ts'
import type { Puller } from './verdict.ts'
import { nameOf } from './wording.ts'

/** The identity of the nodes, as a verdict shows it whether or not it is offered. */
export function nodePullerOf({ nodeIdentity }: Cluster): Puller {
  switch (nodeIdentity.kind) {
    case 'kubelet-identity': {
      const { objectId, resourceId, clientId } = nodeIdentity
      const id = resourceId ?? clientId
      return { kind: 'kubelet-identity', objectId, name: id === null ? null : nameOf(id) }
    }
    case 'service-principal': {
      const { clientId, objectId } = nodeIdentity
      const known = objectId.known ? objectId.value : null
      return { kind: 'service-principal', objectId: known, name: clientId }
    }
    case 'none':
      return nobody
  }
}

/** The identity of the nodes as role assignments name it; null where that is not known. */
export function nodePrincipalOf(cluster: Cluster): Principal | null {
  const puller = nodePullerOf(cluster)
  if (puller.objectId === null) return null
  const kind = puller.kind === 'service-principal' ? 'service-principal' : 'managed-identity'
  return { objectId: puller.objectId, puller, kind, tenantId: cluster.tenantId }
}

/** The identity of the nodes as a credential, or why it is not known. */
export function nodeIdentityOf(cluster: Cluster): Credential {
  const { name, nodeIdentity } = cluster
  const puller = nodePullerOf(cluster)
  const principal = nodePrincipalOf(cluster)
  const what = puller.kind === 'service-principal' ? 'service principal' : 'kubelet identity'
  if (principal !== null)
    return {
      kind: 'identity',
      principal,
      because: `The nodes of cluster ${name} pull with ${what} ${puller.name ?? principal.objectId}.`
    }
  if (nodeIdentity.kind === 'service-principal')
    return {
      kind: 'unknown-identity',
      puller,
      cause: { kind: 'principal-unknown', clientId: nodeIdentity.clientId },
      because: `The nodes of cluster ${name} pull with service principal ${nodeIdentity.clientId}, whose object id Azure Resource Manager does not tell; role assignments name the object id.`
    }
  const message = 'Azure shows neither a kubelet identity nor a service principal'
  return {
    kind: 'unknown-identity',
    puller,
    cause: {
      kind: 'fact-missing',
      subject: `identity of the nodes of cluster ${name}`,
      reason: { code: 'unexpected-answer', message, permission: null }
    },
    because: `${message} for cluster ${name}.`
  }
}
