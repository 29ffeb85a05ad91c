import { counted, listStart } from '../../base/sentences.ts'
import type { Finding, Fix, Severity } from '../../checks/check.ts'
import { counts } from '../wording/left-out.ts'
import { oneLine, visibleLines } from '../escape.ts'
import { evidence, verdictsBehind } from '../evidence.ts'
import { groupedByFix, messageInGroup, type FixGroup } from '../grouping.ts'
import { withShortIds } from '../wording/ids.ts'
import { clusterNames } from '../wording/names.ts'
import { placeText } from '../places.ts'
import type { Report } from '../report.ts'
import { headlineOf } from './text-headline.ts'
import { words, wrapped, type Paint, type Palette } from './terminal-text.ts'

const labelWidth = 11
const margin = ' '.repeat(labelWidth)
const continuation = ' '.repeat(4)
const mostPlaces = 5
const mostEvidence = 12

export const severityPaint = (palette: Palette, severity: Severity): Paint =>
  ({ error: palette.red, warning: palette.yellow, unknown: palette.magenta, note: palette.blue })[
    severity
  ]

/** How the blocks are drawn: colours, and the columns there are. */
type Canvas = { readonly palette: Palette; readonly width: number }

/** What a headline is made of beside the finding. */
type Told = { readonly report: Report; readonly names: (cluster: string) => string }

/** One block for each fix: the findings that it cures, why, and the command. */
export function findingLines(report: Report, canvas: Canvas): readonly (readonly string[])[] {
  const behind = verdictsBehind(report)
  const told = { report, names: clusterNames(report) }
  return groupedByFix(report.findings.filter(counts)).map(group => [
    ...group.findings.flatMap(finding => findingWithPlaces(finding, group, told, canvas)),
    ...because(evidence(behind(group.findings)), canvas),
    ...fix(group, canvas)
  ])
}

/** `file:line:col  severity  what, where, why  [check]`, then the message and the other places of the same finding. */
function findingWithPlaces(
  finding: Finding,
  group: FixGroup,
  told: Told,
  { palette, width }: Canvas
): readonly string[] {
  const message = messageInGroup(finding, group, told.names)
  const { place, text, isWhole } = headlineOf(finding, message, told)
  const content = [
    ...(place === '' ? [] : [{ text: `${place} `, paint: palette.bold }]),
    { text: `${finding.severity} `, paint: severityPaint(palette, finding.severity) },
    ...words(text),
    { text: ` [${oneLine(finding.check)}]`, paint: palette.dim }
  ]
  const others = finding.locations.slice(1)
  const more = others.length - mostPlaces
  return [
    ...wrapped(content, width, continuation),
    ...labelled('message', isWhole ? [] : [withShortIds(message)], { palette, width }),
    ...labelled('also at', others.slice(0, mostPlaces).map(placeText), { palette, width }),
    ...(more > 0 ? [`${margin}and ${counted(more, 'more place')}`] : []),
    ...labelled('pools', pools(finding), { palette, width })
  ]
}

const pools = ({ nodePools }: Finding): readonly string[] =>
  nodePools.length === 0 ? [] : [listStart(nodePools, 8)]

/** Items under each other, the label before the first. */
function labelled(
  label: string,
  items: readonly string[],
  { palette, width }: Canvas,
  bullet = ''
): readonly string[] {
  const hanging = ' '.repeat(bullet.length)
  return items.flatMap((item, index) => {
    const start = index === 0 ? `  ${label}`.padEnd(labelWidth) : margin
    const room = width - labelWidth - bullet.length
    const [first = '', ...rest] = wrapped(words(oneLine(item)), room, '')
    return [palette.dim(start + bullet) + first, ...rest.map(line => margin + hanging + line)]
  })
}

function because(sentences: readonly string[], canvas: Canvas): readonly string[] {
  const more = sentences.length - mostEvidence
  return [
    ...labelled('because', sentences.slice(0, mostEvidence), canvas, '· '),
    ...(more > 0 ? [`${margin}· and ${counted(more, 'more sentence')} in the JSON report`] : [])
  ]
}

const fix = ({ remediation }: FixGroup, canvas: Canvas): readonly string[] =>
  remediation.flatMap((one, index) => [
    ...labelled(index === 0 ? 'fix' : '', [described(one)], canvas),
    ...commandLines(one, canvas)
  ])

/** Code of many lines would bury the findings; the reports that fold it have it. */
const described = ({ description, code }: Fix): string =>
  code === null ? description : `${description} (The code: --format markdown, html or json.)`

/** Never wrapped, so that a person can copy it. */
const commandLines = ({ command }: Fix, { palette }: Canvas): readonly string[] =>
  command === null
    ? []
    : visibleLines(command).map(line => (continuation + palette.bold(line)).trimEnd())
