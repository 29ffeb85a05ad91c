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
  { surroundings }: Facts,
  clusterId: string,
  registryId: string
): Asked<readonly EgressAddress[]> => answerAbout(surroundings.egress, { clusterId, registryId })

/** The virtual networks of a cluster, and whether each is linked to the private DNS zone. */
export const networksAround = (
  { surroundings }: Facts,
  clusterId: string,
  zone: string
): Asked<readonly ClusterNetwork[]> => answerAbout(surroundings.privateZones, { clusterId, zone })

export const scaleSetsOf = (
  { surroundings }: Facts,
  clusterId: string
): Asked<readonly ScaleSet[]> => answerAbout(surroundings.scaleSets, { clusterId })

export const subscriptionStateOf = (
  { surroundings }: Facts,
  subscriptionId: string
): Asked<string> => answerAbout(surroundings.subscriptions, { subscriptionId })

export const replicasOf = (
  { surroundings }: Facts,
  registryId: string
): Asked<readonly Replica[]> => answerAbout(surroundings.replicas, { registryId })

export const cacheRulesOf = (
  { surroundings }: Facts,
  registryId: string
): Asked<readonly CacheRule[]> => answerAbout(surroundings.cacheRules, { registryId })

export const storageOf = ({ surroundings }: Facts, registryId: string): Asked<Storage> =>
  answerAbout(surroundings.storage, { registryId })

/** What AKS offers in the region of a cluster. */
export const offeredVersionsOf = (
  { surroundings }: Facts,
  { subscriptionId, location }: Cluster
): Asked<readonly OfferedVersion[]> =>
  answerAbout(surroundings.offeredVersions, { subscriptionId, location })
