import { counted } from '../../base/sentences.ts'
import { markupText } from '../escape.ts'
import {
  addedSentence,
  oldFindings,
  sinceSentence,
  suppressionsOf,
  suppressionText
} from '../wording/left-out.ts'
import type { Report } from '../report.ts'

/** What does not count: what the pull request silences, then what else is suppressed, and what was there before. */
export function leftSection(report: Report): readonly string[] {
  const { added, others } = suppressionsOf(report)
  const old = oldFindings(report)
  const sentence = sinceSentence(report)
  if (added.length + others.length + old.length === 0 && sentence === null) return []
  const list = (items: readonly string[]): readonly string[] => [
    '<ul>',
    ...items.map(item => `<li>${markupText(item)}</li>`),
    '</ul>'
  ]
  return [
    '<section>',
    '<h2>What does not count</h2>',
    ...(sentence === null ? [] : [`<p>${markupText(sentence)}.</p>`]),
    ...(added.length === 0
      ? []
      : [`<p><b>${addedSentence(added)}</b>:</p>`, ...list(added.map(suppressionText))]),
    ...(others.length === 0 ? [] : ['<p>Suppressed:</p>', ...list(others.map(suppressionText))]),
    ...(old.length === 0
      ? []
      : [
          `<details><summary>${counted(old.length, 'old finding')}, which the base has too</summary>`,
          ...list(old.map(({ check, message }) => `${message} (${check})`)),
          '</details>'
        ]),
    '</section>'
  ]
}
