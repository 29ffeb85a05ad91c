import { counts } from './wording/left-out.ts'
import type { Finding, Severity } from '../checks/check.ts'
import type { Location } from '../yaml/location.ts'
import { firstGaps, gapText, notEverythingRead } from './coverage.ts'
import { inertWords, oneLine, pipelineData, pipelineProperty, visibleLines } from './escape.ts'
import { failuresOf, type Failure } from './failures.ts'
import { placeText } from './places.ts'
import { ranked } from './ranking.ts'
import type { Report } from './report.ts'
import { nowhere, type Surroundings } from './surroundings.ts'
import { findingCounts, headline, lookedAt } from './wording/words.ts'

/** The portal links only absolute paths, and takes the path of a summary that way too (Azure Pipelines docs, "Logging commands"). */
export type AzurePipelinesOptions = Pick<Surroundings, 'root' | 'markdownFile'>

/** `task.logissue` knows two types; a note is a plain line of the log. */
const types: Readonly<Record<Severity, 'error' | 'warning' | null>> = {
  error: 'error',
  warning: 'warning',
  unknown: 'warning',
  note: null
}

/** Logging commands for the findings, then the outcome in plain lines. */
export function azurePipelinesReport(
  report: Report,
  { root, markdownFile }: AzurePipelinesOptions = nowhere
): string {
  const lines = [
    ...failuresOf(report).map(errorIssue),
    ...ranked(report.findings.filter(counts)).flatMap(finding => issues(finding, root)),
    ...unread(report),
    plainLine(`${report.summary.conclusion}: ${headline(report)}`),
    plainLine(`${findingCounts(report.summary)}; looked at ${lookedAt(report.summary)}`),
    ...(markdownFile === null
      ? []
      : [`##vso[task.uploadsummary]${pipelineData(plainLine(markdownFile))}`])
  ]
  return `${lines.join('\n')}\n`
}

const errorIssue = ({ message }: Failure): string =>
  `##vso[task.logissue type=error]${pipelineData(plainLine(message))}`

const mostGaps = 100

/** The findings warn of most of them already: what stays unread is said once, before the outcome. */
function unread(report: Report): readonly string[] {
  const { gaps, more } = firstGaps(report, mostGaps)
  return [
    ...gaps.map(gap => plainLine(`${notEverythingRead}: ${gapText(gap)}`)),
    ...(more === null ? [] : [plainLine(more)])
  ]
}

const plainLine = (text: string): string => inertWords(oneLine(text))

/** What is wrong, then every fix with its command; line feeds travel escaped. */
function messageOf({ severity, message, remediation }: Finding): string {
  const lines = [
    oneLine(severity === 'unknown' ? `Unknown: ${message}` : message),
    ...remediation.flatMap(({ description, command }) => [
      oneLine(description),
      ...(command === null ? [] : visibleLines(command))
    ])
  ]
  return inertWords(lines.join('\n'))
}

function issues(finding: Finding, root: string | null): readonly string[] {
  const type = types[finding.severity]
  if (type === null) return [plainLine(noteText(finding))]
  const places = finding.locations.length === 0 ? [null] : finding.locations
  return places.map(place => {
    const properties = [
      ['type', type],
      ...(place === null ? [] : placeProperties(place, root)),
      ['code', plainLine(finding.check)]
    ]
    const text = properties.map(([name, value]) => `${name}=${pipelineProperty(value)}`).join(';')
    return `##vso[task.logissue ${text}]${pipelineData(messageOf(finding))}`
  })
}

function noteText(finding: Finding): string {
  const [primary] = finding.locations
  const place = primary === undefined ? '' : ` ${placeText(primary)}`
  return `note${place} ${finding.message} [${finding.check}]`
}

function placeProperties(
  { file, line, column }: Location,
  root: string | null
): readonly (readonly [string, string])[] {
  const path = root === null ? file : `${root.replace(/(?<![\\/])[\\/]+$/, '')}/${file}`
  return [
    ['sourcepath', plainLine(path)],
    ['linenumber', String(line)],
    ['columnnumber', String(column)]
  ]
}
