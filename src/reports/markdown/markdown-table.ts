import { counted, listStart } from '../../base/sentences.ts'
import type { PullResult } from '../../pulls/verdict.ts'
import { markdownCode } from '../escape.ts'
import { clustersWith, worstOf, type Matrix, type MatrixRow } from '../matrix.ts'
import { abbreviated, clusterNames, shortImage } from '../names.ts'
import type { Report } from '../report.ts'
import { resultWords } from '../words.ts'

/** More columns than a summary page shows side by side become lists of names. */
const mostColumns = 6
const mostNames = 8
const longestImage = 120
const longestName = 80
/** Rows without a problem that stay open; the others are folded away. */
const mostQuietRows = 10
const mostRows = 1000

const signs: Readonly<Record<PullResult, string>> = { 'no-pull': '❌', unknown: '❔', pull: '✅' }

const cellText = (result: PullResult | null): string =>
  result === null ? 'not judged' : `${signs[result]} ${resultWords[result]}`

const imageCell = (image: string): string =>
  markdownCode(abbreviated(shortImage(image), longestImage))

const clusterCell = (name: string): string => markdownCode(abbreviated(name, longestName))

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** Images with a problem first; of the others, those beyond the first few are folded. */
export function tableLines(report: Report, matrix: Matrix, room: number): readonly string[] {
  if (matrix.rows.length === 0) return []
  const names = clusterNames(report)
  const render =
    matrix.clusters.length > mostColumns ? fleetTable(matrix, names) : table(matrix, names)
  const problems = matrix.rows.filter(row => worstOf(row) !== 'pull')
  const quiet = matrix.rows.slice(problems.length)
  const shown = fitting([...problems, ...quiet.slice(0, mostQuietRows)], render, room)
  const folded =
    shown.length < problems.length ? [] : fitting(quiet.slice(mostQuietRows), render, room / 2)
  const left = matrix.rows.length - shown.length - folded.length
  return [
    ...render(shown),
    '',
    ...(folded.length === 0
      ? []
      : fold(`${counted(folded.length, 'more image')} without a problem`, render(folded))),
    ...(left === 0 ? [] : [`And ${counted(left, 'more image')}: see the JSON report.`, ''])
  ]
}

type Render = (rows: readonly MatrixRow[]) => readonly string[]

/** As many rows as fit: UTF-8 takes at most three bytes for each UTF-16 unit. */
function fitting(rows: readonly MatrixRow[], render: Render, room: number): readonly MatrixRow[] {
  let left = room
  const end = rows.slice(0, mostRows).findIndex(row => {
    left -= 3 * (render([row]).at(-1) ?? '').length
    return left < 0
  })
  return rows.slice(0, end < 0 ? mostRows : end)
}

const fold = (summary: string, lines: readonly string[]): readonly string[] => [
  `<details><summary>${summary}</summary>`,
  '',
  ...lines,
  '',
  '</details>',
  ''
]

const table =
  ({ clusters }: Matrix, names: (id: string) => string): Render =>
  rows => [
    line(['Image', ...clusters.map(id => clusterCell(names(id)))]),
    line(['---', ...clusters.map(() => '---')]),
    ...rows.map(row => line([imageCell(row.image), ...row.cells.map(cellText)]))
  ]

/** Names where something is wrong, a number where nothing is. */
const fleetTable =
  (matrix: Matrix, names: (id: string) => string): Render =>
  rows => {
    const cell = (row: MatrixRow, result: PullResult) => {
      const clusters = clustersWith(matrix, row, result)
      if (clusters.length === 0) return ''
      const count = counted(clusters.length, 'cluster')
      if (result === 'pull') return count
      const cells = clusters.map(id => clusterCell(names(id)))
      return `**${count}**: ${listStart(cells, mostNames)}`
    }
    const results: readonly PullResult[] = ['no-pull', 'unknown', 'pull']
    return [
      line(['Image', ...results.map(cellText)]),
      line(['---', '---', '---', '---']),
      ...rows.map(row => line([imageCell(row.image), ...results.map(result => cell(row, result))]))
    ]
  }
