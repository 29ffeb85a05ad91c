import type { Finding, Severity } from '../checks/check.ts'
import type { Location } from '../yaml/location.ts'

/** From what blocks to what is good to know; a missing answer weighs less than a known defect, more than a note. */
export const severities: readonly Severity[] = ['error', 'warning', 'unknown', 'note']

const byText = (left: string, right: string): number => (left < right ? -1 : left > right ? 1 : 0)

const byLocation = (left: Location, right: Location): number =>
  byText(left.file, right.file) || left.line - right.line || left.column - right.column

/** Findings without a place come after those that have one. */
function byPlace(left: Location | undefined, right: Location | undefined): number {
  if (left !== undefined && right !== undefined) return byLocation(left, right)
  return Number(left === undefined) - Number(right === undefined)
}

export const bySeverity = (left: Severity, right: Severity): number =>
  severities.indexOf(left) - severities.indexOf(right)

/** Severity, then primary file and line; findings that tie keep the order of the checks. */
export const ranked = (findings: readonly Finding[]): readonly Finding[] =>
  findings.toSorted(
    (left, right) =>
      bySeverity(left.severity, right.severity) || byPlace(left.locations[0], right.locations[0])
  )
