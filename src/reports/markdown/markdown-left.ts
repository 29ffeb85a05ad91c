import { counted } from '../../base/sentences.ts'
import { clipped, markdownCode, markdownStart, markdownText } from '../escape.ts'
import {
  addedSentence,
  oldFindings,
  sinceSentence,
  suppressionsOf,
  suppressionText
} from '../wording/left-out.ts'
import { ranked } from '../ranking.ts'
import type { Report, ReportSuppression } from '../report.ts'

const mostListed = 50
const longestListed = 300

/** What is no finding must not grow without bounds either. */
const short = (text: string): string => markdownText(clipped(text, longestListed))

/** What new-since came to, and what the pull request silences, which a reviewer must see first. */
export function comparison(report: Report): readonly string[] {
  const sentence = sinceSentence(report)
  const { added } = suppressionsOf(report)
  return [
    ...(added.length === 0
      ? []
      : ['', `🔕 **${addedSentence(added)}**:`, '', ...suppressionList(added)]),
    ...(sentence === null ? [] : ['', `${short(sentence)}.`])
  ]
}

const suppressionList = (uses: readonly ReportSuppression[]): readonly string[] => [
  ...uses.slice(0, mostListed).map(use => `- ${markdownStart(short(suppressionText(use)))}`),
  ...(uses.length > mostListed ? [`- and ${counted(uses.length - mostListed, 'more')}`] : [])
]

const folded = (title: string, lines: readonly string[]): readonly string[] => [
  `<details><summary>${title}</summary>`,
  '',
  ...lines,
  '',
  '</details>',
  ''
]

export function oldList(report: Report): readonly string[] {
  const old = ranked(oldFindings(report))
  if (old.length === 0) return []
  const lines = old
    .slice(0, mostListed)
    .map(({ check, message }) => `- ${markdownStart(short(message))} (${markdownCode(check)})`)
  const more = old.length - lines.length
  return folded(`${counted(old.length, 'old finding')}, which the base has too`, [
    ...lines,
    ...(more > 0 ? [`- and ${more} more: the JSON report has all of them`] : [])
  ])
}

export function suppressedList(report: Report): readonly string[] {
  const { others } = suppressionsOf(report)
  const silenced = others.reduce((sum, { findings }) => sum + findings, 0)
  return others.length === 0
    ? []
    : folded(counted(silenced, 'suppressed finding'), suppressionList(others))
}
