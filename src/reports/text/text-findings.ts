import { counted, listStart } from '../../base/sentences.ts'
import type { Finding, Fix, Severity } from '../../checks/check.ts'
import { counts } from '../left-out.ts'
import { oneLine, visibleLines } from '../escape.ts'
import { evidence, verdictsBehind } from '../evidence.ts'
import { groupedByFix, messageInGroup, type FixGroup } from '../grouping.ts'
import { clusterNames } from '../names.ts'
import { placeText } from '../places.ts'
import type { Report } from '../report.ts'
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

/** One block for each fix: the findings that it cures, why, and the command. */
export function findingLines(report: Report, canvas: Canvas): readonly (readonly string[])[] {
  const behind = verdictsBehind(report)
  const names = clusterNames(report)
  return groupedByFix(report.findings.filter(counts)).map(group => [
    ...group.findings.flatMap(finding => findingWithPlaces(finding, group, names, canvas)),
    ...because(evidence(behind(group.findings)), canvas),
    ...fix(group, canvas)
  ])
}

/** `file:line:col  severity  message  [check]`, then the other places of the same finding. */
function findingWithPlaces(
  finding: Finding,
  group: FixGroup,
  names: (cluster: string) => string,
  { palette, width }: Canvas
): readonly string[] {
  const [primary, ...others] = finding.locations
  const content = [
    ...(primary === undefined
      ? []
      : [{ text: `${oneLine(placeText(primary))} `, paint: palette.bold }]),
    { text: `${finding.severity} `, paint: severityPaint(palette, finding.severity) },
    ...words(oneLine(messageInGroup(finding, group, names))),
    { text: ` [${oneLine(finding.check)}]`, paint: palette.dim }
  ]
  const more = others.length - mostPlaces
  return [
    ...wrapped(content, width, continuation),
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
    ...labelled(index === 0 ? 'fix' : '', [one.description], canvas),
    ...commandLines(one, canvas)
  ])

/** Never wrapped, so that a person can copy it. */
const commandLines = ({ command }: Fix, { palette }: Canvas): readonly string[] =>
  command === null
    ? []
    : visibleLines(command).map(line => (continuation + palette.bold(line)).trimEnd())
