import type { Fix, Remediation, Suppression } from '../checks/check.ts'
import type { ReportSuppression } from '../reports/report.ts'
import type { Baseline, BaselineEntry } from '../settings/baseline-file.ts'
import type { IgnoreRule } from '../settings/ignore-rules.ts'
import type { SettingsUse } from '../settings/settings-use.ts'
import { knownIn } from './comparison.ts'
import { fingerprinted, type Found, type FoundPart } from './found.ts'
import { remarkOn, staleRemark } from './remarks.ts'
import type { Side } from './side.ts'
import { ruled, type Ruled, type Standing } from './standing.ts'
import { baselined, configured, writtenIn, type Suppressor } from './suppressors.ts'

/** What decides which findings count. */
export type RulingPolicy = {
  readonly ignore?: readonly IgnoreRule[]
  readonly known?: Baseline | null
  /** Whose comments and annotations count; absent: those of the manifests that are judged. */
  readonly trust?: 'base' | 'head'
  /** The day of the run, such as 2026-11-20. */
  readonly today?: string
  /** Whether only what is new counts. */
  readonly onlyNew?: boolean
  readonly settings: readonly SettingsUse[]
}

export type Rulings = {
  readonly ruled: readonly Ruled[]
  readonly suppressions: readonly ReportSuppression[]
}

const suppressionOf = ({ by, reason, place }: Suppression): Suppression => ({ by, reason, place })

/** What the comments and annotations of one side silence, by identity. */
function silencedIn(side: Side): ReadonlyMap<string, Suppression> {
  const own = writtenIn(side.judged.manifests)
  if (own.all.length === 0) return new Map()
  return new Map(
    side.found.flatMap(found =>
      found.parts.flatMap(part => {
        const by = own
          .at(part)
          .find(({ fault, silences }) => fault === null && silences(found, part))
        return by === undefined ? [] : [[part.identity, suppressionOf(by)] as const]
      })
    )
  )
}

const settingsFile = (settings: readonly SettingsUse[]): string | null =>
  settings.find(({ applied, keys }) => applied && keys.includes('ignore'))?.file ?? null

/** Who uses what: one list for the report, one count for the remarks. */
class Uses {
  readonly #told = new Map<string, ReportSuppression>()
  readonly #foundBy = new Map<string, Set<Found>>()
  readonly silenced = new Set<Suppressor>()
  readonly entries = new Set<BaselineEntry>()

  tell(
    suppression: Suppression,
    checks: readonly string[],
    found: Found,
    standing: Pick<ReportSuppression, 'added' | 'applied'>
  ): void {
    const of = suppressionOf(suppression)
    const key = JSON.stringify([of, checks, standing])
    const by = this.#foundBy.get(key) ?? new Set()
    by.add(found)
    this.#foundBy.set(key, by)
    this.#told.set(key, { ...of, checks, ...standing, findings: by.size })
  }

  get list(): readonly ReportSuppression[] {
    return [...this.#told.values()].toSorted(
      (one, other) => Number(other.added === true) - Number(one.added === true)
    )
  }
}

/** How everything that was found stands: against the base, and by what somebody suppressed. */
export function rulingsOn(side: Side, before: Side | null, policy: RulingPolicy): Rulings {
  const uses = new Uses()
  const own = writtenIn(side.judged.manifests)
  const config = configured(policy.ignore ?? [], settingsFile(policy.settings), policy.today ?? '')
  const inBase = before === null ? null : silencedIn(before)
  const baseline = policy.known == null ? null : baselined(policy.known)
  const isKnown = before === null ? null : knownIn(before.found)

  const firstOf = (all: readonly Suppressor[], found: Found, part: FoundPart) => {
    const matching = all.filter(each => each.fault === null && each.silences(found, part))
    for (const each of matching) uses.silenced.add(each)
    return matching[0] ?? null
  }

  const byManifests = (found: Found, part: FoundPart): Suppression | null => {
    const head = firstOf(own.at(part), found, part)
    const base = inBase?.get(part.identity) ?? null
    if (policy.trust === 'base') {
      if (base !== null)
        uses.tell(base, head?.checks ?? [found.check.id], found, { added: false, applied: true })
      else if (head !== null) uses.tell(head, head.checks, found, { added: true, applied: false })
      return base
    }
    if (head === null) return null
    const added = inBase === null ? null : base === null
    uses.tell(head, head.checks, found, { added, applied: true })
    return suppressionOf(head)
  }

  const byPolicy = (found: Found, part: FoundPart, entry: BaselineEntry | null) => {
    const rule = firstOf(config, found, part)
    if (rule !== null) {
      uses.tell(rule, rule.checks, found, { added: null, applied: true })
      return suppressionOf(rule)
    }
    if (entry === null || baseline === null) return null
    const suppression = baseline.suppressionBy(entry)
    uses.tell(suppression, [], found, { added: null, applied: true })
    return suppression
  }

  const isNew = (found: Found, part: FoundPart, entry: BaselineEntry | null): boolean | null => {
    if (policy.onlyNew === true) return isKnown === null ? null : !isKnown(found.severity, part)
    return baseline === null ? null : entry === null
  }

  const standingOf = (found: Found, part: FoundPart): Standing => {
    const entry = baseline?.entryOf(found, part) ?? null
    if (entry !== null) uses.entries.add(entry)
    const written = byManifests(found, part)
    return {
      new: isNew(found, part, entry),
      suppressed: written ?? byPolicy(found, part, entry)
    }
  }

  const judged = ruled(side.found, standingOf)
  const remarks = fingerprinted(
    [
      ...[...own.all, ...config].flatMap(each => remarkOn(each, uses.silenced.has(each)) ?? []),
      ...staleRemarks(policy, uses)
    ].map(remark => ({ ...remark, fixes: remark.draft.remediation.map(withoutCode) }))
  )
  return {
    ruled: [
      ...judged,
      ...ruled(remarks, () => ({
        new: policy.onlyNew === true && before !== null ? false : null,
        suppressed: null
      }))
    ],
    suppressions: uses.list
  }
}

/** What to do about a suppression is nothing for Terraform. */
const withoutCode = (remediation: Remediation): Fix => ({ ...remediation, code: null })

function staleRemarks({ known = null }: RulingPolicy, { entries }: Uses) {
  if (known === null) return []
  const gone = known.entries.length - entries.size
  return gone > 0 ? [staleRemark(known.file, gone)] : []
}
