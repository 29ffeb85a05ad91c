import type {
  Location as SarifLocation,
  Log,
  Notification,
  ReportingDescriptor,
  Result,
  Run
} from 'sarif'
import { project } from '../base/project.ts'
import type { Finding, Severity } from '../checks/check.ts'
import type { Location } from '../yaml/location.ts'
import { gapText, notEverythingRead } from './coverage.ts'
import { jsonText } from './json-pieces.ts'
import { clipped, linkTarget, oneLine, pathInUrl, visibleLines } from './escape.ts'
import { failuresOf, type Failure } from './failures.ts'
import { anchors } from './places.ts'
import { ranked } from './ranking.ts'
import type { Gap, Report, ReportCheck } from './report.ts'
import { headline } from './wording/words.ts'

/** Limits of code scanning (github/docs, code-security, "SARIF support for code scanning"). */
const mostRelatedLocations = 100
const longestDescription = 1024

/**
 * SARIF asks for level `none` beside any kind but `fail` (2.1.0, 3.27.10), and code scanning, which knows levels and no
 * kinds, hides what has none. So every result is of kind `fail`; that one is an unknown stands in its property `severity`.
 */
const levels: Readonly<Record<Severity, Result.level>> = {
  error: 'error',
  warning: 'warning',
  unknown: 'warning',
  note: 'note'
}

/** SARIF 2.1.0 for code scanning and SARIF viewers. */
export function sarifReport(report: Report): string {
  const log: Log = {
    $schema: 'https://json.schemastore.org/sarif-2.1.0.json',
    version: '2.1.0',
    runs: [run(report)]
  }
  return jsonText(log)
}

function run(report: Report): Run {
  const ids = [...new Set(report.findings.map(finding => finding.check))].toSorted()
  const anchor = anchors(report)
  const findings = ranked(report.findings)
  const failures = failuresOf(report)
  return {
    tool: {
      driver: {
        name: report.tool.name,
        version: report.tool.version,
        semanticVersion: report.tool.version,
        informationUri: project.url,
        rules: ids.map(id => rule(id, report.checks[id]))
      }
    },
    automationDetails: { id: `${report.tool.name}/` },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: failures.length === 0,
        ...(report.error === null ? {} : { exitCode: report.error.exitCode }),
        toolExecutionNotifications: [
          ...failures.map(failureNotification),
          ...report.coverage.map(unreadNotification),
          ...findings.filter(finding => anchor(finding) === null).map(notification)
        ]
      }
    ],
    results: findings.flatMap(finding => {
      const place = anchor(finding)
      return place === null ? [] : result(finding, place, ids.indexOf(finding.check))
    }),
    properties: {
      conclusion: report.summary.conclusion,
      headline: headline(report),
      factsCollectedAt: report.facts.collectedAt,
      notProven: report.notProven,
      notAsked: report.notAsked
    }
  }
}

const pascalCase = (id: string): string =>
  id.replace(/(?:^|-)(\w)/g, (_match, letter: string) => letter.toUpperCase())

/** Code scanning demands all four texts, and shows `help`, not `helpUri`. */
function rule(id: string, check: ReportCheck | undefined): ReportingDescriptor {
  const title = check?.title ?? id
  const rationale = visibleLines(check?.rationale ?? title).join('\n')
  const references = check?.references ?? []
  const helpUri = linkTarget(check?.url ?? '')
  return {
    id,
    name: pascalCase(id),
    shortDescription: { text: clipped(oneLine(title), longestDescription) },
    fullDescription: { text: clipped(oneLine(rationale), longestDescription) },
    help: {
      text: [rationale, ...references.map(({ title, url }) => `${title}: ${url}`)].join('\n\n'),
      markdown: [rationale, ...references.map(({ title, url }) => `- [${title}](${url})`)].join(
        '\n\n'
      )
    },
    ...(helpUri === null ? {} : { helpUri }),
    properties: { tags: ['azure', 'container-registry', 'kubernetes'], precision: 'very-high' }
  }
}

/**
 * `[text](target)` would be an embedded link (SARIF 2.1.0, 3.11.6). Every bracket is escaped: viewers find links by patterns
 * of their own, some knowing no escapes, so that no `](` may be left. A backslash before a bracket would use its escape up. `{0}` would ask for an argument (3.11.5).
 */
const plainMessage = (text: string): string =>
  visibleLines(text)
    .join('\n')
    .replace(/(?<!\\)(\\*)([[\]()])/g, String.raw`$1$1\$2`)
    .replace(/\{\d+\}/g, '{$&}')

const messageText = ({ message, remediation }: Finding): string =>
  [
    message,
    ...remediation.map(({ description, command }) =>
      command === null ? description : `${description}\n${command}`
    )
  ].join('\n\n')

function result(finding: Finding, place: Location, ruleIndex: number): Result {
  const related = finding.locations.slice(1, 1 + mostRelatedLocations)
  return {
    ruleId: finding.check,
    ruleIndex,
    kind: 'fail',
    level: levels[finding.severity],
    message: { text: plainMessage(messageText(finding)) },
    locations: [location(place)],
    ...(related.length === 0 ? {} : { relatedLocations: related.map(alsoAt) }),
    partialFingerprints: { 'acrPullCheck/v1': finding.fingerprint },
    suppressions: suppressionsOf(finding),
    ...(finding.new === null ? {} : { baselineState: finding.new ? 'new' : 'unchanged' }),
    properties: {
      severity: finding.severity,
      cluster: finding.cluster,
      registry: finding.registry,
      image: finding.image,
      nodePools: finding.nodePools,
      remediation: finding.remediation
    }
  }
}

/** On every result, because a run that has them on some says that it knows of all (SARIF 2.1.0, 3.27.23). */
const suppressionsOf = ({ suppressed }: Finding): NonNullable<Result['suppressions']> =>
  suppressed === null
    ? []
    : [
        {
          kind:
            suppressed.by === 'comment' || suppressed.by === 'annotation' ? 'inSource' : 'external',
          justification: oneLine(suppressed.reason)
        }
      ]

const location = (place: Location): SarifLocation => ({
  physicalLocation: {
    artifactLocation: { uri: pathInUrl(place.file), uriBaseId: '%SRCROOT%' },
    region: {
      startLine: place.line,
      startColumn: place.column,
      endLine: place.endLine,
      endColumn: place.endColumn
    }
  }
})

const alsoAt = (place: Location, index: number): SarifLocation => ({
  id: index + 1,
  message: { text: 'also here' },
  ...location(place)
})

const failureNotification = ({ kind, message }: Failure): Notification => ({
  descriptor: { id: kind },
  level: 'error',
  message: { text: plainMessage(message) }
})

/** What stayed unread is no result of an analysis, and says how far the results reach. */
const unreadNotification = (gap: Gap): Notification => ({
  descriptor: { id: `coverage/${gap.kind}` },
  level: 'warning',
  message: { text: plainMessage(`${notEverythingRead}: ${gapText(gap)}`) },
  locations: [
    {
      physicalLocation: {
        artifactLocation: { uri: pathInUrl(gap.file), uriBaseId: '%SRCROOT%' },
        region: { startLine: gap.line }
      }
    }
  ]
})

/** A finding without any place, which a result may not be. */
const notification = (finding: Finding): Notification => ({
  descriptor: { id: finding.check },
  level: levels[finding.severity],
  message: { text: plainMessage(messageText(finding)) }
})
