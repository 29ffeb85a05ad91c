import type { Credential } from '../access/credentials/credentials.ts'
import { type FactsIndex, indexFacts } from '../access/facts-index.ts'
import type { ManifestsIndex } from '../access/manifests-index.ts'
import { covers, type Operation, pullOperation } from '../access/rbac/permissions.ts'
import { nodePrincipalOf } from '../access/credentials/node-identity.ts'
import { podCredentialsOf } from '../access/credentials/pod-credentials.ts'
import { isRefused } from '../access/credentials/registry-tokens.ts'
import { roleKey } from '../access/rbac/scopes.ts'
import { type PullAccess, reasonOf, type RefusedCause } from '../access/pull-access.ts'
import type { Cluster, Facts, NodeIdentity, Permission, Registry } from '../facts/facts.ts'
import type { NodeCredential, PullTraits } from '../known-issues/condition.ts'
import type { ImageUse } from '../kubernetes/images/image-use.ts'
import type { Truth } from '../base/three-valued.ts'
import { registryOf } from '../access/known-facts.ts'

/** Listing registries, as the in-tree provider did (kubernetes #77245), needs it; AcrPull lacks it. */
const readRegistry: Operation = {
  kind: 'action',
  name: 'Microsoft.ContainerRegistry/registries/read'
}

const credentials: Readonly<Record<NodeIdentity['kind'], NodeCredential | null>> = {
  'kubelet-identity': 'managedIdentity',
  'service-principal': 'servicePrincipal',
  none: null
}

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** What the principal's roles at the registry permit; `complete` is false when some role could not be read. */
export type Permissions = { readonly entries: readonly Permission[]; readonly complete: boolean }

export function permissionsAt(
  facts: Facts,
  registry: Registry,
  principalId: string
): Permissions | null {
  const index = indexFacts(facts)
  const { answer, groupsResolved } = index.assignments(registry.id, principalId)
  if (!answer.known) return null
  const keys = new Set(answer.value.map(each => roleKey(each.roleDefinitionId)))
  const roles = [...keys].map(index.role)
  return {
    entries: roles.flatMap(role => (role.known ? role.value.permissions : [])),
    complete: groupsResolved && roles.every(role => role.known)
  }
}

/** Conditions aside: null when a missing role, a group or a condition could change the answer. */
export function permits(permissions: Permissions | null, operation: Operation): boolean | null {
  if (permissions === null) return null
  const covering = permissions.entries.filter(entry => covers(entry, operation))
  return covering.length > 0 ? true : permissions.complete ? false : null
}

type Grant = PullTraits['grant']

const noGrantCauses: ReadonlySet<string> = new Set<RefusedCause['kind']>([
  'no-grant',
  'role-ineffective-in-mode',
  'condition-excludes-repository',
  'role-lacks-pull-action',
  'granted-to-other-identity',
  'denied'
])

/** Whether it means that the puller lacks a grant that works for the image. */
export const isMissingGrant = (cause: {
  readonly kind: string
  readonly instead?: { readonly kind: string }
}): boolean => noGrantCauses.has(cause.instead?.kind ?? cause.kind)

/** An anonymous pull tells nothing about grants, so the roles are looked at. */
function grantOf(
  access: PullAccess,
  registry: Registry | null,
  permissions: Permissions | null
): Grant {
  const reason = reasonOf(access)
  if (reason.kind === 'granted') return 'present'
  if (isMissingGrant(reason)) return 'missing'
  const mode = registry?.roleAssignmentMode ?? null
  const permitted = mode === null ? null : permits(permissions, pullOperation[mode])
  return permitted === null ? null : permitted ? 'present' : 'missing'
}

const hours = (milliseconds: number): number => milliseconds / 3_600_000

function grantAge(access: PullAccess, grant: Grant, collectedAt: string): number | null {
  if (grant === 'missing') return Infinity
  const reason = reasonOf(access)
  if (reason.kind !== 'granted') return null
  const { createdOn } = reason.grant.assignment
  return createdOn === null ? null : hours(Date.parse(collectedAt) - Date.parse(createdOn))
}

function lacksRegistryRead(grant: Grant, permissions: Permissions | null): boolean | null {
  if (grant === 'missing') return false
  const reads = permits(permissions, readRegistry)
  return grant === null || reads === null ? null : !reads
}

/** Everything of a pull that does not depend on the pod or the pool. */
export type AccessTraits = Omit<PullTraits, 'registryHosts' | 'nodeProvisioningMode' | 'pullSecret'>

export function traitsOf(facts: Facts, cluster: Cluster, access: PullAccess): AccessTraits {
  const registry = registryOf(facts, access.registry)
  const principal = nodePrincipalOf(cluster)?.objectId ?? null
  const permissions =
    registry === null || principal === null ? null : permissionsAt(facts, registry, principal)
  const grant = grantOf(access, registry, permissions)
  return {
    identity: credentials[cluster.nodeIdentity.kind],
    crossSubscription:
      registry === null ? null : !same(registry.subscriptionId, cluster.subscriptionId),
    anonymousPull: registry?.anonymousPull ?? null,
    authenticationAsArm: registry?.authenticationAsArm ?? null,
    grant,
    grantAgeHours: grantAge(access, grant, facts.collectedAt),
    grantLacksRegistryRead: lacksRegistryRead(grant, permissions),
    imageHost: access.registry,
    imageRepositoryPath: access.repository,
    cloud: facts.cloud.name
  }
}

/**
 * Pull secrets come before the node's credential. One that covers the registry is tried with an outcome that only the
 * registry knows; one that a controller fills for an identity with a grant is sure.
 */
export function coveredBySecret(
  access: PullAccess,
  use: ImageUse,
  manifests: ManifestsIndex,
  facts: FactsIndex
): Truth {
  if (access.result === 'granted' && access.puller.kind === 'pull-secret') return 'yes'
  if (use.image.kind !== 'reference') return 'no'
  const { credentials } = podCredentialsOf(use, use.image.reference, manifests, facts)
  const registry = facts.registry(access.registry)
  const isUseless = (credential: Credential): boolean =>
    credential.kind === 'broken-secret' ||
    (credential.kind === 'pull-secret' &&
      registry.known &&
      isRefused(credential.entries, registry.value, access.repository, facts.tokens))
  return credentials.every(isUseless) ? 'no' : 'maybe'
}
