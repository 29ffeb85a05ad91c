import { counted } from '../../base/sentences.ts'
import type { Finding } from '../../checks/check.ts'
import { ranked } from '../ranking.ts'
import type { Gap, Report, ReportVerdict } from '../report.ts'
import { results } from '../matrix.ts'

/**
 * Of every format but JSON, in UTF-8: GitHub, GitLab and browsers refuse or choke on more. As a result of SARIF takes a
 * thousand of them, it also keeps a run below the 25,000 results that code scanning takes (github/docs, "SARIF support for code scanning").
 */
export const mostBytes = 20 * 1024 * 1024
/** What of a report is rendered at first, in characters: markup and escapes make more of it. */
const firstShare = mostBytes / 4

export const lengthOf = (texts: readonly string[]): number =>
  texts.reduce((sum, text) => sum + text.length, 0)

/** Of a line that tells a place or an id. */
const lineLength = 150

const findingLength = ({ message, remediation, locations, nodePools }: Finding): number =>
  message.length +
  lineLength * (1 + locations.length + nodePools.length) +
  lengthOf(
    remediation.map(({ description, command, code }) =>
      [description, command ?? '', code?.text ?? ''].join('')
    )
  )

const verdictLength = ({ image, because }: ReportVerdict): number =>
  image.length + lineLength + lengthOf(because)

const gapLength = ({ file, reason }: Gap): number => file.length + reason.length

/** The first items whose lengths fit together. */
export function fitting<Item>(
  items: readonly Item[],
  length: (item: Item) => number,
  room: number
): readonly Item[] {
  let left = room
  const end = items.findIndex(item => {
    left -= length(item)
    return left < 0
  })
  return end < 0 ? items : items.slice(0, end)
}

const byResult = (left: ReportVerdict, right: ReportVerdict): number =>
  results.indexOf(left.result) - results.indexOf(right.result)

type Parts = Pick<Report, 'findings' | 'verdicts' | 'coverage'>

function partsWithin({ findings, verdicts, coverage }: Report, room: number): Parts {
  return {
    findings: fitting(ranked(findings), findingLength, room / 2),
    verdicts: fitting(verdicts.toSorted(byResult), verdictLength, room / 4),
    coverage: fitting(coverage, gapLength, room / 4)
  }
}

/** Says what is left out as a finding, because every format shows these. */
const remark = (report: Report, parts: Parts): Finding => ({
  check: 'report-shortened',
  severity: 'note',
  message: `This report leaves out ${[
    counted(report.findings.length - parts.findings.length, 'finding'),
    counted(report.verdicts.length - parts.verdicts.length, 'verdict'),
    counted(report.coverage.length - parts.coverage.length, 'gap')
  ].join(', ')}, because with them it would be larger than ${mostBytes / 1024 / 1024} MB`,
  cluster: null,
  registry: null,
  image: null,
  nodePools: [],
  remediation: [
    { description: 'Read the JSON report, which has all of them.', command: null, code: null }
  ],
  locations: [],
  fingerprint: 'report-shortened',
  fingerprints: ['report-shortened'],
  new: null,
  suppressed: null
})

/** The remark itself. */
export const isShortened = ({ check }: Finding): boolean => check === 'report-shortened'

const isWhole = (report: Report, parts: Parts): boolean =>
  report.findings.length === parts.findings.length &&
  report.verdicts.length === parts.verdicts.length &&
  report.coverage.length === parts.coverage.length

/** The worst of a report, as far as there is room for it in characters, and a remark on what is left out. */
export function shortened(report: Report, room: number): Report {
  const parts = partsWithin(report, room)
  if (isWhole(report, parts)) return report
  return { ...report, ...parts, findings: [...parts.findings, remark(report, parts)] }
}

const encoder = new TextEncoder()

/** The same rendering of as much of a report as fits into `mostBytes`. */
export function withinBytes(
  render: (report: Report) => string
): (report: Report) => Generator<string> {
  return function* (report) {
    for (let room = firstShare; ; room /= 2) {
      const text = render(shortened(report, room))
      if (text.length * 3 > mostBytes && encoder.encode(text).length > mostBytes && room > 1)
        continue
      yield text
      return
    }
  }
}
