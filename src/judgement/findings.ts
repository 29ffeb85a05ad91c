import type { Location } from '../yaml/location.ts'
import type { ImageClass, ImageUse } from '../kubernetes/images/image-use.ts'
import type {
  Check,
  CheckContext,
  Finding,
  FindingDraft,
  Fix,
  Remediation,
  Severity
} from '../checks/check.ts'
import { addressIn } from './registry-address.ts'
import { offered } from './offered-code.ts'
import { fingerprinted, type Found, type FoundPart } from './found.ts'

/** Highest severity that a finding may have for each class of image; `off` drops it. */
export type SeverityLimits = Readonly<Record<ImageClass, Severity | 'off'>>

const classes: readonly ImageClass[] = ['pod', 'container', 'field', 'mention']
const byClass = (one: ImageUse, other: ImageUse): number =>
  classes.indexOf(one.class) - classes.indexOf(other.class)
const ranks: readonly Severity[] = ['error', 'warning', 'note']

/** `unknown` is no degree of badness: only a mention, which nobody pulls, makes it a note. */
function limited(
  severity: Severity,
  limit: Severity | 'off',
  imageClass: ImageClass
): Severity | null {
  if (limit === 'off') return null
  if (severity === 'unknown') return imageClass === 'mention' ? 'note' : 'unknown'
  return lower(severity, limit)
}

const lower = (one: Severity, other: Severity): Severity =>
  ranks[Math.max(ranks.indexOf(one), ranks.indexOf(other))] ?? one

/** What a kustomization may still change is not surely deployed, as little as an image in some field is surely pulled. */
const limitFor = (
  { class: imageClass, unbuilt, unrendered, overridden }: ImageUse,
  limits: SeverityLimits
): Severity | 'off' => {
  const limit = limits[imageClass]
  const isWritten = unbuilt === null && unrendered === null && overridden === null
  return isWritten || limit === 'off' ? limit : lower(limit, 'warning')
}

const placeKey = ({ file, line, column }: Location): string => `${file}:${line}:${column}`

const distinct = (locations: readonly Location[]): readonly Location[] => [
  ...new Map(locations.map(location => [placeKey(location), location])).values()
]

/** A finding about one image speaks of the same registry as its verdict. */
function registryIn({ registry, image, uses }: FindingDraft): string | null {
  if (registry === undefined) return null
  return image === undefined ? registry : addressIn(registry, uses)
}

/** Where a finding is written, without the places of parts that it does not stand for. */
function locationsOf({ draft, parts }: Found, kept: readonly FoundPart[]): readonly Location[] {
  if (draft.locations === undefined || draft.uses.length === 0)
    return distinct(kept.flatMap(({ locations }) => locations))
  const keptParts = new Set(kept)
  const own = new Set(kept.flatMap(({ locations }) => locations).map(placeKey))
  const others = new Set(
    parts
      .filter(part => !keptParts.has(part))
      .flatMap(({ locations }) => locations)
      .map(placeKey)
  )
  return distinct(
    draft.locations.filter(place => own.has(placeKey(place)) || !others.has(placeKey(place)))
  )
}

/** A finding of all parts that something was found for, or of some of them. */
export function findingOf(
  found: Found,
  parts: readonly FoundPart[] = found.parts,
  standing: Pick<Finding, 'new' | 'suppressed'> = { new: null, suppressed: null }
): Finding {
  const { check, draft, severity, fingerprint } = found
  return {
    check: check.id,
    severity,
    message: draft.message,
    cluster: draft.cluster ?? null,
    registry: registryIn(draft),
    image: draft.image ?? null,
    nodePools: draft.nodePools ?? [],
    remediation: found.fixes,
    locations: locationsOf(found, parts),
    fingerprint,
    fingerprints: [...new Set(parts.map(part => part.fingerprint))],
    ...standing
  }
}

type Limited = Pick<Found, 'check' | 'draft' | 'severity'>

/** One draft may concern images of several classes: each severity that these allow gets its own finding. */
function* complete(check: Check, draft: FindingDraft, limits: SeverityLimits): Generator<Limited> {
  if (draft.uses.length === 0) {
    yield { check, draft, severity: draft.severity }
    return
  }
  const bySeverity = new Map<Severity, ImageUse[]>()
  for (const use of draft.uses.toSorted(byClass)) {
    const severity = limited(draft.severity, limitFor(use, limits), use.class)
    if (severity === null) continue
    const uses = bySeverity.get(severity) ?? []
    uses.push(use)
    bySeverity.set(severity, uses)
  }
  for (const [severity, uses] of bySeverity) yield { check, draft: { ...draft, uses }, severity }
}

/** Runs every check over the same pulls; what is found comes in the order of the checks. */
export const foundBy = (
  checks: readonly Check[],
  context: CheckContext,
  limits: SeverityLimits,
  accepted: Readonly<Record<string, Severity | 'off'>> = {}
): readonly Found[] => {
  const { infrastructure = [] } = context.manifests
  const fixes = (each: Remediation): readonly Fix[] => offered(each, infrastructure)
  return fingerprinted(
    checks.flatMap(check => {
      const limit = accepted[check.id]
      return limit === 'off'
        ? []
        : [...check.run(context)]
            .flatMap(draft => [...complete(check, draft, limits)])
            .map(found => (limit === undefined ? found : atMost(found, limit)))
            .map(found => ({ ...found, fixes: found.draft.remediation.flatMap(fixes) }))
    })
  )
}

/** What could not be found out stays open, however little it matters to somebody. */
const atMost = (found: Limited, limit: Severity): Limited =>
  found.severity === 'unknown' ? found : { ...found, severity: lower(found.severity, limit) }

/** The same as findings of a run that compares with nothing. */
export const judge = (...run: Parameters<typeof foundBy>): readonly Finding[] =>
  foundBy(...run).map(found => findingOf(found))
