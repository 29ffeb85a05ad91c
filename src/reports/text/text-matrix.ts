import { counted, listStart } from '../../base/sentences.ts'
import type { PullResult } from '../../pulls/verdict.ts'
import { oneLine } from '../escape.ts'
import { clustersWith, results, shownRows, worstOf, type Matrix, type ShownRow } from '../matrix.ts'
import { abbreviated, clusterNames, shortImage } from '../wording/names.ts'
import type { Report } from '../report.ts'
import { padded, plain, widest, type Paint, type Palette } from './terminal-text.ts'
import { resultWords } from '../wording/words.ts'

const longestImage = 80
const gap = '  '
const mostNames = 6

const signs: Readonly<Record<PullResult, string>> = { 'no-pull': '✗', unknown: '?', pull: '✓' }

const resultPaint = (palette: Palette, result: PullResult): Paint =>
  ({ 'no-pull': palette.red, unknown: palette.magenta, pull: palette.green })[result]

const cellText = (result: PullResult | null): string =>
  result === null ? '-' : `${signs[result]} ${resultWords[result]}`

const imageText = ({ images, registry }: ShownRow): string =>
  abbreviated(
    images.length === 1
      ? oneLine(shortImage(images[0]))
      : `${images.length} images of ${oneLine(registry)}`,
    longestImage
  )

export type MatrixOptions = {
  readonly palette: Palette
  readonly width: number
  /** Also the images without a problem, which are counted otherwise. */
  readonly namesAll: boolean
}

/** A table where it fits into the width, else one paragraph for each image. */
export function matrixLines(
  report: Report,
  matrix: Matrix,
  { palette, width, namesAll }: MatrixOptions
): readonly string[] {
  if (matrix.rows.length === 0) return []
  const names = clusterNames(report)
  const clusters = matrix.clusters.map(id => oneLine(names(id)))
  const rows = namesAll
    ? matrix.rows.map(({ image, ...row }) => ({ ...row, images: [image] as const }))
    : shownRows(matrix)
  const imageWidth = widest(['image', ...rows.map(imageText)])
  const cellWidths = clusters.map(name => widest([name, cellText('no-pull')]))
  const tableWidth = cellWidths.reduce((sum, cell) => sum + gap.length + cell, imageWidth)
  const body =
    tableWidth <= width
      ? table(rows, clusters, imageWidth, cellWidths, palette)
      : paragraphs({ clusters, rows }, palette)
  return rows.length === matrix.rows.length
    ? body
    : [...body, palette.dim('--verbose names the images that are counted here')]
}

function table(
  rows: readonly ShownRow[],
  clusters: readonly string[],
  imageWidth: number,
  cellWidths: readonly number[],
  palette: Palette
): readonly string[] {
  const line = (image: string, cells: readonly string[], paint: readonly Paint[]) => {
    const columns = cells.map((text, index) => {
      const painted = (paint[index] ?? plain)(text)
      return gap + painted + padded(text, cellWidths[index] ?? 0).slice(text.length)
    })
    return (padded(image, imageWidth) + columns.join('')).trimEnd()
  }
  return [
    palette.dim(line('image', clusters, [])),
    ...rows.map(row =>
      line(
        imageText(row),
        row.cells.map(cellText),
        row.cells.map(result => (result === null ? palette.dim : resultPaint(palette, result)))
      )
    )
  ]
}

/** For a fleet: names where something is wrong, a number where nothing is. */
function paragraphs(
  matrix: Pick<Matrix, 'clusters'> & { readonly rows: readonly ShownRow[] },
  palette: Palette
): readonly string[] {
  return matrix.rows.flatMap(row => {
    const counts = results.flatMap(result => {
      const clusters = clustersWith(matrix, row, result)
      if (clusters.length === 0) return []
      const names = result === 'pull' ? '' : `: ${listStart(clusters, mostNames)}`
      const count = counted(clusters.length, 'cluster')
      return `  ${resultPaint(palette, result)(cellText(result))} on ${count}${names}`
    })
    const image = imageText(row)
    return worstOf(row) === 'pull' ? [image + counts.join('')] : [image, ...counts]
  })
}
