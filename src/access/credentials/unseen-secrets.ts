import type { ImageReference } from '../../kubernetes/images/image-reference.ts'
import type { ImageUse } from '../../kubernetes/images/image-use.ts'
import type { Secret } from '../../kubernetes/manifests.ts'
import { keyringMatches } from '../../kubernetes/secrets/pull-secrets.ts'
import { memoize, memoizeForObjects } from '../../base/memoize.ts'
import { listText } from '../../base/sentences.ts'
import type { ManifestsIndex } from '../manifests-index.ts'
import type { SecretHint } from '../pull-access.ts'
import { hiddenSecret, type Credential } from './credentials.ts'

/** FILE:LINE, as people find it. */
export const placeOf = ({ file, line }: Secret['location']): string => `${file}:${line}`

/** A Secret that a pod names and that is not in the manifests of its namespace. */
export function absentSecret(
  name: string,
  namespace: string,
  manifests: ManifestsIndex
): Credential {
  const elsewhere = manifests.secretsElsewhere(namespace, name)
  const [first] = elsewhere
  if (first === undefined)
    return hiddenSecret(
      name,
      'is not in the manifests; what it holds is known to the cluster alone'
    )
  const namespaces = [...new Set(elsewhere.slice(0, mostHints).map(secret => secret.namespace))]
  const place = placeOf(first.location)
  return hiddenSecret(
    name,
    `stands in namespace ${listText(namespaces)} (${place}), and only one of namespace ${namespace} counts; whether the cluster has that is known to the cluster alone`,
    { kind: 'other-namespace', wanted: namespace, namespaces, place }
  )
}

/** A Secret that a controller fills in; null where it stands in the manifests itself. */
export function madeSecret({ name, madeBy, location }: Secret): Credential | null {
  if (madeBy === null) return null
  const place = placeOf(location)
  return hiddenSecret(
    name,
    `is made by ${madeBy} (${place}) in the cluster, and what it holds is known to the cluster alone`,
    { kind: 'made', by: madeBy, place }
  )
}

/** Whether a Secret may open a registry, as far as the manifests tell; for which of its repositories is not looked at. */
const mayCover = (secret: Secret, registry: ImageReference): boolean => {
  if (secret.problem !== null) return false
  if (secret.hidden) return secret.madeBy === null || looksLikePullSecret(secret)
  const hosts = secret.entries.map(entry => ({ ...entry, key: withoutPath(entry.key) }))
  return keyringMatches(hosts, registry).some(({ complete }) => complete)
}

const withoutPath = (key: string): string => key.replace(/^([a-z]+:\/\/)?([^/]*)\/.*$/is, '$1$2')

/** Most Secrets that controllers make have nothing to do with pulls, and many do not tell their type. */
const looksLikePullSecret = ({ name, type }: Secret): boolean =>
  type.startsWith('kubernetes.io/dockerc') || /pull|registry|regcred|docker|acr/i.test(name)

const hintOf = (secret: Secret, host: string, named: boolean): SecretHint => {
  const made = secret.madeBy === null ? '' : `, which ${secret.madeBy} makes,`
  const where = `pull secret ${secret.name} (${placeOf(secret.location)})${made}`
  const nobody = named ? 'this pod does not name it' : 'no pod names it'
  return {
    text: secret.hidden
      ? `${where} may be for ${host}, and ${nobody}`
      : `${where} covers ${host}, and ${nobody}`,
    secret: secret.name
  }
}

/** A reader looks at no more of them. */
const mostHints = 5

/** The pull secrets of a namespace that may open a registry and that a pod there does not name. */
export const secretHints = (
  namespace: string,
  { domain }: ImageReference,
  manifests: ManifestsIndex
): readonly SecretHint[] => hintsIn(manifests)(namespace)(domain)

/** Once for each namespace and registry, however many pods there are. */
const hintsIn = memoizeForObjects((manifests: ManifestsIndex) =>
  memoize((namespace: string) =>
    memoize((domain: string): readonly SecretHint[] => {
      const registry = { domain, repository: '', tag: null, digest: null }
      return manifests
        .secretsIn(namespace)
        .filter(secret => mayCover(secret, registry))
        .slice(0, mostHints)
        .map(secret => hintOf(secret, domain, manifests.isNamed(secret)))
    })
  )
)

/**
 * What gives a pod, or the account that it runs as, a pull secret which no manifest shows. Those of an account come only
 * into a pod that lists none (kubernetes serviceaccount/admission.go).
 */
export const changerHints = (use: ImageUse, manifests: ManifestsIndex): readonly SecretHint[] =>
  manifests
    .changersOf(use)
    .filter(
      ({ changes }) =>
        changes.has('pull secrets') ||
        (changes.has('accounts') && (use.pod?.imagePullSecrets.length ?? 0) === 0)
    )
    .slice(0, mostHints)
    .map(({ text, location }) => ({ text: `${text} (${placeOf(location)})`, secret: null }))

/** What in sight may give a pod a pull secret that its manifest does not show; none where there is nothing. */
export const hintedSecret = (hints: readonly SecretHint[]): readonly Credential[] =>
  hints.length === 0
    ? []
    : [
        {
          kind: 'hinted-secret',
          hints,
          because: `The pod may get a pull secret in the cluster that its manifest does not show: ${hints.map(({ text }) => text).join('; ')}.`
        }
      ]
