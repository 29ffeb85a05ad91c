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
} from '../facts/related-resources.ts'

/** null: nobody asked, which is no reason to say anything. */
type Asked<T> = Fact<T> | null

/** The answer about what the key names; ids and names are without case. */
function answerAbout<T>(
  answers: readonly ({ readonly answer: Fact<T> } & Readonly<Record<string, unknown>>)[],
  key: Readonly<Record<string, string>>
): Asked<T> {
  const found = answers.find(about =>
    Object.entries(key).every(([name, wanted]) => {
      const actual = about[name]
      return typeof actual === 'string' && actual.toLowerCase() === wanted.toLowerCase()
    })
  )
  return found?.answer ?? null
}

export const egressOf = (
  { relatedResources }: Facts,
  clusterId: string,
  registryId: string
): Asked<readonly EgressAddress[]> =>
  answerAbout(relatedResources.egress, { clusterId, registryId })

/** The virtual networks of a cluster, and whether each is linked to the private DNS zone. */
export const networksOf = (
  { relatedResources }: Facts,
  clusterId: string,
  zone: string
): Asked<readonly ClusterNetwork[]> =>
  answerAbout(relatedResources.privateZones, { clusterId, zone })

export const scaleSetsOf = (
  { relatedResources }: Facts,
  clusterId: string
): Asked<readonly ScaleSet[]> => answerAbout(relatedResources.scaleSets, { clusterId })

export const subscriptionStateOf = (
  { relatedResources }: Facts,
  subscriptionId: string
): Asked<string> => answerAbout(relatedResources.subscriptions, { subscriptionId })

export const replicasOf = (
  { relatedResources }: Facts,
  registryId: string
): Asked<readonly Replica[]> => answerAbout(relatedResources.replicas, { registryId })

export const cacheRulesOf = (
  { relatedResources }: Facts,
  registryId: string
): Asked<readonly CacheRule[]> => answerAbout(relatedResources.cacheRules, { registryId })

export const storageOf = ({ relatedResources }: Facts, registryId: string): Asked<Storage> =>
  answerAbout(relatedResources.storage, { registryId })

/** What AKS offers in the region of a cluster. */
export const offeredVersionsOf = (
  { relatedResources }: Facts,
  { subscriptionId, location }: Cluster
): Asked<readonly OfferedVersion[]> =>
  answerAbout(relatedResources.offeredVersions, { subscriptionId, location })
