import type { ImageReference } from '../kubernetes/image-reference.ts'
import type {
  ImageUse,
  PodContext,
  PullBinding,
  Secret,
  ServiceAccount
} from '../kubernetes/manifests.ts'
import { keyringMatches } from '../kubernetes/pull-secrets.ts'
import type { Principal } from './access.ts'
import type { Credential } from './credentials.ts'
import type { FactsIndex } from './facts-index.ts'
import { pullIdentityOf, type ManifestsIndex, type Named, type Nearest } from './manifests-index.ts'

/** The service account of a pod, as far as the manifests tell. */
export type PodAccount = {
  readonly namespace: string
  readonly name: string
  /** null: it is hidden, or taken to add nothing. */
  readonly found: ServiceAccount | null
  /** Why only the cluster knows what it adds, as a clause; null where it was found, or is assumed to add nothing. */
  readonly hidden: string | null
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

function accountOf(
  { workload, location }: ImageUse,
  pod: PodContext,
  manifests: ManifestsIndex
): PodAccount {
  const namespace = workload.namespace ?? ''
  const name = pod.serviceAccountName ?? defaultAccount
  const named = manifests.serviceAccount(namespace, name, location.file)
  const account = { namespace, name, found: null, hidden: null }
  switch (named.kind) {
    case 'found':
      return { ...account, found: named.item }
    case 'ambiguous':
      return { ...account, hidden: differsIn(named.files) }
    case 'absent':
      return pod.serviceAccountName === null
        ? account
        : { ...account, hidden: 'is not in the manifests' }
  }
}

const differsIn = (files: readonly string[]): string =>
  `is written in several ways (${files.join(', ')}), and which of them is deployed with the pod is not known`

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
  if (use.pod === null) return withoutPod(use)
  const account = accountOf(use, use.pod, manifests)
  const secrets = pullSecretsOf(use, manifests)
  const lists = ownSecrets(use.pod).length > 0
  const concerned = manifests.bindings(account.namespace, use.location.file).filter(binding =>
    mayFill(
      binding,
      secrets.map(({ name }) => name),
      lists ? null : account.name
    )
  )
  return {
    account,
    pullIdentity: pullIdentityOf(account.found),
    credentials: [
      ...secrets
        .filter(({ name }) => !concerned.some(binding => fills(binding, name)))
        .map(({ name, named }) => secretCredential(name, named, reference)),
      ...concerned.map(binding => bindingCredential(binding, reference, facts)),
      ...(lists || account.hidden === null ? [] : [hiddenAccount(account, account.hidden)])
    ],
    assumptions:
      lists || account.found !== null || account.hidden !== null ? [] : [assumedDefault(account)]
  }
}

/** What the manifests hold of the pull secrets that a pod gets: its own, or else those of its service account. */
export function pullSecretsOf(
  use: ImageUse,
  manifests: ManifestsIndex
): readonly { readonly name: string; readonly named: Named<Secret> }[] {
  if (use.pod === null) return []
  const own = ownSecrets(use.pod)
  const account = accountOf(use, use.pod, manifests)
  const names = own.length > 0 ? own : (account.found?.imagePullSecrets ?? [])
  return names.map(name => ({
    name,
    named: manifests.secret(account.namespace, name, use.location.file)
  }))
}

/** The names of the pull secrets that the pod itself lists. */
const ownSecrets = ({ imagePullSecrets }: PodContext): readonly string[] =>
  imagePullSecrets.filter(name => name.trim() !== '')

/**
 * A container outside of a PodSpec becomes part of a pod that something else describes, with an account of its choice
 * (a TaskRun, a Workflow, the pod that a sidecar goes into). What is only named like an image may be for no pod at all.
 */
const withoutPod = (use: ImageUse): PodCredentials => ({
  account: null,
  pullIdentity: null,
  credentials: use.class === 'container' ? [unknownAccount] : [],
  assumptions: use.class === 'container' ? [] : [noPodSpec]
})

const unknownAccount: Credential = {
  kind: 'hidden-account',
  name: null,
  because:
    'No PodSpec surrounds the container; the object that makes a pod of it may bring a service account and pull secrets.'
}

const fills = (binding: Nearest<PullBinding>, secret: string): boolean =>
  binding.kind === 'found' && binding.item.secretName === secret

/** Whether a binding fills one of these secrets, or adds its own to this account; maybe where it is written in several ways. */
const mayFill = (
  binding: Nearest<PullBinding>,
  secrets: readonly string[],
  account: string | null
): boolean =>
  binding.kind === 'ambiguous' ||
  secrets.includes(binding.item.secretName) ||
  binding.item.serviceAccountName === account

const hiddenAccount = ({ name, namespace }: PodAccount, why: string): Credential => ({
  kind: 'hidden-account',
  name,
  because: `Service account ${name}${inNamespace(namespace)} ${why}; in the cluster it may have pull secrets.`
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

const undecodable = (name: string, why: string): Credential => ({
  kind: 'undecodable-secret',
  name,
  because: `Pull secret ${name} ends every pull of the pod, also with other credentials: ${why}.`
})

function secretCredential(
  name: string,
  named: Named<Secret>,
  reference: ImageReference
): Credential {
  if (named.kind === 'absent')
    return hidden(name, 'is not in the manifests; what it holds is known to the cluster alone')
  if (named.kind === 'ambiguous') return hidden(name, differsIn(named.files))
  const secret = named.item
  if (secret.problem !== null)
    return secret.problem.endsPull
      ? undecodable(name, secret.problem.text)
      : broken(name, secret.problem.text)
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
  named: Nearest<PullBinding>,
  reference: ImageReference,
  facts: FactsIndex
): Credential {
  if (named.kind === 'ambiguous')
    return hidden(`of AcrPullBinding ${named.name}`, differsIn(named.files))
  const { name, server, secretName, managedIdentity, repositories } = named.item
  if (server.toLowerCase() !== reference.domain.toLowerCase())
    return broken(secretName, `AcrPullBinding ${name} makes it for ${server}`)
  if (repositories === null)
    return hidden(secretName, `is made by AcrPullBinding ${name} for a scope that cannot be read`)
  if (repositories !== 'all' && !repositories.includes(reference.repository))
    return broken(
      secretName,
      `the scope of AcrPullBinding ${name} does not let it pull ${reference.repository}`
    )
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
