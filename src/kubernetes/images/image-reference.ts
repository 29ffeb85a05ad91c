/** An image reference by the distribution grammar, normalised as container runtimes do. */
export type ImageReference = {
  /** Registry host with port, as written; `docker.io` when the text names none. */
  readonly domain: string
  /** Repository path, without domain, tag and digest. */
  readonly repository: string
  /** null when none is written (runtimes then pull `latest`), or when a placeholder stands in it. */
  readonly tag: string | null
  /** Decides when both are written; null also when a placeholder stands in it. */
  readonly digest: string | null
}

export type ReferenceResult =
  | { readonly ok: true; readonly reference: ImageReference }
  /** `reason` completes the sentence "'…' is no image reference: …". */
  | { readonly ok: false; readonly reason: string }

// The grammar is that of github.com/distribution/reference, regexp.go; the pieces are matched one by one,
// so that no pattern has two ways to match the same text and time stays linear on hostile strings.
const pathComponent = /^[a-z0-9]+(?:(?:[._]|__|-+)[a-z0-9]+)*$/
const hostLabel = /^[A-Za-z0-9](?:[A-Za-z0-9-]*[A-Za-z0-9])?$/
const ipv6Host = /^\[[A-Fa-f0-9:]+\]$/
export const portSuffix = /:[0-9]+$/
const tagPattern = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/
const identifier = /^[a-f0-9]{64}$/

/** Lower-case hex digits of the algorithms that go-digest offers (github.com/opencontainers/go-digest, algorithm.go). */
const digestLengths: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 }
const longestPath = 255
/** A host name has at most 253 characters (RFC 1035), a path 255, a tag 128 and a digest 135. */
export const longestReference = 1024

export const invalid = (reason: string): ReferenceResult => ({ ok: false, reason })

/** A piece of a text, short enough for a message. */
const excerpt = (text: string): string => (text.length > 80 ? `${text.slice(0, 77)}...` : text)

const isHost = (domain: string): boolean => {
  const host = domain.replace(portSuffix, '')
  return ipv6Host.test(host) || host.split('.').every(label => hostLabel.test(label))
}

type Pieces = {
  readonly name: string
  readonly tag: string | null
  readonly digest: string | null
}

/** A colon before the last slash belongs to a port. */
export const splitPieces = (text: string): Pieces => {
  const at = text.indexOf('@')
  const named = at < 0 ? text : text.slice(0, at)
  const colon = named.indexOf(':', named.lastIndexOf('/') + 1)
  return {
    name: colon < 0 ? named : named.slice(0, colon),
    tag: colon < 0 ? null : named.slice(colon + 1),
    digest: at < 0 ? null : text.slice(at + 1)
  }
}

/** Docker Hub's names: splitDockerDomain in github.com/distribution/reference, normalize.go. */
const splitDomain = (name: string): readonly [domain: string, path: string] => {
  const slash = name.indexOf('/')
  if (slash < 0) return ['docker.io', `library/${name}`]
  const first = name.slice(0, slash)
  const rest = name.slice(slash + 1)
  const isDomain = first === 'localhost' || /[.:]/.test(first) || first.toLowerCase() !== first
  if (!isDomain) return ['docker.io', name]
  if (first !== 'docker.io' && first !== 'index.docker.io') return [first, rest]
  return ['docker.io', rest.includes('/') ? rest : `library/${rest}`]
}

/** Controls, and what Unicode formats text with; pasted from web pages, and in no reference. */
const invisible = /[\p{Cc}\p{Cf}]/u

const plainTrouble = (text: string): string | null => {
  if (text.length > longestReference)
    return `it has ${text.length} characters, and no reference has more than ${longestReference}`
  if (text === '') return 'it is empty'
  if (text.trim() === '') return 'it is blank'
  if (/^\s/.test(text)) return 'a blank stands before it, which Kubernetes does not remove'
  if (/\s$/.test(text)) return 'a blank stands after it, which Kubernetes does not remove'
  const [unseen] = invisible.exec(text) ?? []
  return unseen === undefined
    ? null
    : `it holds the invisible character U+${(unseen.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`
}

const pathTrouble = (path: string): string | null => {
  if (path.toLowerCase() !== path) return `the repository '${excerpt(path)}' must be lower case`
  if (path.length > longestPath)
    return `the repository has ${path.length} characters, and ${longestPath} are allowed`
  const wrong = path.split('/').find(component => !pathComponent.test(component))
  if (wrong === undefined) return null
  return wrong === ''
    ? 'the repository has an empty part: a slash too many, or nothing behind the registry host'
    : `the repository part '${excerpt(wrong)}' may hold only letters, digits and single separators (. _ __ -) between them`
}

// A first part such as `foo_bar.example` is no host by the grammar, but two path components joined by a dot;
// the grammar then accepts the whole name without a domain, and containerd takes the first part for the host.
const domainTrouble = (domain: string): string | null =>
  isHost(domain) || pathComponent.test(domain)
    ? null
    : `'${excerpt(domain)}' is no registry host, which holds letters, digits, hyphens and dots, and perhaps a port`

const tagTrouble = (tag: string | null): string | null => {
  if (tag === null || tagPattern.test(tag)) return null
  if (tag === '') return 'nothing stands behind the colon of the tag'
  return `the tag '${excerpt(tag)}' may hold up to 128 letters, digits and _ . -, and does not begin with . or -`
}

export const digestTrouble = (digest: string | null): string | null => {
  if (digest === null) return null
  const colon = digest.indexOf(':')
  const algorithm = digest.slice(0, Math.max(colon, 0))
  const length = Object.hasOwn(digestLengths, algorithm) ? digestLengths[algorithm] : undefined
  if (length === undefined)
    return `the digest '${excerpt(digest)}' begins with no known algorithm (${Object.keys(digestLengths).join(', ')})`
  const hex = digest.slice(colon + 1)
  if (hex.length === length && /^[a-f0-9]*$/.test(hex)) return null
  return `a ${algorithm} digest has ${length} lower-case hexadecimal digits, and '${excerpt(hex)}' is not that`
}

/** One sentence for what is seen most, before the grammar names a detail. */
const schemeTrouble = (text: string): string | null => {
  const [scheme] = /^[A-Za-z][A-Za-z0-9+.-]*:\/\//.exec(text) ?? []
  return scheme === undefined ? null : `a reference has no scheme; leave out '${excerpt(scheme)}'`
}

/**
 * ParseNormalizedNamed of github.com/distribution/reference, normalize.go: what the kubelet does before any
 * pull (kubernetes/kubernetes pkg/kubelet/images/image_manager.go, applyDefaultImageTag).
 */
export const parseReference = (text: string): ReferenceResult => {
  const early = plainTrouble(text) ?? schemeTrouble(text)
  if (early !== null) return invalid(early)
  if (identifier.test(text))
    return invalid('64 hexadecimal digits are an image identifier, not a name')
  const { name, tag, digest } = splitPieces(text)
  if (name === '') return invalid('no repository stands before the tag or digest')
  const [domain, repository] = splitDomain(name)
  const trouble =
    domainTrouble(domain) ?? pathTrouble(repository) ?? tagTrouble(tag) ?? digestTrouble(digest)
  return trouble === null
    ? { ok: true, reference: { domain, repository, tag, digest } }
    : invalid(trouble)
}

/** The reference in full: with the host and path that a short name stands for. */
export const printReference = ({ domain, repository, tag, digest }: ImageReference): string =>
  `${domain}/${repository}${tag === null ? '' : `:${tag}`}${digest === null ? '' : `@${digest}`}`
