import { counted } from '../../base/sentences.ts'
import type { PullResult } from '../../pulls/verdict.ts'
import { markupText } from '../escape.ts'
import {
  clustersWith,
  countedRows,
  results,
  shownRows,
  verdictMatrix,
  type Matrix,
  type MatrixRow,
  type ShownRow
} from '../matrix.ts'
import { clusterNames, shortImage } from '../wording/names.ts'
import type { Report } from '../report.ts'
import { resultWords } from '../wording/words.ts'

/** More columns than a page is wide become a column for each result. */
const mostColumns = 10

/** The verdicts, images with a problem first; those without are counted by registry, their names folded away. */
export function htmlTable(report: Report): readonly string[] {
  const matrix = verdictMatrix(report)
  if (matrix.rows.length === 0) return []
  const names = clusterNames(report)
  const render = matrix.clusters.length > mostColumns ? fleet(matrix, names) : grid(matrix, names)
  const quiet = countedRows(matrix).map(byName)
  return [
    ...render(shownRows(matrix)),
    ...(quiet.length === 0
      ? []
      : [
          `<details><summary>${counted(quiet.length, 'image')} without a problem</summary>`,
          ...render(quiet),
          '</details>'
        ])
  ]
}

type Render = (rows: readonly ShownRow[]) => readonly string[]

const byName = ({ image, ...row }: MatrixRow): ShownRow => ({ ...row, images: [image] })

const imageText = ({ images, registry }: ShownRow): string =>
  images.length === 1
    ? `<code>${markupText(shortImage(images[0]))}</code>`
    : `${images.length} images of <code>${markupText(registry)}</code>`

const table = (
  columns: readonly string[],
  rows: readonly ShownRow[],
  cells: (row: ShownRow) => readonly string[]
): readonly string[] => [
  '<table>',
  `<thead><tr>${['Image', ...columns].map(column => `<th scope="col">${markupText(column)}</th>`).join('')}</tr></thead>`,
  '<tbody>',
  ...rows.map(row => `<tr><th scope="row">${imageText(row)}</th>${cells(row).join('')}</tr>`),
  '</tbody>',
  '</table>'
]

const cell = (result: PullResult | null): string =>
  result === null
    ? '<td class="quiet">not judged</td>'
    : `<td class="${result}"><span>${resultWords[result]}</span></td>`

const grid =
  ({ clusters }: Matrix, names: (id: string) => string): Render =>
  rows =>
    table(clusters.map(names), rows, row => row.cells.map(cell))

/** The names stay folded, so that a page of a thousand clusters can be read. */
const fleet =
  (matrix: Matrix, names: (id: string) => string): Render =>
  shown =>
    table(
      results.map(result => resultWords[result]),
      shown,
      row =>
        results.map(result => {
          const clusters = clustersWith(matrix, row, result)
          if (clusters.length === 0) return '<td></td>'
          const count = counted(clusters.length, 'cluster')
          const list = markupText(clusters.map(names).join(', '))
          return `<td class="${result}"><details><summary>${count}</summary>${list}</details></td>`
        })
    )
