import type { ImageReference } from '../../kubernetes/images/image-reference.ts'
import type { ImageUse, PodContext } from '../../kubernetes/images/image-use.ts'
import type { ServiceAccount } from '../../kubernetes/manifests.ts'
import { bindingCredential, fills, mayFill } from './binding-credentials.ts'
import { differsIn, mayBeIn, type Credential } from './credentials.ts'
import { fewHidden, secretCredential } from './named-secrets.ts'
import { changerHints, hintedSecret, secretHints } from './unseen-secrets.ts'
import { withoutPod } from './unwritten-pods.ts'
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
  const isAssumed = name === defaultAccount && manifests.defaultAccount === 'empty'
  const named = manifests.serviceAccount(namespace, name, location.file)
  const account = { namespace, name, found: null, hidden: null }
  switch (named.kind) {
    case 'found':
      return { ...account, found: named.item }
    case 'ambiguous':
      return { ...account, hidden: differsIn(named.files) }
    case 'unread':
      return { ...account, hidden: mayBeIn(named.file) }
    case 'absent':
      return isAssumed ? account : { ...account, hidden: 'is not in the manifests' }
  }
}

/** Empty for objects that name no namespace. */
const inNamespace = (namespace: string): string =>
  namespace === '' ? '' : ` of namespace ${namespace}`

/** A pod that names no account and one that names `default` are the same (kubernetes serviceaccount/admission.go). */
const assumedDefault = ({ namespace }: PodAccount): string =>
  `The pod runs as account default${inNamespace(namespace)}, which is not in the manifests; it is assumed to add nothing to the pull.`

/** What was taken for granted, and what in the manifests speaks against it. */
const doubts = (
  use: ImageUse,
  namesNothing: boolean,
  reference: ImageReference,
  manifests: ManifestsIndex
): readonly Credential[] =>
  hintedSecret([
    ...(namesNothing ? secretHints(use.workload.namespace ?? '', reference, manifests) : []),
    ...changerHints(use, manifests)
  ])

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
  if (use.pod === null)
    return { account: null, pullIdentity: null, ...withoutPod(use, reference, manifests) }
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
  const isAssumed = account.found === null && account.hidden === null
  return {
    account,
    pullIdentity: pullIdentityOf(account.found),
    credentials: [
      ...(lists && ownSecrets(use.pod).length === 0 ? [namelessSecrets(account)] : []),
      ...fewHidden(
        secrets
          .filter(({ name }) => !concerned.some(binding => fills(binding, name)))
          .map(({ name }) =>
            secretCredential(
              {
                name,
                namespace: account.namespace,
                file: use.location.file,
                images: lists ? manifests.imagesOf(use) : null
              },
              reference,
              manifests
            )
          )
      ),
      ...concerned.map(binding => bindingCredential(binding, reference, facts)),
      ...(lists || account.hidden === null ? [] : [hiddenAccount(account, account.hidden)]),
      ...doubts(use, isAssumed && !lists, reference, manifests)
    ],
    assumptions: lists || !isAssumed ? [] : [assumedDefault(account)]
  }
}

/** What the manifests hold of the pull secrets that a pod gets: its own, or else those of its service account. */
export function pullSecretsOf(
  use: ImageUse,
  manifests: ManifestsIndex
): readonly { readonly name: string; readonly named: NamedSecret }[] {
  const namespace = use.workload.namespace ?? ''
  return pullSecretNames(use, manifests).map(name => ({
    name,
    named: manifests.secret(namespace, name, use.location.file)
  }))
}

/** Their names alone, of which there may be any number. */
export function pullSecretNames(use: ImageUse, manifests: ManifestsIndex): readonly string[] {
  if (use.pod === null) return []
  const listed =
    use.pod.imagePullSecrets.length > 0
      ? use.pod.imagePullSecrets
      : (accountOf(use, use.pod, manifests).found?.imagePullSecrets ?? [])
  return listed.filter(isNamed)
}

/** The names of all pull secrets that are looked up for a pull, also where no PodSpec lists them. */
export const secretNamesFor = (use: ImageUse, manifests: ManifestsIndex): readonly string[] =>
  use.pod === null ? (use.beside?.pullSecrets ?? []) : pullSecretNames(use, manifests)

/** How much of the manifests is looked through to know what the pod brings to a pull. */
export function lookUpsFor(use: ImageUse, manifests: ManifestsIndex): number {
  if (use.pod === null) return secretNamesFor(use, manifests).length
  const secrets = pullSecretsOf(use, manifests).map(({ named }) =>
    named.kind === 'found' ? 1 + named.item.entries.length : 1
  )
  const namespace = use.workload.namespace ?? ''
  const { length: bindings } = manifests.bindings(namespace, use.location.file)
  const isAssumed =
    use.pod.imagePullSecrets.length === 0 && accountOf(use, use.pod, manifests).found === null
  const others = isAssumed
    ? manifests.secretsIn(namespace).map(({ entries }) => 1 + entries.length)
    : []
  return [...secrets, ...others].reduce((sum, count) => sum + count, bindings + manifests.changers)
}

/** The kubelet passes over an entry without a name (kubernetes kubelet_pods.go, getPullSecretsForPod). */
const isNamed = (name: string): boolean => name.trim() !== ''

/** The names of the pull secrets that the pod itself lists. */
const ownSecrets = ({ imagePullSecrets }: PodContext): readonly string[] =>
  imagePullSecrets.filter(isNamed)

/** Helm renders a value that is not set so; the list has an entry, and admission leaves it as it is. */
const namelessSecrets = ({ name, namespace }: PodAccount): Credential => ({
  kind: 'broken-secret',
  fault: null,
  because: `The pod lists a pull secret without a name, which the kubelet passes over; because its list is not empty, those of service account ${name}${inNamespace(namespace)} are not added.`
})

const hiddenAccount = ({ name, namespace }: PodAccount, why: string): Credential => ({
  kind: 'hidden-account',
  name,
  because: `Service account ${name}${inNamespace(namespace)} ${why}; in the cluster it may have pull secrets.`
})
