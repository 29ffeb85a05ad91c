import { counted } from '../../base/sentences.ts'
import type { PullResult } from '../../pulls/verdict.ts'
import { markupText } from '../escape.ts'
import { clustersWith, results, verdictMatrix, type Matrix, type MatrixRow } from '../matrix.ts'
import { clusterNames } from '../names.ts'
import type { Report } from '../report.ts'
import { resultWords } from '../words.ts'

/** More columns than a page is wide become a column for each result. */
const mostColumns = 10

/** The verdicts, images with a problem first; empty without verdicts. */
export function htmlTable(report: Report): readonly string[] {
  const matrix = verdictMatrix(report)
  if (matrix.rows.length === 0) return []
  const names = clusterNames(report)
  return matrix.clusters.length > mostColumns ? fleet(matrix, names) : grid(matrix, names)
}

const table = (
  columns: readonly string[],
  rows: readonly MatrixRow[],
  cells: (row: MatrixRow) => readonly string[]
): readonly string[] => [
  '<table>',
  `<thead><tr>${['Image', ...columns].map(column => `<th scope="col">${markupText(column)}</th>`).join('')}</tr></thead>`,
  '<tbody>',
  ...rows.map(
    row =>
      `<tr><th scope="row"><code>${markupText(row.image)}</code></th>${cells(row).join('')}</tr>`
  ),
  '</tbody>',
  '</table>'
]

const cell = (result: PullResult | null): string =>
  result === null
    ? '<td class="quiet">not judged</td>'
    : `<td class="${result}"><span>${resultWords[result]}</span></td>`

const grid = ({ clusters, rows }: Matrix, names: (id: string) => string): readonly string[] =>
  table(clusters.map(names), rows, row => row.cells.map(cell))

/** The names stay folded, so that a page of a thousand clusters can be read. */
const fleet = (matrix: Matrix, names: (id: string) => string): readonly string[] =>
  table(
    results.map(result => resultWords[result]),
    matrix.rows,
    row =>
      results.map(result => {
        const clusters = clustersWith(matrix, row, result)
        if (clusters.length === 0) return '<td></td>'
        const count = counted(clusters.length, 'cluster')
        const list = markupText(clusters.map(names).join(', '))
        return `<td class="${result}"><details><summary>${count}</summary>${list}</details></td>`
      })
  )
