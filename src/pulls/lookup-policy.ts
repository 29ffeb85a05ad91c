import type { ImageQuestion, LookupMode } from '../facts/images.ts'
import { wildcardMatches } from '../base/wildcard.ts'

/** What the absence of an answer from a registry means, and of which images absence says nothing. */
export type LookupPolicy = {
  readonly mode: LookupMode
  /** HOST/REPOSITORY:TAG with `*` for any text: images that are pushed after this run. */
  readonly expected: readonly string[]
  /** References that the deployment puts into the manifests, as written. */
  readonly set: readonly string[]
}

export const defaultLookup: LookupPolicy = { mode: 'auto', expected: [], set: [] }

export const isDigest = (reference: string): boolean => reference.includes(':')

/** As patterns of expected images mean it: by the digest and by the tag, where both are written. */
const fullTexts = (
  { registry, repository, reference }: ImageQuestion,
  tag: string | null
): readonly string[] => [
  `${registry}/${repository}${isDigest(reference) ? '@' : ':'}${reference}`,
  ...(tag === null ? [] : [`${registry}/${repository}:${tag}`])
]

/** Whoever leaves the tag out means all of them. */
const matchesPattern = (pattern: string, text: string): boolean =>
  wildcardMatches(pattern, text, null) ||
  (!/[:@]/.test(pattern.slice(pattern.lastIndexOf('/') + 1)) &&
    wildcardMatches(`${pattern}:*`, text, null))

/** Whether the image is pushed after the run: `image` as written, and what its registry is asked, if anything. */
export function isExpected(
  image: { readonly text: string; readonly tag: string | null },
  asked: ImageQuestion | null,
  { expected, set }: LookupPolicy
): boolean {
  if (set.includes(image.text)) return true
  if (asked === null) return false
  const texts = fullTexts(asked, image.tag)
  return expected.some(pattern => texts.some(text => matchesPattern(pattern, text)))
}
