import { groupBy } from '../base/group-by.ts'
import { memoizeForObjects } from '../base/memoize.ts'
import type { PullResult } from '../pulls/verdict.ts'
import { clusterIds } from './wording/names.ts'
import type { Report } from './report.ts'

/** From the result that needs attention to the one that does not. */
export const results: readonly PullResult[] = ['no-pull', 'unknown', 'pull']

/** One image; `cells` follow the clusters of the matrix, null where the image was not judged. */
export type MatrixRow = {
  readonly image: string
  /** Host, with its port. */
  readonly registry: string
  readonly cells: readonly (PullResult | null)[]
}

/** What a table shows in one line: an image, or several of one registry whose pulls are all in order. */
export type ShownRow = Pick<MatrixRow, 'registry' | 'cells'> & {
  readonly images: readonly [string, ...(readonly string[])]
}

export type Matrix = {
  /** ARM ids. */
  readonly clusters: readonly string[]
  /** Images with a problem first. */
  readonly rows: readonly MatrixRow[]
}

const worse = (left: PullResult | undefined, right: PullResult): PullResult =>
  results.find(result => result === left || result === right) ?? right

/** `pull` of none. */
export const worst = (given: readonly (PullResult | null)[]): PullResult =>
  results.find(result => given.includes(result)) ?? 'pull'

export const worstOf = (row: Pick<MatrixRow, 'cells'>): PullResult => worst(row.cells)

type Judged = Pick<MatrixRow, 'registry'> & { readonly cells: Map<string, PullResult> }

/** Several pullers of one image on one cluster share a cell, which shows the worst of them. */
function cellsByImage(report: Report): ReadonlyMap<string, Judged> {
  const images = new Map<string, Judged>()
  for (const { image, cluster, result, registry } of report.verdicts) {
    const judged = images.get(image) ?? { registry, cells: new Map<string, PullResult>() }
    judged.cells.set(cluster, worse(judged.cells.get(cluster), result))
    images.set(image, judged)
  }
  return images
}

export function verdictMatrix(report: Report): Matrix {
  const clusters = clusterIds(report)
  const rows = [...cellsByImage(report)].map(([image, { registry, cells }]) => ({
    image,
    registry,
    cells: clusters.map(cluster => cells.get(cluster) ?? null)
  }))
  const rank = (row: MatrixRow) => results.indexOf(worstOf(row))
  return { clusters, rows: rows.toSorted((left, right) => rank(left) - rank(right)) }
}

/** On which clusters a row was judged at all. */
const placesOf = ({ cells }: MatrixRow): string =>
  cells.map(result => (result === null ? '-' : '+')).join('')

/** A row for each image with a problem; of the others one for each registry, and for the clusters that they were judged on. */
export const shownRows = memoizeForObjects(({ rows }: Matrix): readonly ShownRow[] => {
  const alike = groupBy(rows, row =>
    worstOf(row) === 'pull' ? `${row.registry} ${placesOf(row)}` : row
  )
  return [...alike.values()].map(([{ registry, cells, image }, ...others]) => ({
    registry,
    cells,
    images: [image, ...others.map(other => other.image)]
  }))
})

/** The images that a table counts and does not name, in the rows that name them. */
export function countedRows(matrix: Matrix): readonly MatrixRow[] {
  const named = new Set(
    shownRows(matrix).flatMap(({ images }) => (images.length > 1 ? images : []))
  )
  return matrix.rows.filter(({ image }) => named.has(image))
}

/** The clusters of a row that have this result. */
export const clustersWith = (
  matrix: Pick<Matrix, 'clusters'>,
  row: Pick<MatrixRow, 'cells'>,
  result: PullResult
): readonly string[] => matrix.clusters.filter((_, index) => row.cells[index] === result)
