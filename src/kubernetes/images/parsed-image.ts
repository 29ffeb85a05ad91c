import {
  defaultsTakenIn,
  maskPlaceholders,
  placeholdersIn,
  resolvePlaceholders,
  type Substitution,
  type Variables
} from '../placeholders/placeholders.ts'
import { fillWords } from '../placeholders/words.ts'
import {
  digestTrouble,
  invalid,
  longestReference,
  parseReference,
  splitPieces,
  type ImageReference,
  type ReferenceResult
} from './image-reference.ts'

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

/** The defaults of placeholders that decide from which registry and repository an image comes. */
export const assumedIn = (
  text: string,
  variables: Readonly<Record<string, string>>,
  substitution: Substitution | null
): readonly string[] =>
  defaultsTakenIn(text, variables, substitution).filter(written =>
    splitPieces(text.replaceAll(written, mask)).name.includes(mask)
  )
