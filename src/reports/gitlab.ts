import type { Finding, Fix, Severity } from '../checks/check.ts'
import type { Location } from '../yaml/location.ts'
import { gapText, notEverythingRead } from './coverage.ts'
import { oneLine } from './escape.ts'
import { failuresOf, type Failure } from './failures.ts'
import { jsonText } from './json-pieces.ts'
import { anchors } from './places.ts'
import { ranked } from './ranking.ts'
import type { Gap, Report } from './report.ts'

/** GitLab's words (GitLab docs, "Code Quality", report format); `blocker` is left to people. */
const severities: Readonly<Record<Severity, string>> = {
  error: 'critical',
  warning: 'major',
  unknown: 'minor',
  note: 'info'
}

const fixText = ({ description, command }: Fix): string =>
  command === null ? description : `${description} ${command}`

/** The widget shows the description and nothing else, so the fix stands in it. */
const description = ({ severity, message, remediation }: Finding): string => {
  const fixes = remediation.map(fixText).join(' ')
  const trouble = severity === 'unknown' ? `Unknown: ${message}` : message
  return oneLine(fixes === '' ? trouble : `${trouble}. Fix: ${fixes}`)
}

const entry = (finding: Finding, { file, line }: Location, fingerprint: string) => ({
  description: description(finding),
  check_name: finding.check,
  fingerprint,
  severity: severities[finding.severity],
  location: { path: oneLine(file), lines: { begin: line } }
})

/** What was not read is told here too: a widget of Code Quality shows nothing but entries. */
const unread = (gap: Gap) => ({
  description: oneLine(`${notEverythingRead}: ${gapText(gap)}`),
  check_name: `coverage-${gap.kind}`,
  severity: severities.unknown,
  location: { path: oneLine(gap.file), lines: { begin: gap.line } }
})

/** An entry must name a path: the run as a whole has that of the repository. */
const failure = ({ kind, name, message }: Failure) => ({
  description: oneLine(message),
  check_name: kind,
  severity: severities.error,
  location: { path: '.', lines: { begin: 1 } },
  fingerprint: oneLine(`${kind}/${name}`)
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

/** GitLab Code Quality: one entry for what was not read each, then one for each place of each finding. */
export function gitlabReport(report: Report): string {
  const anchor = anchors(report)
  const numberOf = numbered()
  const gaps = report.coverage.map(gap => ({
    ...unread(gap),
    fingerprint: numberOf(oneLine(`coverage/${gap.kind}/${gap.file}`))
  }))
  return jsonText([
    ...failuresOf(report).map(failure),
    ...gaps,
    ...ranked(report.findings.filter(({ suppressed }) => suppressed === null)).flatMap(finding => {
      const primary = anchor(finding)
      if (primary === null) return []
      return [primary, ...finding.locations.slice(1)].map(place =>
        entry(finding, place, numberOf(finding.fingerprint))
      )
    })
  ])
}
