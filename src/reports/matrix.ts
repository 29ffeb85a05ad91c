import type { PullResult } from '../pulls/verdict.ts'
import { clusterIds } from './names.ts'
import type { Report } from './report.ts'

/** From the result that needs attention to the one that does not. */
export const results: readonly PullResult[] = ['no-pull', 'unknown', 'pull']

/** One image; `cells` follow the clusters of the matrix, null where the image was not judged. */
export type MatrixRow = { readonly image: string; readonly cells: readonly (PullResult | null)[] }

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

export const worstOf = (row: MatrixRow): PullResult => worst(row.cells)

/** Several pullers of one image on one cluster share a cell, which shows the worst of them. */
function cellsByImage(report: Report): ReadonlyMap<string, ReadonlyMap<string, PullResult>> {
  const images = new Map<string, Map<string, PullResult>>()
  for (const { image, cluster, result } of report.verdicts) {
    const cells = images.get(image) ?? new Map<string, PullResult>()
    images.set(image, cells.set(cluster, worse(cells.get(cluster), result)))
  }
  return images
}

export function verdictMatrix(report: Report): Matrix {
  const clusters = clusterIds(report)
  const rows = [...cellsByImage(report)].map(([image, cells]) => ({
    image,
    cells: clusters.map(cluster => cells.get(cluster) ?? null)
  }))
  const rank = (row: MatrixRow) => results.indexOf(worstOf(row))
  return { clusters, rows: rows.toSorted((left, right) => rank(left) - rank(right)) }
}

/** The clusters of a row that have this result. */
export const clustersWith = (
  matrix: Matrix,
  row: MatrixRow,
  result: PullResult
): readonly string[] => matrix.clusters.filter((_, index) => row.cells[index] === result)
