import { grouped } from '../access/grouping.ts'
import type { Verdict } from '../access/verdict.ts'
import type { Cluster, Facts, Registry } from '../facts/facts.ts'
import type { ImageUse } from '../kubernetes/manifests.ts'
import type { CheckContext, FindingDraft } from './check.ts'

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

const knownClusters = (facts: Facts): ReadonlyMap<string, Cluster> =>
  new Map(
    facts.clusters.flatMap(({ id, answer }) =>
      answer.known ? [[id.toLowerCase(), answer.value] as const] : []
    )
  )

const knownRegistries = (facts: Facts): ReadonlyMap<string, Registry> =>
  new Map(
    facts.registries.flatMap(({ host, answer }) =>
      answer.known ? [[host, answer.value] as const] : []
    )
  )

function pullsByRegistry({ facts, verdicts }: CheckContext): readonly RegistryPulls[] {
  const clusters = knownClusters(facts)
  const registries = knownRegistries(facts)
  return [...grouped(verdicts, each => each.cluster)].flatMap(([clusterId, ofCluster]) => {
    const cluster = clusters.get(clusterId.toLowerCase())
    if (cluster === undefined) return []
    return [...grouped(ofCluster, each => each.registry)].flatMap(([host, group]) => {
      const registry = registries.get(host)
      const uses = [...new Set(group.flatMap(each => each.uses))]
      return registry === undefined
        ? []
        : [{ clusterId, cluster, host, registry, verdicts: group, uses }]
    })
  })
}

const knownPulls = new WeakMap<CheckContext, readonly RegistryPulls[]>()

/**
 * One entry for each cluster and registry, because network and state of a registry are the same for all its images.
 * What is not known of either is said by the checks about missing facts, and is no entry. Many checks ask; the first
 * call for a context computes.
 */
export function registryPulls(context: CheckContext): readonly RegistryPulls[] {
  const known = knownPulls.get(context)
  if (known !== undefined) return known
  const pulls = pullsByRegistry(context)
  knownPulls.set(context, pulls)
  return pulls
}

/** One finding for all images; a single one is named. */
export function subjectOfPulls(
  { clusterId, host }: RegistryPulls,
  uses: readonly ImageUse[]
): Pick<FindingDraft, 'uses' | 'cluster' | 'registry' | 'image'> {
  const [image, ...others] = new Set(uses.map(use => use.image.text))
  return {
    uses,
    cluster: clusterId,
    registry: host,
    ...(image === undefined || others.length > 0 ? {} : { image })
  }
}

/** How the messages about all images of a registry begin. */
export const pullsText = ({ host, cluster }: RegistryPulls): string =>
  `Pulls from ${host} on cluster ${cluster.name}`
