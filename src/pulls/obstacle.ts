import type { ImageUse } from '../kubernetes/images/image-use.ts'
import type { PullContext } from './pull-context.ts'

/** Before which pulls an obstacle stands. */
export type StoppedPulls = {
  /** ARM id as the accesses have it. */
  readonly clusterId: string
  /** Registry host as the manifests write it, lower case; null: pulls from every registry. */
  readonly host: string | null
  readonly uses: ReadonlySet<ImageUse>
}

/**
 * Something besides the credentials that stops pulls, surely or perhaps. Each kind adds the data that a check words it
 * with; only `settle` says what it does to a verdict.
 */
export type ObstacleBase<Kind extends string> = {
  readonly kind: Kind
  readonly pulls: StoppedPulls
  /** Empty: on all nodes. */
  readonly nodePools: readonly string[]
  readonly certainty: 'surely' | 'perhaps'
  /** Clauses that a person can verify, without final stop. */
  readonly evidence: readonly string[]
}

/** Finds the obstacles of one kind in the facts. */
export type ObstacleSource<Found extends ObstacleBase<string>> = {
  readonly kind: Found['kind']
  find(context: PullContext): Iterable<Found>
}
