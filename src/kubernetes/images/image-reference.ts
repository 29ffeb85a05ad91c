import {
  defaultsTakenIn,
  maskPlaceholders,
  placeholdersIn,
  resolvePlaceholders,
  type Substitution,
  type Variables
} from '../placeholders/placeholders.ts'
import { fillWords } from '../placeholders/words.ts'

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

/** What an image text turned out to be. */
export type ParsedImage =
  | { readonly kind: 'reference'; readonly text: string; readonly reference: ImageReference }
  /** Kubernetes refuses it before any pull (InvalidImageName). */
  | { readonly kind: 'invalid'; readonly text: string; readonly reason: string }
  /** The registry or repository part holds a placeholder that nothing resolved. */
  | { readonly kind: 'unresolved'; readonly text: string; readonly placeholder: string }
  /** A text that names a registry host and no complete reference (class mention only). */
  | { readonly kind: 'registry'; readonly text: string; readonly host: string }

/** The same for texts that stand for the same image: with placeholders, one text can stand for several. */
export const imageKey = (image: ParsedImage): string => {
  if (image.kind !== 'reference') return `${image.kind} ${image.text}`
  const { domain, repository, tag, digest } = image.reference
  return [image.text, domain, repository, tag, digest].join(' ')
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
const portSuffix = /:[0-9]+$/
const tagPattern = /^[A-Za-z0-9_][A-Za-z0-9_.-]{0,127}$/
const identifier = /^[a-f0-9]{64}$/

/** Lower-case hex digits of the algorithms that go-digest offers (github.com/opencontainers/go-digest, algorithm.go). */
const digestLengths: Readonly<Record<string, number>> = { sha256: 64, sha384: 96, sha512: 128 }
const longestPath = 255
/** A host name has at most 253 characters (RFC 1035), a path 255, a tag 128 and a digest 135. */
const longestReference = 1024

const invalid = (reason: string): ReferenceResult => ({ ok: false, reason })

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
const splitPieces = (text: string): Pieces => {
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

const digestTrouble = (digest: string | null): string | null => {
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

const mask = '\0'

/** A piece that is not known before its placeholder is filled in. */
const known = (piece: string | null): string | null =>
  piece?.includes(mask) === true ? null : piece

/** So long that nobody takes it for the text itself, and short enough to be said again and again. */
const shownCut = (text: string): string => `${text.slice(0, 200)}… (${text.length} characters)`

const parsedImage = (text: string, result: ReferenceResult): ParsedImage =>
  result.ok
    ? { kind: 'reference', text, reference: result.reference }
    : { kind: 'invalid', text, reason: result.reason }

/** Placeholders in tag and digest do not matter; any other hides what is pulled. */
const parseAround = (text: string, resolved: string, masked: string): ParsedImage => {
  const { name, tag, digest } = splitPieces(masked)
  const hidden = name.indexOf(mask)
  if (hidden >= 0) {
    const placeholder = placeholdersIn(resolved).find(found => resolved.startsWith(found, hidden))
    return { kind: 'unresolved', text, placeholder: placeholder ?? resolved }
  }
  const named = parseReference(tag === null ? name : `${name}:${tag.replaceAll(mask, 'x')}`)
  if (!named.ok) return parsedImage(text, named)
  const trouble = digestTrouble(known(digest))
  if (trouble !== null) return parsedImage(text, invalid(trouble))
  const reference = { ...named.reference, tag: known(tag), digest: known(digest) }
  return { kind: 'reference', text, reference }
}

/**
 * What an image text means once the known placeholders are filled in; `text` stays as written. What is given fills all
 * forms, `substitution` only those of the controller that deploys the text.
 * `__X__` is also legal inside a repository and a tag, so it is first taken as it stands.
 */
export const parseImage = (
  text: string,
  given: Variables,
  substitution: Substitution | null = null
): ParsedImage => {
  if (text.length > longestReference) return parsedImage(shownCut(text), parseReference(text))
  const { text: resolved, unresolved } = resolvePlaceholders(text, given, substitution)
  const { text: filled, open } = fillWords(resolved, given)
  if (open !== null) return { kind: 'unresolved', text, placeholder: open }
  if (unresolved.length === 0) return parsedImage(text, parseReference(filled))
  const literal = parseAround(text, filled, maskPlaceholders(filled, mask, 'unmistakable'))
  return literal.kind === 'invalid'
    ? parseAround(text, filled, maskPlaceholders(filled, mask, 'all'))
    : literal
}

/** The registry host as Azure and the kubelet's matching know it: lower case, without port. */
export const registryHost = ({ domain }: ImageReference): string =>
  domain.replace(portSuffix, '').toLowerCase()

/** The same with the port as written: `localhost` and `localhost:5000` are two registries. */
export const registryAddress = ({ domain }: ImageReference): string => domain.toLowerCase()

/** Microsoft Artifact Registry, from where AKS takes its own images. */
export const microsoftRegistry = 'mcr.microsoft.com'

/** Azure's clouds: public, China, US government, and Germany, which kubelets still know (cloud-provider-azure, azure_credentials.go). */
export const azureRegistrySuffixes: readonly string[] = [
  'azurecr.io',
  'azurecr.cn',
  'azurecr.us',
  'azurecr.de'
]

// learn.microsoft.com, "Azure Container Registry: regional endpoints" (`name.region.geo.`) and
// "domain name label" (`name-hash.`); `name.region.data.` are blob endpoints, never an image's host.
const azureName = /^[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+\.geo)?$/

/** Whether a host (lower case, without port) is a container registry of a cloud with these suffixes. */
export const isAzureRegistryHost = (host: string, suffixes: readonly string[]): boolean =>
  suffixes.some(suffix => {
    const ending = `.${suffix.replace(/^\./, '').toLowerCase()}`
    return host.endsWith(ending) && azureName.test(host.slice(0, -ending.length))
  })

/** The defaults of placeholders that decide from which registry and repository an image comes. */
export const assumedIn = (
  text: string,
  variables: Readonly<Record<string, string>>,
  substitution: Substitution | null
): readonly string[] =>
  defaultsTakenIn(text, variables, substitution).filter(written =>
    splitPieces(text.replaceAll(written, mask)).name.includes(mask)
  )
