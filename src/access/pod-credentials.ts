import type { ImageReference } from '../kubernetes/image-reference.ts'
import type { ImageUse, PullBinding, Secret, ServiceAccount } from '../kubernetes/manifests.ts'
import { keyringMatches } from '../kubernetes/pull-secrets.ts'
import type { Principal } from './access.ts'
import type { Credential } from './credentials.ts'
import type { FactsIndex } from './facts-index.ts'
import { pullIdentityOf, type ManifestsIndex } from './manifests-index.ts'

/** The service account of a pod, as far as the manifests tell. */
export type PodAccount = {
  readonly namespace: string
  readonly name: string
  /** False: the pod names none, and Kubernetes sets `default`. */
  readonly chosen: boolean
  /** null: not in the manifests. */
  readonly found: ServiceAccount | null
}

/** What a pod brings to a pull, on whatever cluster and node. */
export type PodCredentials = {
  /** null where no PodSpec surrounds the image. */
  readonly account: PodAccount | null
  readonly pullIdentity: string | null
  readonly credentials: readonly Credential[]
  /** What was taken for granted, in sentences; it matters only when no credential works. */
  readonly assumptions: readonly string[]
}

const defaultAccount = 'default'

function accountOf(use: ImageUse, manifests: ManifestsIndex): PodAccount | null {
  if (use.pod === null) return null
  const namespace = use.workload.namespace ?? ''
  const name = use.pod.serviceAccountName ?? defaultAccount
  return {
    namespace,
    name,
    chosen: use.pod.serviceAccountName !== null,
    found: manifests.serviceAccount(namespace, name, use.location.file)
  }
}

/** Empty for objects that name no namespace. */
const inNamespace = (namespace: string): string =>
  namespace === '' ? '' : ` of namespace ${namespace}`

const noPodSpec =
  'No PodSpec surrounds the image here; its pods are assumed to add nothing to the pull, neither a pull secret nor an identity.'

const assumedDefault = ({ namespace }: PodAccount): string =>
  `The pod names no service account, and account default${inNamespace(namespace)} is not in the manifests; it is assumed to add nothing to the pull.`

/**
 * The credentials of the pod itself, in the order in which the kubelet tries them: its pull secrets, or else those of its
 * service account, which admission copies only into pods that list none (kubernetes serviceaccount/admission.go).
 */
export function podCredentialsOf(
  use: ImageUse,
  reference: ImageReference,
  manifests: ManifestsIndex,
  facts: FactsIndex
): PodCredentials {
  const account = accountOf(use, manifests)
  if (use.pod === null || account === null)
    return { account: null, pullIdentity: null, credentials: [], assumptions: [noPodSpec] }
  const own = use.pod.imagePullSecrets.filter(name => name.trim() !== '')
  const names = own.length > 0 ? own : (account.found?.imagePullSecrets ?? [])
  const file = use.location.file
  const bindings = manifests.bindings(account.namespace, file)
  const minted = bindings.filter(({ secretName }) => names.includes(secretName))
  const attached =
    own.length > 0
      ? []
      : bindings.filter(
          binding => binding.serviceAccountName === account.name && !minted.includes(binding)
        )
  const credentials = [
    ...names
      .filter(name => !minted.some(({ secretName }) => secretName === name))
      .map(name =>
        secretCredential(name, manifests.secret(account.namespace, name, file), reference)
      ),
    ...[...minted, ...attached].map(binding => bindingCredential(binding, reference, facts))
  ]
  const unseen = own.length === 0 && account.found === null
  return {
    account,
    pullIdentity: pullIdentityOf(account.found),
    credentials: unseen && account.chosen ? [...credentials, hiddenAccount(account)] : credentials,
    assumptions: unseen && !account.chosen ? [assumedDefault(account)] : []
  }
}

const hiddenAccount = ({ name, namespace }: PodAccount): Credential => ({
  kind: 'hidden-account',
  name,
  because: `Service account ${name}${inNamespace(namespace)} is not in the manifests; in the cluster it may have pull secrets.`
})

const hidden = (name: string, why: string): Credential => ({
  kind: 'hidden-secret',
  name,
  because: `Pull secret ${name} ${why}.`
})

const broken = (name: string, why: string): Credential => ({
  kind: 'broken-secret',
  because: `Pull secret ${name} does not help: ${why}.`
})

function secretCredential(
  name: string,
  secret: Secret | null,
  reference: ImageReference
): Credential {
  if (secret === null)
    return hidden(name, 'is not in the manifests; what it holds is known to the cluster alone')
  if (secret.problem !== null) return broken(name, secret.problem)
  const entries = keyringMatches(secret.entries, reference)
  if (entries.length === 0) return broken(name, uncovered(secret, reference))
  const complete = entries.filter(entry => entry.complete)
  return complete.length === 0
    ? broken(name, `its entry for ${reference.domain} has no user name or no password`)
    : { kind: 'pull-secret', secret, entries: complete }
}

/** Says how many, and not which: the content of a Secret is never printed. */
const uncovered = ({ entries }: Secret, { domain, repository }: ImageReference): string =>
  entries.length === 0
    ? 'it has no entry'
    : `none of its ${entries.length} entries covers ${domain}/${repository}`

/** A controller signs in as the identity and writes the token into the Secret that the pod uses (Azure/msi-acrpull). */
function bindingCredential(
  binding: PullBinding,
  reference: ImageReference,
  facts: FactsIndex
): Credential {
  const { name, server, secretName, managedIdentity } = binding
  if (server.toLowerCase() !== reference.domain.toLowerCase())
    return broken(secretName, `AcrPullBinding ${name} makes it for ${server}`)
  if (managedIdentity === null)
    return hidden(
      secretName,
      `is made by AcrPullBinding ${name} with a workload identity, which the manifests do not tell`
    )
  const identity = facts.identity(managedIdentity)
  if (!identity.known)
    return {
      kind: 'unknown-identity',
      puller: { kind: 'pull-secret', objectId: null, name: secretName },
      cause: {
        kind: 'fact-missing',
        subject: `managed identity ${managedIdentity}`,
        reason: identity.reason
      },
      because: `AcrPullBinding ${name} pulls with managed identity ${managedIdentity}.`
    }
  const { objectId, tenantId } = identity.value
  const principal: Principal = {
    objectId,
    puller: { kind: 'pull-secret', objectId, name: secretName },
    kind: 'managed-identity',
    tenantId
  }
  return {
    kind: 'identity',
    principal,
    because: `AcrPullBinding ${name} fills pull secret ${secretName} as managed identity ${managedIdentity}.`
  }
}
