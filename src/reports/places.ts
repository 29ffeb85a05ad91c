import type { Finding } from '../checks/check.ts'
import type { Location } from '../yaml/location.ts'
import type { Report, ReportUse } from './report.ts'

export const placeText = ({ file, line, column }: Location): string => `${file}:${line}:${column}`

/**
 * Where to show a finding in formats that demand a place: its own places, else an image that it concerns.
 * Null when the report has no place at all.
 */
export function anchors(report: Report): (finding: Finding) => Location | null {
  const first: Location | null =
    [...report.images, ...report.invalidImages].find(image => image.uses.length > 0)?.uses[0] ??
    null
  return finding => finding.locations[0] ?? useOf(report, finding) ?? first
}

/** Findings speak of the host, which is the same with and without a port. */
export const hostOf = (registry: string): string => registry.replace(/:[0-9]+$/, '')

function useOf(report: Report, finding: Finding): ReportUse | undefined {
  const concerned =
    report.images.find(image => image.reference === finding.image) ??
    report.images.find(
      ({ registry }) => finding.registry !== null && hostOf(registry) === hostOf(finding.registry)
    )
  return concerned?.uses[0]
}
