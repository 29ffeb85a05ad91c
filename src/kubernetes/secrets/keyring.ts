import { memoizeForObjects } from '../../base/memoize.ts'
import { wildcardMatches } from '../../base/wildcard.ts'
import type { ImageReference } from '../images/image-reference.ts'
import type { SecretEntry } from '../manifests.ts'

/** A host with globs, its port, and the beginning of a path. */
type Address = {
  readonly labels: readonly string[]
  readonly port: string
  readonly path: string
}

const splitPath = (address: string): readonly [authority: string, path: string] => {
  const slash = address.indexOf('/')
  return slash < 0 ? [address, ''] : [address.slice(0, slash), address.slice(slash)]
}

const addressOf = (address: string): Address => {
  const [authority, path] = splitPath(address)
  const colon = authority.lastIndexOf(':')
  const hasPort = colon >= 0 && !authority.includes(']', colon)
  const host = hasPort ? authority.slice(0, colon) : authority
  return { labels: host.split('.'), port: hasPort ? authority.slice(colon + 1) : '', path }
}

const ipv6Authority = /^\[[\dA-Fa-f:.]+\](?::\d*)?$/

/** What Go's url.Parse refuses before the path; the kubelet logs and ignores such a key. */
const isMalformed = (authority: string): boolean =>
  !ipv6Authority.test(authority) &&
  (/[\s\\^`{}|[\]\p{Cc}]/u.test(authority) || !/^\d*$/.test(addressOf(authority).port))

/**
 * What the kubelet files a key of a docker config under, or null where it ignores the key
 * (kubernetes pkg/credentialprovider/keyring.go, BasicDockerKeyring.Add).
 */
export const keyringKey = (written: string): string | null => {
  const [login, path] = splitPath(written.replace(/^https?:\/\//, '').replace(/[?#].*$/s, ''))
  const authority = login.slice(login.lastIndexOf('@') + 1)
  if (isMalformed(authority)) return null
  const effective = /^\/v[12]\//.test(path) ? path.slice('/v1'.length) : path
  return authority + (effective === '/' ? '' : effective)
}

/** keyring.go, URLsMatch: equal ports, as many labels, each label by its glob, and the path's beginning as text. */
const covers = (key: Address, target: Address): boolean =>
  key.port === target.port &&
  key.labels.length === target.labels.length &&
  target.path.startsWith(key.path) &&
  key.labels.every((label, index) => wildcardMatches(label, target.labels[index] ?? '', null))

const dockerHubKey = 'index.docker.io'

/** Once for each Secret, however many images it is tried for. */
const keyringOf = memoizeForObjects((entries: readonly SecretEntry[]) => {
  const keyring = new Map<string, SecretEntry[]>()
  for (const entry of entries) {
    const key = keyringKey(entry.key)
    if (key === null) continue
    const filed = keyring.get(key)
    if (filed === undefined) keyring.set(key, [entry])
    else filed.push(entry)
  }
  const keys = [...keyring.keys()].sort().reverse()
  return {
    inOrder: keys.map(key => ({ address: addressOf(key), filed: keyring.get(key) ?? [] })),
    forDockerHub: keyring.get(dockerHubKey) ?? []
  }
})

/**
 * The credentials that the kubelet tries for an image, in its order: longer keys before their beginnings, hosts
 * before globs. Docker Hub's own key counts only where no other matches (keyring.go, BasicDockerKeyring.Lookup).
 * Pass the entries of all pull secrets of a pod together: the kubelet makes one keyring of them.
 */
export const keyringMatches = (
  entries: readonly SecretEntry[],
  { domain, repository }: Pick<ImageReference, 'domain' | 'repository'>
): readonly SecretEntry[] => {
  const { inOrder, forDockerHub } = keyringOf(entries)
  const target = addressOf(`${domain}/${repository}`)
  const matches = inOrder
    .filter(({ address }) => covers(address, target))
    .flatMap(({ filed }) => filed)
  const isDockerHub = domain === 'docker.io' || domain === dockerHubKey
  return matches.length === 0 && isDockerHub ? forDockerHub : matches
}
