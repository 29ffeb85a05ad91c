import { clusterOf } from '../../access/known-facts.ts'
import { groupBy } from '../../base/group-by.ts'
import type { Cluster, NodePool } from '../../facts/facts.ts'
import { eligiblePools } from '../../kubernetes/nodes/node-pools.ts'
import type { ClusterStateObstacle } from '../../pulls/obstacles/cluster-state.ts'
import {
  type ResourceState,
  resourceState,
  resourceStateText
} from '../../pulls/resource-states.ts'
import { clusterCommand, nodePoolCommand } from '../wording/azure-commands.ts'
import type { Check, CheckContext, FindingDraft, Remediation } from '../check.ts'
import { evidenceMessage, obstaclesOf } from '../wording/from-obstacles.ts'
import { clusterRead } from '../../facts/arm-actions.ts'

function bringBackCluster(state: ResourceState, cluster: Cluster): readonly Remediation[] {
  switch (state) {
    case 'being-deleted':
      return []
    case 'stopped':
      return [{ description: 'Start the cluster.', command: clusterCommand(cluster, ['start']) }]
    case 'failed':
      return [
        {
          description:
            'Update the cluster without changes, which brings it back to its settings, and read what that says.',
          command: clusterCommand(cluster, ['update'])
        }
      ]
  }
}

function bringBackPool(
  state: ResourceState,
  cluster: Cluster,
  { name }: NodePool
): readonly Remediation[] {
  switch (state) {
    case 'being-deleted':
      return []
    case 'stopped':
      return [
        {
          description: `Start node pool ${name}.`,
          command: nodePoolCommand(cluster, name, 'start')
        }
      ]
    case 'failed':
      return [
        {
          description: `Look at node pool ${name}.`,
          command: nodePoolCommand(cluster, name, 'show')
        }
      ]
  }
}

const notRunning = (obstacle: ClusterStateObstacle): FindingDraft => {
  const { cluster, nodePool, state, pulls } = obstacle
  return {
    severity: 'unknown',
    message: evidenceMessage(obstacle),
    remediation:
      nodePool === null
        ? bringBackCluster(state, cluster)
        : bringBackPool(state, cluster, nodePool),
    uses: [...pulls.uses],
    cluster: pulls.clusterId,
    ...(nodePool === null ? {} : { nodePools: [nodePool.name] })
  }
}

/** Pools without nodes, as far as the pods can land elsewhere. */
function* otherPoolsDown(
  { facts, pulls }: CheckContext,
  obstacles: readonly ClusterStateObstacle[]
): Generator<FindingDraft, void, undefined> {
  for (const [clusterId, ofCluster] of groupBy(pulls.accesses, access => access.cluster)) {
    const cluster = clusterOf(facts, clusterId)
    if (cluster === null || resourceState(cluster) !== null) continue
    const uses = [...new Set(ofCluster.flatMap(access => access.uses))]
    for (const pool of cluster.nodePools) {
      const state = resourceState(pool)
      const stopped = obstacles.find(each => each.nodePool === pool)?.pulls.uses
      const others = uses.filter(
        use => stopped?.has(use) !== true && eligiblePools([pool], use.pod, cluster).length > 0
      )
      if (state === null || others.length === 0) continue
      yield {
        severity: 'note',
        message: `Node pool ${pool.name} of cluster ${cluster.name} ${resourceStateText(state, pool)}`,
        remediation: bringBackPool(state, cluster, pool),
        uses: others,
        cluster: clusterId,
        nodePools: [pool.name]
      }
    }
  }
}

export const clusterNotRunning: Check = {
  id: 'cluster-not-running',
  title: 'The cluster or a node pool is not running',
  rationale: `Nothing is pulled while a cluster or node pool is stopped, and a pool in state Failed may have nodes with old settings, or none. What this report
says about identities, versions and grants is read from the resources as they are and may change with the start or the repair, so nothing can be
asserted about pulls until then: they are unknown. Only node pools on which the pods can land are looked at, and one without nodes leaves open only
the pulls of pods that can land nowhere else: for the others it is a note. Operations under way are not reported.`,
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
  permissions: [clusterRead],
  words: ['cluster-state'],
  *run(context) {
    const found = obstaclesOf(context.obstacles, 'cluster-state')
    yield* found.map(notRunning)
    yield* otherPoolsDown(context, found)
  }
}
