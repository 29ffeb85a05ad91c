import { codeNames } from '../wording/words.ts'
import { counted } from '../../base/sentences.ts'
import type { Finding, Fix } from '../../checks/check.ts'
import { linkTarget, markupLines, markupText, oneLine } from '../escape.ts'
import { evidence, type Chain } from '../evidence.ts'
import { messageInGroup, type FixGroup } from '../grouping.ts'
import { withShortIds } from '../wording/ids.ts'
import { placeText } from '../places.ts'
import { segments } from '../wording/prose.ts'
import type { Report } from '../report.ts'

const prose = (sentence: string): string =>
  segments(oneLine(sentence))
    .map(({ kind, text }) =>
      kind === 'code' ? `<code>${markupText(text)}</code>` : markupText(text)
    )
    .join('')

/** One fix: which findings it cures, the commands, the evidence folded away. */
export function htmlGroup(
  report: Report,
  group: FixGroup,
  verdicts: readonly Chain[],
  names: (cluster: string) => string
): readonly string[] {
  return [
    `<article class="${group.severity}">`,
    ...title(report, group, names),
    '<ul class="findings">',
    ...group.findings.flatMap(finding => findingLines(finding, group, names)),
    '</ul>',
    ...group.remediation.flatMap(fix),
    ...folded(evidence(verdicts)),
    '</article>'
  ]
}

function title(
  report: Report,
  group: FixGroup,
  names: (cluster: string) => string
): readonly string[] {
  const check = report.checks[group.check]
  const url = check === undefined ? null : linkTarget(check.url)
  const id = `<code>${markupText(group.check)}</code>`
  const facets = [
    `<span class="severity">${group.severity}</span>`,
    url === null ? id : `<a href="${markupText(url)}">${id}</a>`,
    ...(group.cluster === null ? [] : [`cluster <code>${markupText(names(group.cluster))}</code>`]),
    ...(group.registry === null ? [] : [`registry <code>${markupText(group.registry)}</code>`])
  ]
  return [
    `<h3>${markupText(check?.title ?? group.check)}</h3>`,
    `<p class="facets">${facets.join(' ')}</p>`
  ]
}

function findingLines(
  finding: Finding,
  group: FixGroup,
  names: (cluster: string) => string
): readonly string[] {
  const pools =
    finding.nodePools.length === 0
      ? ''
      : ` <span class="quiet">node pools: ${markupText(finding.nodePools.join(', '))}</span>`
  const places = finding.locations.map(place => `<code>${markupText(placeText(place))}</code>`)
  return [
    `<li>${prose(withShortIds(messageInGroup(finding, group, names)))}${pools}`,
    ...(places.length === 0 ? [] : [`<div class="places">${places.join(' ')}</div>`]),
    '</li>'
  ]
}

const fix = ({ description, command, code }: Fix, index: number): readonly string[] => [
  `<p class="fix">${index === 0 ? '<b>Fix</b> ' : ''}${prose(description)}</p>`,
  ...(command === null ? [] : [`<pre><code>${markupLines(command)}</code></pre>`]),
  ...(code === null
    ? []
    : [
        `<details class="code"><summary>In ${codeNames[code.language]}</summary>`,
        `<pre><code>${markupLines(code.text)}</code></pre></details>`
      ])
]

const mostEvidence = 100

function folded(sentences: readonly string[]): readonly string[] {
  if (sentences.length === 0) return []
  const left = sentences.length - mostEvidence
  return [
    '<details><summary>Evidence</summary><ul>',
    ...sentences.slice(0, mostEvidence).map(sentence => `<li>${prose(sentence)}</li>`),
    ...(left > 0 ? [`<li>and ${counted(left, 'more sentence')} in the JSON report</li>`] : []),
    '</ul></details>'
  ]
}
