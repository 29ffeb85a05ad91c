import { grouped } from '../../base/grouping.ts'
import type { Cluster, NodePool } from '../../facts/facts.ts'
import type { ImageUse } from '../../kubernetes/image-use.ts'
import { eligiblePools } from '../../kubernetes/nodes/node-pools.ts'
import { clusterCommand, nodePoolCommand } from '../wording/azure-commands.ts'
import type { Check, FindingDraft, Remediation } from '../check.ts'
import { readCluster } from '../wording/permissions.ts'
import { clusterOf } from '../../access/known-facts.ts'

const is = (value: string | null, expected: string): boolean => value?.toLowerCase() === expected

const isStopped = ({ powerState }: Cluster | NodePool): boolean => is(powerState, 'stopped')
const hasFailed = ({ provisioningState }: Cluster | NodePool): boolean =>
  is(provisioningState, 'failed') || is(provisioningState, 'canceled')
const isBeingDeleted = ({ provisioningState }: Cluster | NodePool): boolean =>
  is(provisioningState, 'deleting')

const failedText = ({ provisioningState }: Cluster | NodePool): string =>
  `has provisioning state ${provisioningState ?? ''}: what is read of it need not be what its nodes have`

/** What hinders, and what is to be done; null when nothing does. */
type State = { readonly text: string; readonly remediation: readonly Remediation[] }

const beingDeleted: State = {
  text: 'is being deleted: nothing will be pulled there',
  remediation: []
}

function stateOfCluster(cluster: Cluster): State | null {
  if (isBeingDeleted(cluster)) return beingDeleted
  if (isStopped(cluster))
    return {
      text: 'is stopped: nothing is pulled there until it runs, and what is read of it may change by then',
      remediation: [
        { description: 'Start the cluster.', command: clusterCommand(cluster, ['start']) }
      ]
    }
  if (!hasFailed(cluster)) return null
  return {
    text: failedText(cluster),
    remediation: [
      {
        description:
          'Update the cluster without changes, which brings it back to its settings, and read what that says.',
        command: clusterCommand(cluster, ['update'])
      }
    ]
  }
}

function stateOfPool(cluster: Cluster, pool: NodePool): State | null {
  if (isBeingDeleted(pool)) return beingDeleted
  if (isStopped(pool))
    return {
      text: 'is stopped: nothing is pulled there until it runs, and what is read of it may change by then',
      remediation: [
        {
          description: `Start node pool ${pool.name}.`,
          command: nodePoolCommand(cluster, pool.name, 'start')
        }
      ]
    }
  if (!hasFailed(pool)) return null
  return {
    text: failedText(pool),
    remediation: [
      {
        description: `Look at node pool ${pool.name}.`,
        command: nodePoolCommand(cluster, pool.name, 'show')
      }
    ]
  }
}

function* onPools(clusterId: string, cluster: Cluster, uses: readonly ImageUse[]) {
  for (const pool of cluster.nodePools) {
    const state = stateOfPool(cluster, pool)
    const landing = uses.filter(use => eligiblePools([pool], use.pod, cluster).length > 0)
    if (state === null || landing.length === 0) continue
    yield {
      severity: 'note',
      message: `Node pool ${pool.name} of cluster ${cluster.name} ${state.text}`,
      remediation: state.remediation,
      uses: landing,
      cluster: clusterId,
      nodePools: [pool.name]
    } satisfies FindingDraft
  }
}

export const clusterNotRunning: Check = {
  id: 'cluster-not-running',
  title: 'The cluster or a node pool is not running',
  rationale: `Nothing is pulled while a cluster or node pool is stopped, and a pool in state Failed may have nodes with old settings, or none. What this report
says about identities, versions and grants is read from the resources as they are and may change with the start or the repair, so nothing can be
asserted about pulls until then. Only node pools on which the pods can land are looked at; operations under way are not reported.`,
  references: [
    {
      title: 'Stop and start an AKS cluster',
      url: 'https://learn.microsoft.com/azure/aks/start-stop-cluster'
    },
    {
      title: 'Start and stop node pools',
      url: 'https://learn.microsoft.com/azure/aks/start-stop-nodepools'
    }
  ],
  causes: ['L8'],
  permissions: [readCluster],
  *run({ facts, verdicts }) {
    for (const [clusterId, ofCluster] of grouped(verdicts, verdict => verdict.cluster)) {
      const cluster = clusterOf(facts, clusterId)
      if (cluster === null) continue
      const uses = [...new Set(ofCluster.flatMap(verdict => verdict.uses))]
      const state = stateOfCluster(cluster)
      if (state === null) yield* onPools(clusterId, cluster, uses)
      else
        yield {
          severity: 'note',
          message: `Cluster ${cluster.name} ${state.text}`,
          remediation: state.remediation,
          uses,
          cluster: clusterId
        }
    }
  }
}
