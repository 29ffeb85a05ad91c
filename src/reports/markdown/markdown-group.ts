import { counted, listStart } from '../../base/sentences.ts'
import type { Finding, FixCode, Severity } from '../../checks/check.ts'
import type { Location } from '../../yaml/location.ts'
import {
  clipped,
  linkTarget,
  markdownBlock,
  markdownCode,
  markdownStart,
  markdownText,
  oneLine,
  pathInUrl
} from '../escape.ts'
import { evidence, type Chain } from '../evidence.ts'
import { messageInGroup, type FixGroup } from '../grouping.ts'
import { withShortIds } from '../wording/ids.ts'
import { abbreviated } from '../wording/names.ts'
import { segments } from '../wording/prose.ts'
import type { Report } from '../report.ts'
import { codeNames } from '../wording/words.ts'
import type { SourceLinks } from '../surroundings.ts'

export type GroupContent = {
  readonly report: Report
  readonly group: FixGroup
  readonly names: (cluster: string) => string
  readonly source: SourceLinks | null
  readonly verdicts: readonly Chain[]
  readonly number: number
}

const mostPlaces = 10
const mostEvidence = 40
const longestText = 2000
const longestPath = 200

const signs: Readonly<Record<Severity, string>> = {
  error: '❌',
  warning: '⚠️',
  unknown: '❔',
  note: 'ℹ️'
}

/** `omitted` counts findings without room. */
export type GroupBlock = { readonly lines: readonly string[]; readonly omitted: number }

/** One fix: which findings it cures, the commands, the evidence folded away. */
export function groupBlock(content: GroupContent, most: number): GroupBlock {
  const { group } = content
  const shown = group.findings.slice(0, most)
  return {
    lines: [
      ...title(content),
      ...shown.flatMap(finding => findingLines(finding, content)),
      '',
      ...fix(group),
      ...folded(evidence(content.verdicts))
    ],
    omitted: group.findings.length - shown.length
  }
}

const prose = (sentence: string): string =>
  markdownStart(
    segments(clipped(oneLine(sentence), longestText))
      .map(({ kind, text }) => (kind === 'code' ? markdownCode(text) : markdownText(text)))
      .join('')
  )

function title({ report, group, names, number }: GroupContent): readonly string[] {
  const check = report.checks[group.check]
  const url = check === undefined ? null : linkTarget(check.url)
  const id = markdownCode(group.check)
  const facets = [
    `**${group.severity}**`,
    url === null ? id : `[${id}](${url})`,
    ...(group.cluster === null ? [] : [`cluster ${markdownCode(names(group.cluster))}`]),
    ...(group.registry === null ? [] : [`registry ${markdownCode(group.registry)}`])
  ]
  return [
    `#### ${number}. ${signs[group.severity]} ${markdownText(check?.title ?? group.check)}`,
    '',
    facets.join(' · '),
    ''
  ]
}

function findingLines(finding: Finding, { group, source, names }: GroupContent): readonly string[] {
  const message = messageInGroup(finding, group, names)
  const line = `- ${prose(withShortIds(message))}${poolsText(finding)}`
  const places = placesText(finding, source)
  if (places === '') return [line]
  return message === finding.message ? [line, `  <br>at ${places}`] : [`${line} at ${places}`]
}

const poolsText = ({ nodePools }: Finding): string =>
  nodePools.length === 0
    ? ''
    : ` (node pools: ${listStart(nodePools.map(markdownCode), mostPlaces)})`

function placesText({ locations }: Finding, source: SourceLinks | null): string {
  const shown = locations.slice(0, mostPlaces).map(place => placeLink(place, source))
  const left = locations.length - shown.length
  return shown.join(', ') + (left > 0 ? ` and ${counted(left, 'more place')}` : '')
}

function placeLink(place: Location, source: SourceLinks | null): string {
  const text = markdownCode(`${abbreviated(place.file, longestPath)}:${place.line}`)
  if (source === null) return text
  const url = linkTarget(
    `${source.repositoryUrl}/blob/${source.sha}/${pathInUrl(place.file)}#L${place.line}`
  )
  return url === null ? text : `[${text}](${url})`
}

function fix({ remediation }: FixGroup): readonly string[] {
  return remediation.flatMap(({ description, command, code }, index) => [
    `${index === 0 ? '**Fix:** ' : ''}${prose(description)}`,
    '',
    ...(command === null ? [] : [markdownBlock(command, 'sh'), '']),
    ...(code === null ? [] : codeLines(code))
  ])
}

/** As highlighters know the languages (github-linguist). */
const codeFences: Readonly<Record<FixCode['language'], string>> = {
  bicep: 'bicep',
  terraform: 'hcl',
  yaml: 'yaml'
}

const codeLines = ({ language, text }: FixCode): readonly string[] => [
  `<details><summary>In ${codeNames[language]}</summary>`,
  '',
  markdownBlock(text, codeFences[language]),
  '',
  '</details>',
  ''
]

function folded(sentences: readonly string[]): readonly string[] {
  if (sentences.length === 0) return []
  const left = sentences.length - mostEvidence
  return [
    '<details><summary>Evidence</summary>',
    '',
    ...sentences.slice(0, mostEvidence).map(sentence => `- ${prose(sentence)}`),
    ...(left > 0 ? [`- and ${counted(left, 'more sentence')} in the JSON report`] : []),
    '',
    '</details>',
    ''
  ]
}
