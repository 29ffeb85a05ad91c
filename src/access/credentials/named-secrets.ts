import { memoizeForObjects } from '../../base/memoize.ts'
import type { ImageReference } from '../../kubernetes/images/image-reference.ts'
import type { Secret } from '../../kubernetes/manifests.ts'
import { keyringMatches } from '../../kubernetes/secrets/pull-secrets.ts'
import type { ManifestsIndex } from '../manifests-index.ts'
import {
  brokenSecret,
  differsIn,
  faultySecret,
  hiddenSecret,
  mayBeIn,
  type Credential
} from './credentials.ts'
import { absentSecret, madeSecret } from './unseen-secrets.ts'

/** Where the name of a Secret stands, which says what of that name counts. */
export type Naming = {
  readonly name: string
  readonly namespace: string
  readonly file: string
  /** The images of the pod that lists it; null where others may get it too. */
  readonly images: readonly ImageReference[] | null
}

/** Hidden secrets beyond these say no more than one of them does: that nobody knows. */
const mostHidden = 20

export function fewHidden(credentials: readonly Credential[]): readonly Credential[] {
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

const undecodable = (name: string, why: string): Credential => ({
  kind: 'undecodable-secret',
  name,
  because: `Pull secret ${name} ends every pull of the pod, also with other credentials: ${why}.`
})

/** What a Secret that is named for a pull comes to. */
export function secretCredential(
  { name, namespace, file, images }: Naming,
  reference: ImageReference,
  manifests: ManifestsIndex
): Credential {
  const named = manifests.secret(namespace, name, file)
  if (named.kind === 'absent') return absentSecret(name, namespace, manifests)
  if (named.kind === 'ambiguous') return hiddenSecret(name, differsIn(named.files))
  if (named.kind === 'unread') return hiddenSecret(name, mayBeIn(named.file))
  if (named.kind === 'hidden')
    return (
      madeSecret(named.item) ??
      hiddenSecret(
        name,
        'is in the manifests without what it holds (encrypted, filled in later, or with more entries than are read); that is known to the cluster alone'
      )
    )
  const secret = named.item
  if (secret.problem !== null)
    return secret.problem.endsPull
      ? undecodable(name, secret.problem.text)
      : faultySecret(name, secret.problem.text)
  const entries = keyringMatches(secret.entries, reference)
  if (entries.length === 0)
    return isMeantFor(secret, reference, images)
      ? faultySecret(name, uncovered(secret, reference))
      : brokenSecret(name, uncovered(secret, reference))
  const complete = entries.filter(entry => entry.complete)
  const made = madeSecret(secret)
  if (made !== null) return made
  return complete.length === 0
    ? faultySecret(name, `its entry for ${reference.domain} has no user name or no password`)
    : { kind: 'pull-secret', secret, entries: complete }
}

/**
 * Whether a Secret that covers another host is a slip: that host bears the name of the registry, or is one of Azure that no
 * image of the pod comes from. One for Docker Hub, or of an account, may be there for other pods.
 */
function isMeantFor(
  { entries }: Secret,
  { domain }: ImageReference,
  images: Naming['images']
): boolean {
  const [name = ''] = domain.toLowerCase().split(/[.:]/)
  const hosts = entries.map(({ key }) => hostOf(key))
  if (hosts.some(host => host.split(/[.:]/)[0] === name)) return true
  return (
    images !== null &&
    images.length <= mostImages &&
    hosts.some(host => host.includes('azurecr')) &&
    !coversAny(images)(entries)
  )
}

/** Of one object; where there are more, nothing is taken for a slip. */
const mostImages = 1_000

const coversAny = memoizeForObjects((images: readonly ImageReference[]) =>
  memoizeForObjects((entries: Secret['entries']) =>
    images.some(image => keyringMatches(entries, image).length > 0)
  )
)

/** Without scheme and path, as people write it into a docker config. */
const hostOf = (key: string): string =>
  key
    .toLowerCase()
    .replace(/^[a-z]+:\/\//, '')
    .replace(/\/.*$/s, '')

/** Says how many, and not which: the content of a Secret is never printed. */
function uncovered({ entries }: Secret, { domain, repository }: ImageReference): string {
  if (entries.length === 0) return 'it has no entry'
  const none =
    entries.length === 1
      ? 'its entry does not cover'
      : `none of its ${entries.length} entries covers`
  return `${none} ${domain}/${repository}`
}
