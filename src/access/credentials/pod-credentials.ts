import type { ImageReference } from '../../kubernetes/image-reference.ts'
import type { ImageUse, PodContext } from '../../kubernetes/image-use.ts'
import type { Secret, ServiceAccount } from '../../kubernetes/manifests.ts'
import { keyringMatches } from '../../kubernetes/pull-secrets.ts'
import { bindingCredential, fills, mayFill } from './binding-credentials.ts'
import { brokenSecret, differsIn, hiddenSecret, type Credential } from './credentials.ts'
import type { FactsIndex } from '../facts-index.ts'
import { pullIdentityOf, type ManifestsIndex, type NamedSecret } from '../manifests-index.ts'

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
  const lists = use.pod.imagePullSecrets.length > 0
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
      ...(lists && ownSecrets(use.pod).length === 0 ? [namelessSecrets(account)] : []),
      ...fewHidden(
        secrets
          .filter(({ name }) => !concerned.some(binding => fills(binding, name)))
          .map(({ name, named }) => secretCredential(name, named, reference))
      ),
      ...concerned.map(binding => bindingCredential(binding, reference, facts)),
      ...(lists || account.hidden === null ? [] : [hiddenAccount(account, account.hidden)])
    ],
    assumptions:
      lists || account.found !== null || account.hidden !== null ? [] : [assumedDefault(account)]
  }
}

/** Hidden secrets beyond these say no more than one of them does: that nobody knows. */
const mostHidden = 20

function fewHidden(credentials: readonly Credential[]): readonly Credential[] {
  let hidden = 0
  const kept = credentials.filter(({ kind }) => kind !== 'hidden-secret' || ++hidden <= mostHidden)
  const left = credentials.length - kept.length
  return left === 0
    ? credentials
    : [
        ...kept,
        hiddenSecret(`${left} more`, 'are not in the manifests, or written in several ways')
      ]
}

/** What the manifests hold of the pull secrets that a pod gets: its own, or else those of its service account. */
export function pullSecretsOf(
  use: ImageUse,
  manifests: ManifestsIndex
): readonly { readonly name: string; readonly named: NamedSecret }[] {
  if (use.pod === null) return []
  const account = accountOf(use, use.pod, manifests)
  const listed =
    use.pod.imagePullSecrets.length > 0
      ? use.pod.imagePullSecrets
      : (account.found?.imagePullSecrets ?? [])
  return listed.filter(isNamed).map(name => ({
    name,
    named: manifests.secret(account.namespace, name, use.location.file)
  }))
}

/** The kubelet passes over an entry without a name (kubernetes kubelet_pods.go, getPullSecretsForPod). */
const isNamed = (name: string): boolean => name.trim() !== ''

/** The names of the pull secrets that the pod itself lists. */
const ownSecrets = ({ imagePullSecrets }: PodContext): readonly string[] =>
  imagePullSecrets.filter(isNamed)

/** Helm renders a value that is not set so; the list has an entry, and admission leaves it as it is. */
const namelessSecrets = ({ name, namespace }: PodAccount): Credential => ({
  kind: 'broken-secret',
  because: `The pod lists a pull secret without a name, which the kubelet passes over; because its list is not empty, those of service account ${name}${inNamespace(namespace)} are not added.`
})

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

const hiddenAccount = ({ name, namespace }: PodAccount, why: string): Credential => ({
  kind: 'hidden-account',
  name,
  because: `Service account ${name}${inNamespace(namespace)} ${why}; in the cluster it may have pull secrets.`
})

const undecodable = (name: string, why: string): Credential => ({
  kind: 'undecodable-secret',
  name,
  because: `Pull secret ${name} ends every pull of the pod, also with other credentials: ${why}.`
})

function secretCredential(name: string, named: NamedSecret, reference: ImageReference): Credential {
  if (named.kind === 'absent')
    return hiddenSecret(
      name,
      'is not in the manifests; what it holds is known to the cluster alone'
    )
  if (named.kind === 'ambiguous') return hiddenSecret(name, differsIn(named.files))
  if (named.kind === 'hidden')
    return hiddenSecret(
      name,
      'is in the manifests without what it holds (encrypted, filled in later, or with more entries than are read); that is known to the cluster alone'
    )
  const secret = named.item
  if (secret.problem !== null)
    return secret.problem.endsPull
      ? undecodable(name, secret.problem.text)
      : brokenSecret(name, secret.problem.text)
  const entries = keyringMatches(secret.entries, reference)
  if (entries.length === 0) return brokenSecret(name, uncovered(secret, reference))
  const complete = entries.filter(entry => entry.complete)
  return complete.length === 0
    ? brokenSecret(name, `its entry for ${reference.domain} has no user name or no password`)
    : { kind: 'pull-secret', secret, entries: complete }
}

/** Says how many, and not which: the content of a Secret is never printed. */
function uncovered({ entries }: Secret, { domain, repository }: ImageReference): string {
  if (entries.length === 0) return 'it has no entry'
  const none =
    entries.length === 1
      ? 'its entry does not cover'
      : `none of its ${entries.length} entries covers`
  return `${none} ${domain}/${repository}`
}
