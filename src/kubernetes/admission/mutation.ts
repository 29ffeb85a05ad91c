import type { ObjectSelection, PodChange } from './pod-changer.ts'

/** What one part of a policy does, and to which objects. */
export type Mutation = {
  readonly changes: readonly PodChange[]
  readonly selection: ObjectSelection
}
