import type { Finding, Severity } from '../checks/check.ts'
import type { Location } from '../yaml/location.ts'
import { jsonText, oneLine } from './escape.ts'
import { anchors } from './places.ts'
import { ranked } from './ranking.ts'
import type { Report } from './report.ts'

/** GitLab's words (GitLab docs, "Code Quality", report format); `blocker` is left to people. */
const severities: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  unknown: 'minor',
  note: 'info'
}

const description = ({ severity, message }: Finding): string =>
  oneLine(severity === 'unknown' ? `Unknown: ${message}` : message)

const entry = (finding: Finding, { file, line }: Location, fingerprint: string) => ({
  description: description(finding),
  check_name: finding.check,
  fingerprint,
  severity: severities[finding.severity],
  location: { path: oneLine(file), lines: { begin: line } }
})

/** Fingerprints must differ within a report, and a finding has several places, so all after the first are numbered. */
function numbered(): (fingerprint: string) => string {
  const seen = new Map<string, number>()
  return fingerprint => {
    const count = (seen.get(fingerprint) ?? 0) + 1
    seen.set(fingerprint, count)
    return count === 1 ? fingerprint : `${fingerprint}-${count}`
  }
}

/** GitLab Code Quality: one entry for each place of each finding. */
export function gitlabReport(report: Report): string {
  const anchor = anchors(report)
  const numberOf = numbered()
  return jsonText(
    ranked(report.findings).flatMap(finding => {
      const primary = anchor(finding)
      if (primary === null) return []
      return [primary, ...finding.locations.slice(1)].map(place =>
        entry(finding, place, numberOf(finding.fingerprint))
      )
    })
  )
}
