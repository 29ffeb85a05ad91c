import type { NamedAssignment, Puller, Verdict } from '../access/verdict.ts'
import type { Cluster, Facts, Registry, RoleAssignmentMode } from '../facts/facts.ts'

/** Last segment of an ARM id: the name that people know a resource by. */
export const lastSegment = (id: string): string => id.slice(id.lastIndexOf('/') + 1)

const pullerKinds: Readonly<Record<Puller['kind'], string>> = {
  'kubelet-identity': 'kubelet identity',
  'service-principal': 'service principal',
  'service-account-identity': 'service account identity',
  'pull-secret': 'pull secret',
  anonymous: 'anonymous user',
  none: 'no credential'
}

/** Such as `kubelet identity aks-prod-agentpool (object id 11…)`. */
export function pullerText(puller: Puller): string {
  const name = puller.name === null ? '' : ` ${lastSegment(puller.name)}`
  const objectId = puller.objectId === null ? '' : ` (object id ${puller.objectId})`
  return `${pullerKinds[puller.kind]}${name}${objectId}`
}

export const clusterText = (verdict: Verdict): string => `cluster ${lastSegment(verdict.cluster)}`

/** Names as `az acr` and the portal show them. */
export const modeText: Readonly<Record<RoleAssignmentMode, string>> = {
  legacy: 'RBAC Registry Permissions',
  abac: 'RBAC Registry + ABAC Repository Permissions'
}

export const rolesText = (grants: readonly NamedAssignment[]): string =>
  [...new Set(grants.map(grant => grant.role))].join(', ')

export function registryOf(facts: Facts, host: string): Registry | null {
  const answer = facts.registries.find(registry => registry.host === host)?.answer
  return answer?.known === true ? answer.value : null
}

export function clusterOf(facts: Facts, id: string): Cluster | null {
  const wanted = id.toLowerCase()
  const answer = facts.clusters.find(cluster => cluster.id.toLowerCase() === wanted)?.answer
  return answer?.known === true ? answer.value : null
}
