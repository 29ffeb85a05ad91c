import { groupBy } from '../base/group-by.ts'
import type { Finding, Severity } from '../checks/check.ts'
import type { Location } from '../yaml/location.ts'
import { firstGaps, gapText, notEverythingRead } from './coverage.ts'
import { clipped, oneLine, visibleLines } from './escape.ts'
import { failuresOf, type Failure } from './failures.ts'
import { counts } from './wording/left-out.ts'
import { anchors } from './places.ts'
import { ranked } from './ranking.ts'
import type { Report } from './report.ts'
import { headline } from './wording/words.ts'

export type AnnotationLevel = 'error' | 'warning' | 'notice'

/** What GitHub shows at a line, as a value: neither escaped for a command nor for the API. */
export type Annotation = {
  readonly level: AnnotationLevel
  readonly title: string
  /** Several lines: what is wrong, how to fix it, where it is explained. */
  readonly message: string
  /** Null when the report names no place at all. */
  readonly location: Location | null
}

/** The runner cuts longer messages off (actions/runner, src/Runner.Worker/ExecutionContext.cs). */
const longestMessage = 4096
/** Of a check run's annotation (REST API, "Create a check run"). */
const longestTitle = 255

/** An unknown neither passes nor fails, but a person must see it: GitHub has no fourth level. */
const levels: Readonly<Record<Severity, AnnotationLevel>> = {
  error: 'error',
  warning: 'warning',
  unknown: 'warning',
  note: 'notice'
}

type Sighting = { readonly finding: Finding; readonly location: Location | null }

/** Every place of every finding: first all primary places by rank, then the other places. */
function sightings(report: Report): readonly Sighting[] {
  const anchor = anchors(report)
  const findings = ranked(report.findings.filter(counts))
  return [
    ...findings.map(finding => ({ finding, location: anchor(finding) })),
    ...findings.flatMap(finding =>
      finding.locations.slice(1).map(location => ({ finding, location }))
    )
  ]
}

const keyOf = ({ finding, location }: Sighting): string =>
  JSON.stringify([
    finding.severity,
    finding.check,
    location?.file,
    location?.line,
    location?.column
  ])

/** A fleet gives one check many findings at one image, one for each cluster: they share an annotation. */
function shared(all: readonly Sighting[]): readonly (readonly [Sighting, ...Sighting[]])[] {
  const places = new Map<string, [Sighting, ...Sighting[]]>()
  for (const sighting of all) {
    const same = places.get(keyOf(sighting))
    if (same === undefined) places.set(keyOf(sighting), [sighting])
    else same.push(sighting)
  }
  return [...places.values()]
}

const distinct = (texts: readonly string[]): readonly string[] => [...new Set(texts)]

function messageOf(report: Report, findings: readonly Finding[]): string {
  const remediation = findings.flatMap(finding => finding.remediation)
  const fixes = remediation.map(({ description, command }) =>
    command === null ? description : `${description}\n${visibleLines(command).join('\n')}`
  )
  const paragraphs = [
    distinct(findings.map(finding => oneLine(finding.message))).join('\n'),
    ...distinct(fixes).map(fix => visibleLines(fix).join('\n')),
    ...distinct(findings.flatMap(finding => report.checks[finding.check]?.url ?? [])).map(oneLine)
  ]
  return clipped(paragraphs.filter(paragraph => paragraph !== '').join('\n\n'), longestMessage)
}

function titleOf(report: Report, { check, severity }: Finding): string {
  const title = report.checks[check]?.title ?? check
  return clipped(oneLine(severity === 'unknown' ? `Unknown: ${title}` : title), longestTitle)
}

/** Worst first: one for each check and place. GitHub's limits are `withinLimits`'s business. */
export function annotations(report: Report): readonly Annotation[] {
  const all = shared(sightings(report)).map(([first, ...others]): Annotation => ({
    level: levels[first.finding.severity],
    title: titleOf(report, first.finding),
    message: messageOf(
      report,
      [first, ...others].map(({ finding }) => finding)
    ),
    location: first.location === null ? null : visible(first.location)
  }))
  const rank = ({ level }: Annotation) => ['error', 'warning', 'notice'].indexOf(level)
  return [...ended(report), ...unread(report), ...all].toSorted(
    (left, right) => rank(left) - rank(right)
  )
}

const titles: Readonly<Record<Failure['kind'], string>> = {
  'run-ended': 'Nothing was judged',
  'cluster-not-read': 'A cluster could not be read',
  'nothing-judged': 'Nothing was judged'
}

/** All of a kind in one, so that a fleet that cannot be read crowds nothing out. */
const ended = (report: Report): readonly Annotation[] =>
  [...groupBy(failuresOf(report), ({ kind }) => kind)].map(([kind, failures]) => ({
    level: 'error',
    title: titles[kind],
    message: clipped(failures.map(({ message }) => oneLine(message)).join('\n'), longestMessage),
    location: null
  }))

const mostGaps = 20

/** All gaps in one annotation, so that they crowd nothing out; the findings stand at their places. */
function unread(report: Report): readonly Annotation[] {
  const { gaps, more } = firstGaps(report, mostGaps)
  const [first] = gaps
  if (first === undefined) return []
  const lines = [...gaps.map(gap => oneLine(gapText(gap))), ...(more === null ? [] : [more])]
  const { file, line } = first
  return [
    {
      level: 'warning',
      title: `${notEverythingRead.charAt(0).toUpperCase()}${notEverythingRead.slice(1)}`,
      message: clipped(`${headline(report)}\n\n${lines.join('\n')}`, longestMessage),
      location: { file: oneLine(file), line, column: 1, endLine: line, endColumn: 1 }
    }
  ]
}

const visible = (location: Location): Location => ({ ...location, file: oneLine(location.file) })

/**
 * What a step may show of each level is ten (actions/runner, ExecutionContext.cs, `_maxCountPerIssueType`); the message
 * with which a step fails is one of the errors.
 */
const mostOf = { error: 9, warning: 10, notice: 10 } as const satisfies Record<
  AnnotationLevel,
  number
>

/** What fits into one step, and how many are left; when any are, one notice stays free to say so. */
export function withinLimits(all: readonly Annotation[]): {
  readonly shown: readonly Annotation[]
  readonly left: number
} {
  const first = (level: AnnotationLevel, most: number = mostOf[level]) =>
    all.filter(annotation => annotation.level === level).slice(0, most)
  const serious = [...first('error'), ...first('warning')]
  const shown = [...serious, ...first('notice')]
  if (shown.length === all.length) return { shown, left: 0 }
  const reduced = [...serious, ...first('notice', mostOf.notice - 1)]
  return { shown: reduced, left: all.length - reduced.length }
}

/** Columns only within one line: the runner and the Checks API refuse them otherwise. */
export const hasColumns = ({ line, endLine }: Location): boolean => line === endLine

export const leftOutText = (left: number): string =>
  `and ${left} more: see the job summary and the JSON report`
