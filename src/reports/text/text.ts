import { counted } from '../../base/sentences.ts'
import { firstGaps, gapText, notEverythingRead } from '../coverage.ts'
import { inertLines, oneLine } from '../escape.ts'
import { verdictMatrix } from '../matrix.ts'
import { clusterNames } from '../wording/names.ts'
import {
  addedSentence,
  sinceSentence,
  suppressionsOf,
  suppressionText
} from '../wording/left-out.ts'
import type { Report, ReportSuppression } from '../report.ts'
import { applied, notApplied } from '../wording/settings-text.ts'
import { colours, noColours, type Palette } from './terminal-text.ts'
import { findingLines } from './text-findings.ts'
import { matrixLines } from './text-matrix.ts'
import {
  factsText,
  findingCounts,
  headline,
  lookedAt,
  noBlockingConfiguration,
  notJudged,
  notLookedAt
} from '../wording/words.ts'

export type TextOptions = {
  readonly color: boolean
  /** Columns of the terminal; without it, messages are not wrapped. */
  readonly width?: number
  /** Names also the images without a problem, one in a line. */
  readonly namesAll?: boolean
}

type Section = readonly string[]

const defaultMatrixWidth = 120

/** For people in a terminal: what to fix, the verdicts at a glance, what is not proven, the outcome. */
export function textReport(report: Report, options: TextOptions = { color: false }): string {
  const palette = options.color ? colours : noColours
  const matrix = verdictMatrix(report)
  const sections = [
    ...findingLines(report, { palette, width: options.width ?? Infinity }),
    matrixLines(report, matrix, {
      palette,
      width: options.width ?? defaultMatrixWidth,
      namesAll: options.namesAll ?? false
    }),
    notProven(report, palette),
    unread(report, palette),
    leftOut(report, palette),
    outcome(report, palette)
  ].filter(section => section.length > 0)
  return `${inertLines(sections.map(section => section.join('\n')).join('\n\n'))}\n`
}

/** A verdict `pull` is no promise: it says that nothing known blocks, and this says what nobody looked at. */
function notProven(report: Report, palette: Palette): Section {
  const { pull } = report.summary.verdicts
  if (pull === 0) return []
  const subject = `${counted(pull, 'pull')}: ${noBlockingConfiguration}`
  if (report.notProven.length === 0) return [palette.green(subject)]
  return [
    `${palette.green(subject)}; only a node can prove:`,
    ...report.notProven.map(item => palette.dim(`  · ${oneLine(item)}`)),
    ...(report.notAsked.length === 0 ? [] : [palette.dim(oneLine(notLookedAt(report.notAsked)))])
  ]
}

const mostSuppressions = 20

/** What does not count, so that nobody takes it for fixed. */
function leftOut(report: Report, palette: Palette): Section {
  const { added, others } = suppressionsOf(report)
  const sentence = sinceSentence(report)
  const lines = (uses: readonly ReportSuppression[]): Section => [
    ...uses.slice(0, mostSuppressions).map(use => `  · ${oneLine(suppressionText(use))}`),
    ...(uses.length > mostSuppressions ? [`  · and ${uses.length - mostSuppressions} more`] : [])
  ]
  return [
    ...(added.length === 0 ? [] : [palette.magenta(`${addedSentence(added)}:`), ...lines(added)]),
    ...(others.length === 0 ? [] : [palette.dim('suppressed:'), ...lines(others)]),
    ...(sentence === null ? [] : [palette.dim(oneLine(sentence))])
  ]
}

const mostGaps = 50

function unread(report: Report, palette: Palette): Section {
  const { gaps, more } = firstGaps(report, mostGaps)
  if (gaps.length === 0) return []
  return [
    palette.magenta(`${notEverythingRead}:`),
    ...gaps.map(gap => `  · ${oneLine(gapText(gap))}`),
    ...(more === null ? [] : [palette.dim(`  · ${more}`)])
  ]
}

function outcome(report: Report, palette: Palette): Section {
  const { error, summary } = report
  const paint = { pass: palette.green, fail: palette.red, inconclusive: palette.magenta }[
    summary.conclusion
  ]
  const others = notJudged(report)
  const names = clusterNames(report)
  return [
    ...notApplied(report.settings).map(sentence => palette.magenta(oneLine(sentence))),
    ...report.clusters.flatMap(({ id, reason }) =>
      reason === null
        ? []
        : palette.magenta(`cluster ${oneLine(names(id))} could not be read: ${oneLine(reason)}`)
    ),
    `${palette.bold(paint(summary.conclusion))}  ${palette.bold(headline(report))}`,
    ...(error === null
      ? [
          `${findingCounts(summary)} · looked at ${lookedAt(summary)}`,
          palette.dim(`facts ${oneLine(factsText(report))}${others === null ? '' : ` · ${others}`}`)
        ]
      : [oneLine(error.message)]),
    ...applied(report.settings).map(sentence => palette.dim(oneLine(sentence)))
  ]
}
