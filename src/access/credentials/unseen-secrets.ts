import type { ImageReference } from '../../kubernetes/image-reference.ts'
import type { Secret } from '../../kubernetes/manifests.ts'
import { keyringMatches } from '../../kubernetes/pull-secrets.ts'
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
  const namespaces = [...new Set(elsewhere.map(secret => secret.namespace))]
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

/** Whether a Secret may open the registry of an image, as far as the manifests tell. */
const mayCover = (secret: Secret, reference: ImageReference): boolean => {
  if (secret.problem !== null) return false
  if (secret.hidden) return secret.madeBy === null || looksLikePullSecret(secret)
  return keyringMatches(secret.entries, reference).some(({ complete }) => complete)
}

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

/** The pull secrets of a namespace that may open the registry of an image and that its pod does not name. */
export const secretHints = (
  namespace: string,
  reference: ImageReference,
  manifests: ManifestsIndex
): readonly SecretHint[] =>
  manifests
    .secretsIn(namespace)
    .filter(secret => mayCover(secret, reference))
    .map(secret => hintOf(secret, reference.domain, manifests.isNamed(secret)))

/** What changes pods, or the accounts that they run as, whatever namespace it stands in. */
export const changerHints = ({ podChangers }: ManifestsIndex): readonly SecretHint[] =>
  podChangers.map(({ text, location }) => ({
    text: `${text} (${placeOf(location)})`,
    secret: null
  }))
