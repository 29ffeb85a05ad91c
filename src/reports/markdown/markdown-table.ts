import { counted, listStart } from '../../base/sentences.ts'
import type { PullResult } from '../../pulls/verdict.ts'
import { markdownCode } from '../escape.ts'
import { clustersWith, countedRows, shownRows, type Matrix, type ShownRow } from '../matrix.ts'
import { abbreviated, clusterNames, shortImage } from '../wording/names.ts'
import type { Report } from '../report.ts'
import { resultWords } from '../wording/words.ts'

/** More columns than a summary page shows side by side become lists of names. */
const mostColumns = 6
const mostNames = 8
const longestImage = 120
const longestName = 80
const mostRows = 1000

const signs: Readonly<Record<PullResult, string>> = { 'no-pull': '❌', unknown: '❔', pull: '✅' }

const cellText = (result: PullResult | null): string =>
  result === null ? 'not judged' : `${signs[result]} ${resultWords[result]}`

const imageCell = ({ images, registry }: ShownRow): string =>
  images.length === 1
    ? markdownCode(abbreviated(shortImage(images[0]), longestImage))
    : `${images.length} images of ${markdownCode(abbreviated(registry, longestImage))}`

const clusterCell = (name: string): string => markdownCode(abbreviated(name, longestName))

const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`

/** Images with a problem; of the others counts by registry, and folded away their names. */
export function tableLines(report: Report, matrix: Matrix, room: number): readonly string[] {
  if (matrix.rows.length === 0) return []
  const names = clusterNames(report)
  const render =
    matrix.clusters.length > mostColumns ? fleetTable(matrix, names) : table(matrix, names)
  const rows = shownRows(matrix)
  const shown = fitting(rows, render, room)
  const counts = countedRows(matrix).map(({ image, ...row }) => ({
    ...row,
    images: [image] as const
  }))
  const isWhole = shown.length === rows.length
  const folded = isWhole ? fitting(counts, render, room / 2) : []
  const left = isWhole
    ? counts.length - folded.length
    : matrix.rows.length - shown.flatMap(({ images }) => images).length
  return [
    ...render(shown),
    '',
    ...(folded.length === 0
      ? []
      : fold(`${counted(folded.length, 'image')} without a problem`, render(folded))),
    ...(left === 0 ? [] : [`And ${counted(left, 'more image')}: see the JSON report.`, ''])
  ]
}

type Render = (rows: readonly ShownRow[]) => readonly string[]

/** As many rows as fit: UTF-8 takes at most three bytes for each UTF-16 unit. */
function fitting(rows: readonly ShownRow[], render: Render, room: number): readonly ShownRow[] {
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
    ...rows.map(row => line([imageCell(row), ...row.cells.map(cellText)]))
  ]

/** Names where something is wrong, a number where nothing is. */
const fleetTable =
  (matrix: Matrix, names: (id: string) => string): Render =>
  rows => {
    const cell = (row: ShownRow, result: PullResult) => {
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
      ...rows.map(row => line([imageCell(row), ...results.map(result => cell(row, result))]))
    ]
  }
