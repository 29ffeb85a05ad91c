import type { Reason } from '../../facts/fact.ts'
import type { Cluster } from '../../facts/facts.ts'
import type { Principal } from '../rbac/access.ts'
import type { FactsIndex } from '../facts-index.ts'
import { nobody, type Credential } from './credentials.ts'
import type { Puller } from '../pull-access.ts'
import { resourceName } from '../../base/resource-id.ts'

/** The identity of the nodes, as a verdict shows it whether or not it is offered. */
export function nodePullerOf({ nodeIdentity }: Cluster): Puller {
  switch (nodeIdentity.kind) {
    case 'kubelet-identity': {
      const { objectId, resourceId, clientId } = nodeIdentity
      const id = resourceId ?? clientId
      return { kind: 'kubelet-identity', objectId, name: id === null ? null : resourceName(id) }
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

/** Somebody had a reason to ask whether it still exists, and got no answer; or nobody can ask. */
const notRead = (
  cluster: string,
  identity: string,
  puller: Puller,
  reason: Reason
): Credential => ({
  kind: 'unknown-identity',
  puller,
  open: { kind: 'fact-missing', subject: `kubelet identity ${identity}`, reason },
  because: `Whether kubelet identity ${identity} of cluster ${cluster} still exists could not be read: ${reason.message}.`
})

const notNamed: Reason = {
  code: 'unexpected-answer',
  message: 'Azure did not say which resource it is',
  permission: null
}

/** Grants outlive their identity, so what the identity's own resource says comes before them. */
function lostIdentity(
  { name, nodeIdentity }: Cluster,
  puller: Puller,
  facts: FactsIndex
): Credential | null {
  if (nodeIdentity.kind !== 'kubelet-identity') return null
  const { resourceId } = nodeIdentity
  if (resourceId === null)
    return notRead(name, `with object id ${nodeIdentity.objectId}`, puller, notNamed)
  const resource = facts.identityResource(resourceId)
  if (resource?.known === false && resource.reason.code === 'not-found')
    return {
      kind: 'nobody',
      cause: { kind: 'kubelet-identity-gone', resourceId },
      because: `The nodes of cluster ${name} pull with kubelet identity ${resourceName(resourceId)}, which does not exist any more (${resourceId}).`
    }
  if (resource?.known === false)
    return notRead(name, resourceName(resourceId), puller, resource.reason)
  const objectId = resource?.value.objectId ?? nodeIdentity.objectId
  return objectId.toLowerCase() === nodeIdentity.objectId.toLowerCase()
    ? null
    : {
        kind: 'unknown-identity',
        puller,
        open: { kind: 'kubelet-identity-recreated', resourceId, objectId },
        because: `Cluster ${name} knows its kubelet identity ${resourceName(resourceId)} by object id ${nodeIdentity.objectId}, and the identity of this name has object id ${objectId}: it was deleted and recreated.`
      }
}

/** The identity of the nodes as a credential, or why it is not known. */
export function nodeIdentityOf(cluster: Cluster, facts: FactsIndex): Credential {
  const { name, nodeIdentity } = cluster
  const puller = nodePullerOf(cluster)
  const principal = nodePrincipalOf(cluster)
  const lost = lostIdentity(cluster, puller, facts)
  if (lost !== null) return lost
  const what = puller.kind === 'service-principal' ? 'service principal' : 'kubelet identity'
  if (principal !== null)
    return {
      kind: 'identity',
      principal,
      because: `The nodes of cluster ${name} pull with ${what} ${puller.name ?? principal.objectId}.`,
      unless: null
    }
  if (nodeIdentity.kind === 'service-principal')
    return {
      kind: 'unknown-identity',
      puller,
      open: { kind: 'principal-unknown', clientId: nodeIdentity.clientId, tenants: null },
      because: `The nodes of cluster ${name} pull with service principal ${nodeIdentity.clientId}, whose object id Azure Resource Manager does not tell; role assignments name the object id.`
    }
  const message = 'Azure shows neither a kubelet identity nor a service principal'
  return {
    kind: 'unknown-identity',
    puller,
    open: {
      kind: 'fact-missing',
      subject: `identity of the nodes of cluster ${name}`,
      reason: { code: 'unexpected-answer', message, permission: null }
    },
    because: `${message} for cluster ${name}.`
  }
}
