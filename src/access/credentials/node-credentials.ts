import type { Reason } from '../../facts/fact.ts'
import type { Cluster } from '../../facts/facts.ts'
import { nobody, type Credential } from './credentials.ts'
import type { FactsIndex } from '../facts-index.ts'
import { nodeIdentityOf } from './node-identity.ts'
import type { NodeKind } from './node-kinds.ts'
import { virtualNodeIdentity } from '../../kubernetes/nodes/virtual-nodes.ts'
import type { PodCredentials } from './pod-credentials.ts'
import { notServedSentence, type RegistryHost } from './registry-hosts.ts'
import type { HostNotServed } from '../pull-access.ts'
import { accountIdentity, accountPuller, unprovenProvider } from './account-identity.ts'

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
export type SettledNode = Pick<
  NodeKind,
  'names' | 'osType' | 'virtual' | 'compiledInPrincipal' | 'knowsIdentityBindings'
> & {
  readonly servesRegionalEndpoints: boolean
}

/** Virtual nodes of the add-on know pull secrets alone; those of the Helm chart take an identity that the pod names. */
const virtualNodeCredential = (virtual: Exclude<NodeKind['virtual'], 'no'>): Credential =>
  virtual === 'add-on'
    ? {
        kind: 'nobody',
        cause: { kind: 'virtual-node-needs-secret' },
        because:
          'The pod runs on a virtual node, where only its pull secrets are used and no identity of the cluster.'
      }
    : {
        kind: 'unknown-identity',
        puller: nobody,
        open: { kind: 'virtual-node-not-listed' },
        because: `The pod is for virtual nodes of the Helm chart, which Azure Resource Manager does not list; there it pulls with its pull secrets, or as the identity in its annotation ${virtualNodeIdentity}.`
      }

/** What the nodes of one kind offer to a host by themselves, without the pod's pull secrets. */
export function nodeCredential(
  { cluster, nodeIdentity, accountPulls }: PullingCluster,
  node: SettledNode,
  host: RegistryHost,
  pod: PodCredentials,
  facts: FactsIndex
): Credential {
  if (node.virtual !== 'no') return virtualNodeCredential(node.virtual)
  if (host.notServed !== null) return notServed(host.host, host.notServed)
  if (host.form === 'regional-endpoint' && !node.servesRegionalEndpoints)
    return notServed(
      host.host,
      node.compiledInPrincipal ? 'regional-endpoint-by-principal' : 'regional-endpoint'
    )
  // The Windows node setup has none of this: its nodes keep the kubelet identity (Azure/AgentBaker configfunc.ps1).
  if (node.osType === 'Windows' || accountPulls === 'no') return nodeIdentity
  const profile = cluster.serviceAccountPull
  if (!profile.known) return unreadableProfile(cluster, profile.reason)
  return node.knowsIdentityBindings === 'yes'
    ? accountIdentity(cluster, pod, profile.value.defaultManagedIdentityId, facts)
    : unprovenProvider(cluster, node)
}
