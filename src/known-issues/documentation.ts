import { termsOf, textOf } from './condition.ts'
import {
  confidenceTexts,
  type FixRow,
  type FixTable,
  type KnownIssue,
  publishedList
} from './known-issue.ts'

/** Text from the tables is ours, yet a pattern may hold the one character that ends a cell. */
const cell = (text: string): string => text.replaceAll('|', '\\|')

const imagesText = ({ nodeImage = {} }: FixRow): string =>
  Object.entries(nodeImage)
    .map(([line, version]) => `${line} node image ${version}`)
    .join(', ')

const fixTexts: Readonly<Record<string, (row: FixRow) => string>> = {
  none: () => 'no fix',
  any: imagesText
}

const fixText = (row: FixRow): string =>
  [
    fixTexts[row.fixed]?.(row) ?? row.fixed,
    ...(row.upgradeTo === undefined ? [] : [`(take ${row.upgradeTo})`])
  ].join(' ')

const sourceText = ({ source, confidence, note }: FixRow): string =>
  [
    source,
    ...(confidence === undefined ? [] : [`**${confidenceTexts[confidence]}**`]),
    ...(note === undefined ? [] : [note])
  ].join('; ')

type Documented = Pick<KnownIssue, 'documented' | 'fixes'>

const hasDocumentedColumn = ({ documented }: Documented): boolean => documented !== null

function rowText(issue: Documented, row: FixRow): string {
  const documented = row.documented === 'none' ? 'no fix' : (row.documented ?? 'not listed')
  const cells = [
    row.minor,
    ...(hasDocumentedColumn(issue) ? [documented] : []),
    fixText(row),
    sourceText(row)
  ]
  return `| ${cells.map(cell).join(' | ')} |`
}

const headText = (issue: Documented): readonly string[] => {
  const heads = [
    'Kubernetes',
    ...(hasDocumentedColumn(issue) ? ['published as'] : []),
    'fixed in',
    'source'
  ]
  return [`| ${heads.join(' | ')} |`, `|${heads.map(() => ' --- |').join('')}`]
}

const severityText = ({ severity, severityWhen = [] }: KnownIssue): string =>
  [
    `Severity: ${severity}`,
    ...severityWhen.map(row => `${row.severity} when ${textOf(row.when)}`)
  ].join(', ') + '.'

export const introducedText = ({ introduced, introducedNote }: FixTable): string =>
  introduced === null
    ? 'Kubernetes below the lowest row is affected and has no fix.'
    : `Kubernetes below ${introduced} is not affected${introducedNote === undefined ? '' : ` (${introducedNote})`}.`

const documentedText = ({ documented }: KnownIssue): readonly string[] =>
  documented === null
    ? []
    : [
        `Section ${documented.section}, "${documented.title}", of [${publishedList.title}](${publishedList.url}). Where its number is lower than that of the release that has the fix, a version between the two is a note that names both.`
      ]

const conditionText = (issue: KnownIssue): string =>
  `It shows when all of this holds: ${termsOf(issue.appliesTo)
    .map(({ text }) => text)
    .join('; ')}.`

function workaroundText({ text, command, manifest }: KnownIssue['workarounds'][number]): string {
  const blocks = [command, manifest].filter(block => block !== undefined)
  return [`- ${text}`, ...blocks.map(block => `\n\`\`\`\n${block}\n\`\`\``)].join('\n')
}

const componentTexts = {
  'kubelet-in-tree':
    'The fault is in the credential provider that was compiled into the kubelet, which AKS ran up to Kubernetes 1.29.'
} as const

const componentText = ({ component }: KnownIssue): readonly string[] =>
  component === undefined ? [] : [componentTexts[component]]

/** The fix table in Markdown. */
export const fixTableText = (issue: Documented): string =>
  [...headText(issue), ...issue.fixes.map(row => rowText(issue, row))].join('\n')

/** What a person needs to know about an issue, in Markdown without headings. */
export const rationaleOf = (issue: KnownIssue): string =>
  [
    [...componentText(issue), conditionText(issue), severityText(issue)].join(' '),
    fixTableText(issue),
    `${introducedText(issue)} Compared is the version of the node pool's kubelets, without suffixes such as -akslts.`,
    ...documentedText(issue),
    ['Workarounds:', '', ...issue.workarounds.map(workaroundText)].join('\n')
  ].join('\n\n')
