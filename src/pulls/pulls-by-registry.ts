import { groupBy } from '../base/group-by.ts'
import type { PullAccess } from '../access/pull-access.ts'
import type { Cluster, Registry } from '../facts/facts.ts'
import type { ImageUse } from '../kubernetes/images/image-use.ts'
import { memoizeForObjects } from '../base/memoize.ts'
import type { StoppedPulls } from './obstacle.ts'
import type { PullContext } from './pull-context.ts'
import { clusterOf, registryOf } from '../access/known-facts.ts'

/** What the nodes of one cluster pull from one registry; both are known. */
export type RegistryPulls = {
  /** ARM id as the accesses have it. */
  readonly clusterId: string
  readonly cluster: Cluster
  /** Registry host as the manifests write it, lower case; a regional endpoint is a host of its own. */
  readonly host: string
  readonly registry: Registry
  readonly accesses: readonly PullAccess[]
  readonly uses: readonly ImageUse[]
}

function pullsByRegistry({ facts, accesses }: PullContext): readonly RegistryPulls[] {
  return [...groupBy(accesses, each => each.cluster)].flatMap(([clusterId, ofCluster]) => {
    const cluster = clusterOf(facts, clusterId)
    if (cluster === null) return []
    return [...groupBy(ofCluster, each => each.registry)].flatMap(([host, group]) => {
      const registry = registryOf(facts, host)
      const uses = [...new Set(group.flatMap(each => each.uses))]
      return registry === null
        ? []
        : [{ clusterId, cluster, host, registry, accesses: group, uses }]
    })
  })
}

/**
 * One entry for each cluster and registry, because network and state of a registry are the same for all its images.
 * What is not known of either is said by the checks about missing facts, and is no entry. Many checks ask; the first
 * call for a context computes.
 */
export const registryPulls = memoizeForObjects(pullsByRegistry)

/** Pulls of all images of a registry, or of these. */
export const stoppedOf = (
  { clusterId, host, uses: all }: RegistryPulls,
  uses: Iterable<ImageUse> = all
): StoppedPulls => ({ clusterId, host, uses: new Set(uses) })
