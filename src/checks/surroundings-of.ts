import type { Fact } from '../facts/fact.ts'
import type { Cluster, Facts } from '../facts/facts.ts'
import type {
  CacheRule,
  ClusterNetwork,
  EgressAddress,
  OfferedVersion,
  Replica,
  ScaleSet,
  Storage
} from '../facts/surroundings.ts'

/** null: nobody asked, which is no reason to say anything. */
type Asked<T> = Fact<T> | null

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

export const egressOf = (
  { surroundings }: Facts,
  clusterId: string,
  registryId: string
): Asked<readonly EgressAddress[]> =>
  surroundings.egress.find(
    each => same(each.clusterId, clusterId) && same(each.registryId, registryId)
  )?.answer ?? null

/** The virtual networks of a cluster, and whether each is linked to the private DNS zone. */
export const networksAround = (
  { surroundings }: Facts,
  clusterId: string,
  zone: string
): Asked<readonly ClusterNetwork[]> =>
  surroundings.privateZones.find(each => same(each.clusterId, clusterId) && same(each.zone, zone))
    ?.answer ?? null

export const scaleSetsOf = (
  { surroundings }: Facts,
  clusterId: string
): Asked<readonly ScaleSet[]> =>
  surroundings.scaleSets.find(each => same(each.clusterId, clusterId))?.answer ?? null

export const subscriptionStateOf = (
  { surroundings }: Facts,
  subscriptionId: string
): Asked<string> =>
  surroundings.subscriptions.find(each => same(each.subscriptionId, subscriptionId))?.answer ?? null

export const replicasOf = (
  { surroundings }: Facts,
  registryId: string
): Asked<readonly Replica[]> =>
  surroundings.replicas.find(each => same(each.registryId, registryId))?.answer ?? null

export const cacheRulesOf = (
  { surroundings }: Facts,
  registryId: string
): Asked<readonly CacheRule[]> =>
  surroundings.cacheRules.find(each => same(each.registryId, registryId))?.answer ?? null

export const storageOf = ({ surroundings }: Facts, registryId: string): Asked<Storage> =>
  surroundings.storage.find(each => same(each.registryId, registryId))?.answer ?? null

/** What AKS offers in the region of a cluster. */
export const offeredVersionsOf = (
  { surroundings }: Facts,
  { subscriptionId, location }: Cluster
): Asked<readonly OfferedVersion[]> =>
  surroundings.offeredVersions.find(
    each => same(each.subscriptionId, subscriptionId) && same(each.location, location)
  )?.answer ?? null
