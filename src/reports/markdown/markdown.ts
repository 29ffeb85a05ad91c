import { counted } from '../../base/sentences.ts'
import { firstGaps, gapText, notEverythingRead } from '../coverage.ts'
import { clipped, inertLines, markdownCode, markdownStart, markdownText } from '../escape.ts'
import { verdictsBehind } from '../evidence.ts'
import { groupedByFix } from '../grouping.ts'
import { groupBlock, type GroupBlock, type GroupContent } from './markdown-group.ts'
import { comparison, oldList, suppressedList } from './markdown-left.ts'
import { tableLines } from './markdown-table.ts'
import { verdictMatrix } from '../matrix.ts'
import { clusterNames } from '../wording/names.ts'
import { counts } from '../wording/left-out.ts'
import type { Conclusion, Report } from '../report.ts'
import {
  factsText,
  findingCounts,
  headline,
  lookedAt,
  noBlockingConfiguration,
  notJudged,
  notLookedAt
} from '../wording/words.ts'
import { applied, notApplied } from '../wording/settings-text.ts'
import type { SourceLinks } from '../surroundings.ts'

export type MarkdownOptions = {
  /** For links to the lines of the manifests. */
  readonly source?: SourceLinks | null
  /** In UTF-8; what does not fit is left out, whole findings at a time, and counted. */
  readonly maxBytes?: number
}

/** A step's summary over 1 MiB is dropped as a whole (GitHub docs, "Workflow commands": job summaries). */
const summaryBytes = 900 * 1024

/** Of what there is room for, the table may take a part, so that findings are never crowded out. */
const tableShare = 0.3

const conclusionSigns: Readonly<Record<Conclusion, string>> = {
  pass: '✅',
  fail: '❌',
  inconclusive: '❔'
}

/** The job summary: outcome, verdicts at a glance, findings grouped by fix with the evidence folded away. */
export function markdownReport(report: Report, options: MarkdownOptions = {}): string {
  const room = options.maxBytes ?? summaryBytes
  const top = [...heading(report), ...tableLines(report, verdictMatrix(report), room * tableShare)]
  const bottom = ending(report)
  const body = findingBlocks(report, options.source ?? null, room - bytes(top) - bytes(bottom))
  return inertLines(`${[...top, ...body, ...bottom].join('\n')}\n`)
}

const mostListed = 50

const longestListed = 300
const longestError = 2000

/** What is no finding must not grow without bounds either. */
const short = (text: string): string => markdownText(clipped(text, longestListed))

const encoder = new TextEncoder()

const bytes = (lines: readonly string[]): number =>
  lines.reduce((sum, line) => sum + encoder.encode(line).length + 1, 0)

function heading(report: Report): readonly string[] {
  const { conclusion } = report.summary
  return [
    `## ${conclusionSigns[conclusion]} ${conclusion}: ${headline(report)}`,
    '',
    report.error === null
      ? `**${findingCounts(report.summary)}** · looked at ${lookedAt(report.summary)} · facts ${short(factsText(report))}`
      : markdownStart(markdownText(clipped(report.error.message, longestError))),
    ...unreadClusters(report),
    ...comparison(report),
    ...unread(report),
    ...notApplied(report.settings).flatMap(sentence => ['', `⚠️ ${settingsLine(sentence)}`]),
    ''
  ]
}

function unreadClusters(report: Report): readonly string[] {
  const names = clusterNames(report)
  const unread = report.clusters.flatMap(({ id, reason }) =>
    reason === null
      ? []
      : [
          '',
          `❔ Cluster ${markdownCode(clipped(names(id), longestListed))} could not be read: ${short(reason)}`
        ]
  )
  return unread.slice(0, 2 * mostListed)
}

function unread(report: Report): readonly string[] {
  const { gaps, more } = firstGaps(report, mostListed)
  if (gaps.length === 0) return []
  return [
    '',
    `❔ ${notEverythingRead}:`,
    '',
    ...gaps.map(gap => `- ${markdownStart(short(gapText(gap)))}`),
    ...(more === null ? [] : [`- ${more}`])
  ]
}

/** As long as the names of all options, and more. */
const longestSettings = 2000

const settingsLine = (sentence: string): string =>
  `${markdownText(clipped(sentence, longestSettings))}.`

/** Room for the sentence that says how much was left out. */
const remarkBytes = 200

/** How many findings of one fix are shown: fewer where more do not fit. */
const findingLimits = [50, 10, 1] as const

/** After so many fixes that do not fit, the room is taken for used up. */
const mostMisses = 20

/** The fix with as many of its findings as fit; null where not even one does. */
function blockWithin(content: GroupContent, room: number): GroupBlock | null {
  for (const most of findingLimits) {
    const block = groupBlock(content, most)
    if (bytes(block.lines) <= room) return block
  }
  return null
}

function findingBlocks(
  report: Report,
  source: SourceLinks | null,
  room: number
): readonly string[] {
  const behind = verdictsBehind(report)
  const names = clusterNames(report)
  const findings = report.findings.filter(counts)
  const lines: string[] = findings.length === 0 ? [] : ['### What to fix', '']
  let left = room - bytes(lines) - remarkBytes
  let omitted = 0
  let number = 1
  let misses = 0
  for (const group of groupedByFix(findings)) {
    const content = { report, group, names, source, verdicts: behind(group.findings), number }
    const block = misses < mostMisses ? blockWithin(content, left) : null
    omitted += block?.omitted ?? group.findings.length
    if (block === null) {
      misses += 1
      continue
    }
    lines.push(...block.lines)
    left -= bytes(block.lines)
    number += 1
  }
  return omitted === 0 ? lines : [...lines, leftOut(omitted), '']
}

const leftOut = (omitted: number): string =>
  `**${counted(omitted, 'more finding')}** not shown (at most ${findingLimits[0]} of one fix, fewer where there is no room): the JSON report has all of them.`

function ending(report: Report): readonly string[] {
  const { pull } = report.summary.verdicts
  const others = notJudged(report)
  const proof =
    pull === 0
      ? []
      : [
          `**pull** means ${noBlockingConfiguration}. Not proven, because only a node can:`,
          '',
          ...report.notProven.slice(0, mostListed).map(item => `- ${markdownStart(short(item))}`),
          '',
          ...(report.notAsked.length === 0 ? [] : [short(notLookedAt(report.notAsked)), ''])
        ]
  return [
    ...oldList(report),
    ...suppressedList(report),
    ...proof,
    ...(others === null ? [] : [`${others}.`, '']),
    ...applied(report.settings).flatMap(sentence => [settingsLine(sentence), '']),
    `<sub>${short(`${report.tool.name} ${report.tool.version}`)}</sub>`
  ]
}
