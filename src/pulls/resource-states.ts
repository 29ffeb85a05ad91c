import type { Cluster, NodePool } from '../facts/facts.ts'

/** In what state of a cluster or node pool nothing is pulled, or what is read of it need not be so. */
export type ResourceState = 'being-deleted' | 'stopped' | 'failed'

const is = (value: string | null, ...expected: readonly string[]): boolean =>
  value !== null && expected.includes(value.toLowerCase())

/** null: it runs. Operations under way change nothing. */
export function resourceState({
  powerState,
  provisioningState
}: Cluster | NodePool): ResourceState | null {
  if (is(provisioningState, 'deleting')) return 'being-deleted'
  if (is(powerState, 'stopped')) return 'stopped'
  return is(provisioningState, 'failed', 'canceled') ? 'failed' : null
}

/** The end of a sentence that names the cluster or the pool. */
export function resourceStateText(
  state: ResourceState,
  { provisioningState }: Cluster | NodePool
): string {
  switch (state) {
    case 'being-deleted':
      return 'is being deleted: nothing will be pulled there'
    case 'stopped':
      return 'is stopped: nothing is pulled there until it runs, and what is read of it may change by then'
    case 'failed':
      return `has provisioning state ${provisioningState ?? ''}: what is read of it need not be what its nodes have`
  }
}
