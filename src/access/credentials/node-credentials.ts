import type { Reason } from '../../facts/fact.ts'
import type { Cluster } from '../../facts/facts.ts'
import type { Credential } from './credentials.ts'
import type { FactsIndex } from '../facts-index.ts'
import { nodeIdentityOf } from './node-identity.ts'
import type { NodeKind } from './node-kinds.ts'
import type { PodAccount, PodCredentials } from './pod-credentials.ts'
import { notServedSentence, type RegistryHost } from './registry-hosts.ts'
import type { HostNotServed, IdentityFault, Puller } from '../pull-access.ts'
import { resourceName } from '../../base/resource-id.ts'

/** Whether service accounts pull instead of nodes. */
type AccountPulls = 'yes' | 'no' | 'maybe'

/**
 * Where Azure does not know the preview, it is taken as off, unless something in the manifests counts on it: whoever
 * switched it on had an Azure that knows it.
 */
const accountPullsOf = (cluster: Cluster, namesPullIdentities: boolean): AccountPulls => {
  const profile = cluster.serviceAccountPull
  if (profile.known) return profile.value.enabled ? 'yes' : 'no'
  return namesPullIdentities || profile.reason.code !== 'unexpected-answer' ? 'maybe' : 'no'
}

const accountText = (account: PodAccount | null): string =>
  account === null ? 'its service account' : `service account ${account.name}`

const accountPuller = (objectId: string | null, name: string | null): Puller => ({
  kind: 'service-account-identity',
  objectId,
  name
})

const guid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/** What of the names that the account and the cluster give gets the provider no identity; null: nothing is known to be wrong. */
function identityFault(
  pullIdentity: string | null,
  defaultIdentity: string | null
): IdentityFault | null {
  if (pullIdentity === null) return defaultIdentity === null ? 'none' : null
  if (pullIdentity === '') return 'empty'
  return guid.test(pullIdentity.trim()) && !guid.test(pullIdentity) ? 'blanks' : null
}

/** What is wrong with what a service account names, as a clause behind its name. */
export const identityFaultText: Readonly<Record<IdentityFault, string>> = {
  none: 'names none, and the cluster has no default',
  empty: `names an empty one, which hides the default of the cluster`,
  blanks:
    'names one with blanks around its client id, which the credential provider does not take away'
}

/**
 * The identity of the service account, else the cluster's default, else nobody; the kubelet identity is no fallback
 * (kubernetes-sigs/cloud-provider-azure NewAcrProvider; Azure/AgentBaker writeCredentialProviderConfig).
 */
function accountIdentity(
  cluster: Cluster,
  pod: PodCredentials,
  defaultIdentity: string | null,
  facts: FactsIndex
): Credential {
  const { account, pullIdentity } = pod
  const whose = accountText(account)
  const hidden = account === null ? 'is not known here' : account.hidden
  if (hidden !== null)
    return {
      kind: 'unknown-identity',
      puller: accountPuller(null, null),
      open: { kind: 'service-account-not-visible', name: account?.name ?? null },
      because: `Cluster ${cluster.name} pulls with the identity of the service account, and ${whose} ${hidden}.`
    }
  const reference = pullIdentity ?? defaultIdentity
  const fault = identityFault(pullIdentity, defaultIdentity)
  if (reference === null || fault !== null)
    return {
      kind: 'nobody',
      cause: {
        kind: 'service-account-identity-missing',
        serviceAccount: account?.name ?? 'default',
        fault: fault ?? 'none'
      },
      because: `Cluster ${cluster.name} pulls with the identity of the service account; ${whose} ${identityFaultText[fault ?? 'none']}.`
    }
  const source = pullIdentity === null ? 'the default of the cluster' : `named by ${whose}`
  const because = `Cluster ${cluster.name} pulls with the identity of the service account, not of the node: ${reference}, ${source}. That the cluster has an identity binding for it was not checked.`
  const identity = facts.identity(reference)
  if (!identity.known)
    return {
      kind: 'unknown-identity',
      puller: accountPuller(null, resourceName(reference)),
      open: {
        kind: 'fact-missing',
        subject: `managed identity ${reference}`,
        reason: identity.reason
      },
      because
    }
  const { objectId, resourceId } = identity.value
  const puller = accountPuller(objectId, resourceName(resourceId ?? reference))
  const tenantId = identity.value.tenantId ?? cluster.tenantId
  return {
    kind: 'identity',
    principal: { objectId, puller, kind: 'managed-identity', tenantId },
    because
  }
}

const unreadableProfile = (cluster: Cluster, reason: Reason): Credential => ({
  kind: 'unknown-identity',
  puller: accountPuller(null, null),
  open: {
    kind: 'fact-missing',
    subject: `service account image pull profile of cluster ${cluster.name}`,
    reason
  },
  because: `Whether pods of cluster ${cluster.name} pull with the identity of their service account cannot be determined: ${reason.message}.`
})

/** No identity of the cluster is offered to the host. */
export const notServed = (
  host: string,
  why: HostNotServed
): Extract<Credential, { kind: 'nobody' }> => ({
  kind: 'nobody',
  cause: { kind: 'host-not-served', host, why },
  because: notServedSentence(why, host)
})

/** A cluster with what is the same for all its pulls. */
export type PullingCluster = {
  readonly cluster: Cluster
  readonly nodeIdentity: Credential
  readonly accountPulls: AccountPulls
}

export const pullingCluster = (
  cluster: Cluster,
  namesPullIdentities: boolean,
  facts: FactsIndex
): PullingCluster => ({
  cluster,
  nodeIdentity: nodeIdentityOf(cluster, facts),
  accountPulls: accountPullsOf(cluster, namesPullIdentities)
})

/** A kind of node, with the uncertainty about regional endpoints settled one way. */
export type SettledNode = Pick<NodeKind, 'osType' | 'virtual'> & {
  readonly servesRegionalEndpoints: boolean
}

/** What the nodes of one kind offer to a host by themselves, without the pod's pull secrets. */
export function nodeCredential(
  { cluster, nodeIdentity, accountPulls }: PullingCluster,
  node: SettledNode,
  host: RegistryHost,
  pod: PodCredentials,
  facts: FactsIndex
): Credential {
  if (node.virtual)
    return {
      kind: 'nobody',
      cause: { kind: 'virtual-node-needs-secret' },
      because:
        'The pod runs on a virtual node, where only its pull secrets are used and no identity of the cluster.'
    }
  if (host.notServed !== null) return notServed(host.host, host.notServed)
  if (host.form === 'regional-endpoint' && !node.servesRegionalEndpoints)
    return notServed(host.host, 'regional-endpoint')
  // The Windows node setup has none of this: its nodes keep the kubelet identity (Azure/AgentBaker configfunc.ps1).
  if (node.osType === 'Windows' || accountPulls === 'no') return nodeIdentity
  const profile = cluster.serviceAccountPull
  return profile.known
    ? accountIdentity(cluster, pod, profile.value.defaultManagedIdentityId, facts)
    : unreadableProfile(cluster, profile.reason)
}
