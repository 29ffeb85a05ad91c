import type { Fact, Reason } from '../../facts/fact.ts'
import type { Cluster, ManagedIdentity } from '../../facts/facts.ts'
import type { IdentityBinding } from '../../facts/related-resources/identity-bindings.ts'
import { parseResourceId, resourceName } from '../../base/resource-id.ts'
import { listText } from '../../base/sentences.ts'
import type { Credential, UnsettledCause } from './credentials.ts'
import type { FactsIndex } from '../facts-index.ts'
import type { NodeKind } from './node-kinds.ts'
import type { PodAccount, PodCredentials } from './pod-credentials.ts'
import type { IdentityFault, NamedIdentity, Puller } from '../pull-access.ts'

const accountText = (account: PodAccount | null): string =>
  account === null ? 'its service account' : `service account ${account.name}`

export const accountPuller = (objectId: string | null, name: string | null): Puller => ({
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

const missing: Reason = {
  code: 'unexpected-answer',
  message:
    'neither their Kubernetes version nor their node image shows a credential provider with identity bindings (cloud-provider-azure v1.34.7, v1.35.2, v1.36.0)',
  permission: null
}

/** What an older provider does with a cluster that is set up so is not known: it neither pulls nor fails for sure. */
export const unprovenProvider = (
  { name }: Cluster,
  { names }: Pick<NodeKind, 'names'>
): Credential => ({
  kind: 'unknown-identity',
  puller: accountPuller(null, null),
  open: {
    kind: 'fact-missing',
    subject: `image pull by service accounts on ${listText(names)} of cluster ${name}`,
    reason: missing
  },
  because: `Cluster ${name} pulls with the identity of the service account, and whether ${listText(names)} can is not known: ${missing.message}.`
})

const isFor = (
  { clientId, resourceId }: IdentityBinding,
  reference: string,
  identity: Fact<ManagedIdentity>
): boolean => {
  const ids = identity.known
    ? [reference, identity.value.clientId, identity.value.resourceId]
    : [reference]
  const wanted = ids.map(id => id?.toLowerCase())
  return [clientId, resourceId].some(id => id !== null && wanted.includes(id.toLowerCase()))
}

/** Whether a binding that Azure did not describe in full could be the wanted one. */
const mayBeFor = ({ clientId, resourceId }: IdentityBinding): boolean =>
  clientId === null || resourceId === null

type Bound =
  | { readonly kind: 'yes'; readonly name: string }
  | { readonly kind: 'no' }
  | { readonly kind: 'open'; readonly cause: UnsettledCause }

/** Whether the cluster lets its pods sign in with the identity ("Identity bindings in AKS"). */
function boundOn(
  cluster: Cluster,
  reference: string,
  identity: Fact<ManagedIdentity>,
  facts: FactsIndex
): Bound {
  const bindings = facts.identityBindings(cluster.id)
  const notSettled = (reason: Reason): Bound => ({
    kind: 'open',
    cause: { kind: 'fact-missing', subject: `identity bindings of cluster ${cluster.name}`, reason }
  })
  if (!bindings.known) return notSettled(bindings.reason)
  if (!guid.test(reference) && parseResourceId(reference) === null)
    return notSettled({
      code: 'unexpected-answer',
      message: `'${reference}' is neither the client id nor the ARM id of a managed identity`,
      permission: null
    })
  const binding = bindings.value.find(each => isFor(each, reference, identity))
  if (binding !== undefined) return { kind: 'yes', name: binding.name }
  const unclear = bindings.value.find(mayBeFor)
  return unclear === undefined
    ? { kind: 'no' }
    : notSettled({
        code: 'unexpected-answer',
        message: `Azure did not say which identity ${unclear.name} is for`,
        permission: null
      })
}

const boundText = (bound: Bound, cluster: Cluster): string => {
  switch (bound.kind) {
    case 'yes':
      return `Identity binding ${bound.name} of the cluster is for it.`
    case 'no':
      return `Cluster ${cluster.name} has no identity binding for it, so its pods cannot sign in as it.`
    case 'open':
      return `Whether cluster ${cluster.name} has an identity binding for it is not known.`
  }
}

/**
 * The identity of the service account, else the cluster's default, else nobody; the kubelet identity is no fallback
 * (kubernetes-sigs/cloud-provider-azure NewAcrProvider; Azure/AgentBaker writeCredentialProviderConfig).
 */
export function accountIdentity(
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
  const serviceAccount = account?.name ?? 'default'
  if (reference === null || fault !== null)
    return {
      kind: 'nobody',
      cause: {
        kind: 'service-account-identity-missing',
        serviceAccount,
        fault: fault ?? 'none'
      },
      because: `Cluster ${cluster.name} pulls with the identity of the service account; ${whose} ${identityFaultText[fault ?? 'none']}.`
    }
  const source = pullIdentity === null ? 'the default of the cluster' : `named by ${whose}`
  return boundIdentity(cluster, { reference, source, serviceAccount }, facts)
}

function boundIdentity(cluster: Cluster, named: NamedIdentity, facts: FactsIndex): Credential {
  const { reference, source } = named
  const identity = facts.identity(reference)
  const bound = boundOn(cluster, reference, identity, facts)
  const because = `Cluster ${cluster.name} pulls with the identity of the service account, not of the node: ${reference}, ${source}. ${boundText(bound, cluster)}`
  if (bound.kind === 'no')
    return { kind: 'nobody', cause: { kind: 'identity-binding-missing', ...named }, because }
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
    because,
    unless: bound.kind === 'open' ? bound.cause : null
  }
}
