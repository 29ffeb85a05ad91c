import { nothingJudged } from './coverage.ts'
import { clusterNames } from './wording/names.ts'
import type { Report } from './report.ts'

/** Why a run does not say what it was asked: with these it ends with 2, 3 or 4. */
export type Failure = {
  readonly kind: 'run-ended' | 'cluster-not-read' | 'nothing-judged'
  /** The same in every run: `run-ended`, or the cluster. */
  readonly name: string
  readonly message: string
}

/** What failed of the run itself, in every format that readers of it would look at first. */
export function failuresOf(report: Report): readonly Failure[] {
  const { error, clusters } = report
  if (error !== null)
    return [{ kind: 'run-ended', name: 'the run came to its end', message: error.message }]
  const names = clusterNames(report)
  const unread = clusters.flatMap(({ id, reason }): readonly Failure[] =>
    reason === null
      ? []
      : [
          {
            kind: 'cluster-not-read',
            name: `cluster ${names(id)} was read`,
            message: `Cluster ${names(id)} could not be read: ${reason}`
          }
        ]
  )
  return nothingJudged(report)
    ? [
        ...unread,
        {
          kind: 'nothing-judged',
          name: 'something was judged',
          message: 'Nothing was judged, because nothing that was named could be read'
        }
      ]
    : unread
}
