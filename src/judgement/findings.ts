import type { Location } from '../yaml/location.ts'
import type { ImageClass, ImageUse } from '../kubernetes/images/image-use.ts'
import type { Check, CheckContext, Finding, FindingDraft, Severity } from '../checks/check.ts'
import { addressIn } from './registry-address.ts'
import { fingerprint } from '../base/fingerprint.ts'

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
  { class: imageClass, unbuilt, unrendered }: ImageUse,
  limits: SeverityLimits
): Severity | 'off' => {
  const limit = limits[imageClass]
  const isWritten = unbuilt === null && unrendered === null
  return isWritten || limit === 'off' ? limit : lower(limit, 'warning')
}

const objectOf = (use: ImageUse): string =>
  [
    use.workload.apiVersion,
    use.workload.kind,
    use.workload.namespace ?? '',
    use.workload.name,
    use.container?.type ?? '',
    use.container?.name ?? ''
  ].join('/')

function identity(check: Check, draft: FindingDraft, locations: readonly Location[]): string {
  const objects = draft.uses.map(objectOf)
  const places = objects.length > 0 ? objects : locations.map(location => location.file)
  return fingerprint([
    check.id,
    ...new Set(places.toSorted()),
    draft.image ?? draft.message,
    draft.registry ?? '',
    (draft.cluster ?? '').toLowerCase()
  ])
}

function distinct(locations: readonly Location[]): readonly Location[] {
  const key = (location: Location) => `${location.file}:${location.line}:${location.column}`
  return [...new Map(locations.map(location => [key(location), location])).values()]
}

/** A finding about one image speaks of the same registry as its verdict. */
function registryIn({ registry, image, uses }: FindingDraft): string | null {
  if (registry === undefined) return null
  return image === undefined ? registry : addressIn(registry, uses)
}

function finding(check: Check, draft: FindingDraft, severity: Severity): Finding {
  const locations = distinct(
    draft.locations ?? [
      ...draft.uses.map(use => use.location),
      ...draft.uses.flatMap(use => use.related)
    ]
  )
  return {
    check: check.id,
    severity,
    message: draft.message,
    cluster: draft.cluster ?? null,
    registry: registryIn(draft),
    image: draft.image ?? null,
    nodePools: draft.nodePools ?? [],
    remediation: draft.remediation,
    locations,
    fingerprint: identity(check, draft, locations),
    suppressed: null
  }
}

/** One draft may concern images of several classes: each severity that these allow gets its own finding. */
function* complete(check: Check, draft: FindingDraft, limits: SeverityLimits): Generator<Finding> {
  if (draft.uses.length === 0) {
    yield finding(check, draft, draft.severity)
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
  for (const [severity, uses] of bySeverity) yield finding(check, { ...draft, uses }, severity)
}

/** Runs every check over the same pulls; the findings come in the order of the checks. */
export const judge = (
  checks: readonly Check[],
  context: CheckContext,
  limits: SeverityLimits,
  accepted: Readonly<Record<string, Severity | 'off'>> = {}
): readonly Finding[] =>
  checks.flatMap(check => {
    const limit = accepted[check.id]
    return limit === 'off'
      ? []
      : [...check.run(context)]
          .flatMap(draft => [...complete(check, draft, limits)])
          .map(found => (limit === undefined ? found : atMost(found, limit)))
  })

/** What could not be found out stays open, however little it matters to somebody. */
const atMost = (finding: Finding, limit: Severity): Finding =>
  finding.severity === 'unknown'
    ? finding
    : { ...finding, severity: lower(finding.severity, limit) }
