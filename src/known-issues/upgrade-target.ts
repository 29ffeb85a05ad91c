import { fixedPatch } from './fix-table.ts'
import type { FixRow, FixTable } from './known-issue.ts'
import { compareMinors } from '../kubernetes/kubernetes-version.ts'
import { supportedMinors, supportOf, type SupportPlan } from './support.ts'

/** Where an upgrade of an affected pool leads. */
export type UpgradeTarget =
  | { readonly kind: 'node-image' }
  /** A patch of the pool's own minor, which AKS may still offer. */
  | { readonly kind: 'patch'; readonly version: string }
  /** Another minor; `fixedFrom` is the lowest with the fix, `minor` the lowest of those that AKS supports. */
  | { readonly kind: 'minor'; readonly fixedFrom: string; readonly minor: string | null }

/** The patch to name for a row: the first fixed one, or what replaces it where it cannot be used. */
export const patchToTake = (row: FixRow): string | null => row.upgradeTo ?? fixedPatch(row)

const hasFix = (row: FixRow): boolean => row.fixed !== 'none'

/** A fix table ends with a fixed row, so the last row is a sure fallback. */
const lowestFixedMinor = (issue: FixTable, above: string): string =>
  (
    issue.fixes.find(row => hasFix(row) && compareMinors(row.minor, above) >= 0) ??
    issue.fixes.at(-1) ??
    issue.fixes[0]
  ).minor

/** `row` is the row of the fix table that the pool's version falls into. */
export function upgradeTarget(
  issue: FixTable,
  row: FixRow,
  date: string,
  plan: SupportPlan
): UpgradeTarget {
  if (row.fixed === 'any') return { kind: 'node-image' }
  const patch = patchToTake(row)
  if (patch !== null && supportOf(row.minor, date, plan).kind !== 'ended')
    return { kind: 'patch', version: patch }
  const fixedFrom = lowestFixedMinor(issue, row.minor)
  const offered = supportedMinors(date, plan).find(minor => compareMinors(minor, fixedFrom) >= 0)
  return { kind: 'minor', fixedFrom, minor: offered ?? null }
}
