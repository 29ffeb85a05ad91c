import { groupBy } from '../base/group-by.ts'
import { resourceName } from '../base/resource-id.ts'
import { wildcardMatches } from '../base/wildcard.ts'
import type { Suppression } from '../checks/check.ts'
import { registryHost } from '../kubernetes/images/registry-host.ts'
import type { Manifests } from '../kubernetes/manifests.ts'
import type { WrittenSuppression } from '../kubernetes/suppressions.ts'
import type { Location } from '../yaml/location.ts'
import type { Baseline, BaselineEntry } from '../settings/baseline-file.ts'
import type { IgnoreRule } from '../settings/ignore-rules.ts'
import type { Found, FoundPart } from './found.ts'

/** What somebody wrote so that findings do not count. */
export type Suppressor = Suppression & {
  readonly checks: readonly string[]
  readonly location: Location | null
  /** Why it does not count itself; null: it does. */
  readonly fault: 'no-reason' | 'expired' | null
  readonly silences: (found: Found, part: FoundPart) => boolean
}

const placeOf = ({ file, line }: Location): Suppression['place'] => ({ file, line })

const isFor = (checks: readonly string[], { check }: Found): boolean =>
  checks.length === 0 || checks.includes(check.id)

const written = (
  by: 'comment' | 'annotation',
  { checks, reason, location }: WrittenSuppression
): Suppressor => ({
  by,
  checks,
  reason,
  place: placeOf(location),
  location,
  fault: reason === '' ? 'no-reason' : null,
  silences: found => isFor(checks, found)
})

const keyOf = ({ location: { file, line, column }, checks }: WrittenSuppression): string =>
  [file, line, column, ...checks].join('\n')

/** What the manifests say, and which of it is for a part, in the same order. */
export type Written = {
  readonly all: readonly Suppressor[]
  readonly at: (part: FoundPart) => readonly Suppressor[]
}

/**
 * Those of the manifests: a comment is for what stands at its line, an annotation for its object. Both are looked up by their place,
 * for a stranger may write thousands beside thousands of images.
 */
export function writtenIn({ comments = [], uses }: Manifests): Written {
  const ofComments = comments.map(comment => ({ comment, suppressor: written('comment', comment) }))
  const byLine = groupBy(
    ofComments.flatMap(({ comment, suppressor }) =>
      comment.lines.map(line => ({
        key: lineKey({ file: comment.location.file, line }),
        suppressor
      }))
    ),
    ({ key }) => key
  )
  const annotations = new Map<string, Suppressor>()
  for (const each of uses.flatMap(({ suppressions = [] }) => suppressions))
    if (!annotations.has(keyOf(each))) annotations.set(keyOf(each), written('annotation', each))
  const all = [...ofComments.map(({ suppressor }) => suppressor), ...annotations.values()]
  const order = new Map(all.map((each, index) => [each, index]))
  const place = (each: Suppressor): number => order.get(each) ?? 0
  return {
    all,
    at: ({ locations, use }) =>
      [
        ...new Set([
          ...locations
            .flatMap(location => byLine.get(lineKey(location)) ?? [])
            .map(each => each.suppressor),
          ...(use?.suppressions ?? []).flatMap(each => annotations.get(keyOf(each)) ?? [])
        ])
      ].toSorted((one, other) => place(one) - place(other))
  }
}

const lineKey = ({ file, line }: Pick<Location, 'file' | 'line'>): string => `${line} ${file}`

/** A pattern without tag is for all of them. */
const imageMatches = (pattern: string, image: string): boolean =>
  wildcardMatches(pattern, image, null) ||
  wildcardMatches(`${pattern}:*`, image, null) ||
  wildcardMatches(`${pattern}@*`, image, null)

const clusterMatches = (pattern: string, cluster: string): boolean =>
  [cluster, resourceName(cluster)].some(text =>
    wildcardMatches(pattern.toLowerCase(), text.toLowerCase(), null)
  )

const hostOf = ({ draft }: Found, { use }: FoundPart): string | null =>
  draft.registry?.replace(/:\d+$/, '') ??
  (use?.image.kind === 'reference' ? registryHost(use.image.reference) : null)

function ruleMatches(rule: IgnoreRule, found: Found, part: FoundPart): boolean {
  const image = part.use?.image.text ?? found.draft.image
  const { cluster } = found.draft
  return (
    isFor(rule.checks, found) &&
    (rule.registry === null || rule.registry === hostOf(found, part)) &&
    (rule.image === null || (image !== undefined && imageMatches(rule.image, image))) &&
    (rule.cluster === null || (cluster !== undefined && clusterMatches(rule.cluster, cluster))) &&
    (rule.paths.length === 0 ||
      part.locations.some(({ file }) => rule.paths.some(path => wildcardMatches(path, file, null))))
  )
}

const dueOf = ({ reason, expires }: IgnoreRule, today: string): Suppressor['fault'] => {
  if (reason === '') return 'no-reason'
  return expires !== null && expires < today ? 'expired' : null
}

/** Those of the settings; `file` is where they stand, as far as anybody knows. */
export const configured = (
  rules: readonly IgnoreRule[],
  file: string | null,
  today: string
): readonly Suppressor[] =>
  rules.map(rule => ({
    by: 'config',
    checks: rule.checks,
    reason: rule.reason,
    place: file === null ? null : { file, line: 1 },
    location: null,
    fault: dueOf(rule, today),
    silences: (found, part) => ruleMatches(rule, found, part)
  }))

const isSame = (entry: BaselineEntry, { check }: Found, part: FoundPart): boolean =>
  entry.fingerprint === part.fingerprint &&
  (check.isAboutTag !== true || entry.image === (part.use?.image.text ?? entry.image))

const knownWithoutReason = 'known before'

/** Those of the baseline, by fingerprint. */
export function baselined({ file, entries }: Baseline): {
  readonly entryOf: (found: Found, part: FoundPart) => BaselineEntry | null
  readonly suppressionBy: (entry: BaselineEntry) => Suppression
} {
  const byPrint = new Map<string, BaselineEntry[]>()
  for (const entry of entries) {
    const same = byPrint.get(entry.fingerprint)
    if (same === undefined) byPrint.set(entry.fingerprint, [entry])
    else same.push(entry)
  }
  return {
    entryOf: (found, part) =>
      byPrint.get(part.fingerprint)?.find(entry => isSame(entry, found, part)) ?? null,
    suppressionBy: ({ reason }) => ({
      by: 'baseline',
      reason: reason ?? knownWithoutReason,
      place: { file, line: 1 }
    })
  }
}
