import type { Finding, Severity } from '../checks/check.ts'
import type { Location } from '../kubernetes/location.ts'
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

/** Fingerprints must differ within a report, so every place after the first numbers its own. */
const entry = (finding: Finding, { file, line }: Location, index: number) => ({
  description: description(finding),
  check_name: finding.check,
  fingerprint: index === 0 ? finding.fingerprint : `${finding.fingerprint}-${index + 1}`,
  severity: severities[finding.severity],
  location: { path: oneLine(file), lines: { begin: line } }
})

/** GitLab Code Quality: one entry for each place of each finding. */
export function gitlabReport(report: Report): string {
  const anchor = anchors(report)
  return jsonText(
    ranked(report.findings).flatMap(finding => {
      const primary = anchor(finding)
      if (primary === null) return []
      return [primary, ...finding.locations.slice(1)].map((place, index) =>
        entry(finding, place, index)
      )
    })
  )
}
