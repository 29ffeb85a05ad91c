import type { Fact } from '../facts/fact.ts'
import type { Cluster } from '../facts/facts.ts'
import type { OfferedVersion } from '../facts/related-resources/offered-versions.ts'
import { compareMinors } from '../kubernetes/kubernetes-version.ts'
import { firstLongTermMinor, supportCalendar, type SupportRow } from './support-calendar.ts'

/** `longTerm`: ARM supportPlan AKSLongTermSupport, on the Premium tier. */
export type SupportPlan = 'community' | 'longTerm'

export type Support =
  | { readonly kind: 'supported' }
  /** AKS lists what it offers in the region, and this minor is not among it. */
  | { readonly kind: 'not-offered' }
  /** `end` as the calendar has it, a month or a day; `before`: some time before it. */
  | { readonly kind: 'ended'; readonly end: string; readonly before: boolean }
  /** The calendar says nothing about this minor at this time. */
  | { readonly kind: 'not-listed' }

/** ARM `supportPlan`; absent means KubernetesOfficial. */
export const planOf = (cluster: Cluster): SupportPlan =>
  cluster.supportPlan?.toLowerCase() === 'akslongtermsupport' ? 'longTerm' : 'community'

const rows: readonly SupportRow[] = supportCalendar

const endOf = (row: SupportRow, plan: SupportPlan): string =>
  plan === 'longTerm' ? row.longTermEnd : row.communityEnd

/** Months and days compare as text: `2025-04-01` is past `2025-03`, `2025-03-31` is not. */
const isPast = (end: string, date: string): boolean => date.slice(0, end.length) > end

/** Ends follow the order of the minors, so an older minor than the first row ended before that row did. */
function supportBelowCalendar(first: SupportRow, minor: string, date: string, plan: SupportPlan) {
  const offered = plan === 'longTerm' && compareMinors(minor, firstLongTermMinor) >= 0
  const end = endOf(first, offered ? plan : 'community')
  return isPast(end, date)
    ? ({ kind: 'ended', end, before: true } as const)
    : ({ kind: 'not-listed' } as const)
}

/** Whether AKS supports a minor on a date (ISO 8601), by the calendar that ships with this program. */
export function supportOf(minor: string, date: string, plan: SupportPlan): Support {
  const listed = rows.find(row => row.minor === minor)
  if (listed !== undefined) {
    const end = endOf(listed, plan)
    return isPast(end, date) ? { kind: 'ended', end, before: false } : { kind: 'supported' }
  }
  const [first] = rows
  return first !== undefined && compareMinors(minor, first.minor) < 0
    ? supportBelowCalendar(first, minor, date, plan)
    : { kind: 'not-listed' }
}

const officialPlan = 'kubernetesofficial'
const longTermPlan = 'akslongtermsupport'

/** Versions of community support are under long-term support too; the list has both since 1.27 (AKS release notes 2024-04-28). */
const isOffered = (offered: readonly OfferedVersion[], minor: string, plan: SupportPlan): boolean =>
  offered
    .filter(version => version.minor === minor)
    .flatMap(({ supportPlans }) => supportPlans.map(each => each.toLowerCase()))
    .some(each => each === officialPlan || (plan === 'longTerm' && each === longTermPlan))

/** The minors of a plan that AKS offers today, previews apart, ascending. */
export const offeredMinors = (
  offered: readonly OfferedVersion[],
  plan: SupportPlan
): readonly string[] =>
  offered
    .filter(({ preview, minor }) => !preview && isOffered(offered, minor, plan))
    .map(({ minor }) => minor)
    .toSorted(compareMinors)

/** The same by what AKS offers today, where it told; the calendar then only says since when. */
export function supportNow(
  minor: string,
  date: string,
  plan: SupportPlan,
  offered: Fact<readonly OfferedVersion[]> | null
): Support {
  const listed = supportOf(minor, date, plan)
  if (offered?.known !== true) return listed
  if (isOffered(offered.value, minor, plan)) return { kind: 'supported' }
  return listed.kind === 'ended' ? listed : { kind: 'not-offered' }
}

/** Minors that are confirmed to be generally available, the newest first. */
export const newestMinors: readonly string[] = rows
  .filter(row => row.planned !== true)
  .map(row => row.minor)
  .toReversed()

/** Minors that are generally available and supported on the date, ascending. */
export const supportedMinors = (date: string, plan: SupportPlan): readonly string[] =>
  rows
    .filter(row => row.planned !== true && row.generallyAvailable <= date.slice(0, 7))
    .filter(row => !isPast(endOf(row, plan), date))
    .map(row => row.minor)
