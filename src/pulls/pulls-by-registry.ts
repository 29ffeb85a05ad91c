import { grouped } from '../base/grouping.ts'
import type { Verdict } from '../access/verdict.ts'
import type { Cluster, Registry } from '../facts/facts.ts'
import type { ImageUse } from '../kubernetes/image-use.ts'
import { rememberedForObjects } from '../base/remembered.ts'
import type { PullContext } from './pull-context.ts'
import { clusterOf, registryOf } from '../access/known-facts.ts'

/** What the nodes of one cluster pull from one registry; both are known. */
export type RegistryPulls = {
  /** ARM id as the verdicts have it. */
  readonly clusterId: string
  readonly cluster: Cluster
  /** Registry host as the manifests write it, lower case; a regional endpoint is a host of its own. */
  readonly host: string
  readonly registry: Registry
  readonly verdicts: readonly Verdict[]
  readonly uses: readonly ImageUse[]
}

function pullsByRegistry({ facts, verdicts }: PullContext): readonly RegistryPulls[] {
  return [...grouped(verdicts, each => each.cluster)].flatMap(([clusterId, ofCluster]) => {
    const cluster = clusterOf(facts, clusterId)
    if (cluster === null) return []
    return [...grouped(ofCluster, each => each.registry)].flatMap(([host, group]) => {
      const registry = registryOf(facts, host)
      const uses = [...new Set(group.flatMap(each => each.uses))]
      return registry === null
        ? []
        : [{ clusterId, cluster, host, registry, verdicts: group, uses }]
    })
  })
}

/**
 * One entry for each cluster and registry, because network and state of a registry are the same for all its images.
 * What is not known of either is said by the checks about missing facts, and is no entry. Many checks ask; the first
 * call for a context computes.
 */
export const registryPulls = rememberedForObjects(pullsByRegistry)
