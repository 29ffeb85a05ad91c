import { registryRead } from '../../facts/arm-actions.ts'
import { known, type Fact } from '../../facts/fact.ts'
import type { CoverageGap } from '../../facts/facts.ts'
import { byKey, once } from '../by-key.ts'
import type { Clients } from '../clients.ts'
import { factOf } from '../reasons.ts'
import { absenceOf } from './registry-absence.ts'
import { readOverview, type RegistryLocation } from './registry-location.ts'
import { registrySearch, type SearchResult } from './registry-search.ts'
import { registryNameOf } from '../../facts/registry-hosts.ts'
import { parseResourceId, resourceName } from '../../base/resource-id.ts'

export type RegistryFinder = {
  /** The registry of a login server (lower case), or why there is none: out of sight, or nobody's. */
  readonly find: (loginServer: string) => Promise<Fact<RegistryLocation>>
  /** The same past Resource Graph, which keeps a deleted or moved registry for a while. */
  readonly findAgain: (loginServer: string) => Promise<Fact<RegistryLocation>>
  /** Registries that have the name, and another login server: the portal calls it a domain name label. */
  readonly namesakes: (loginServer: string) => Promise<readonly RegistryLocation[]>
  /** null when Resource Graph does not say. */
  readonly clusterTenant: (clusterId: string) => Promise<string | null>
  /** What could not be searched, although a registry was not found. */
  readonly gaps: () => readonly CoverageGap[]
}

export function registryFinder(
  clients: Clients,
  loginServers: readonly string[],
  clusterIds: readonly string[]
): RegistryFinder {
  const search = registrySearch(clients, subscriptionsOf(clusterIds))
  const overview = once(() =>
    factOf({ what: 'the Resource Graph overview', takes: registryRead }, () =>
      readOverview(clients, loginServers, clusterIds)
    )
  )
  const absence = byKey(
    (loginServer: string) => loginServer,
    async loginServer => absenceOf(clients, loginServer, await search.anySubscription())
  )
  const gaps = new Map<string, CoverageGap>()

  const conclude = async (loginServer: string, result: SearchResult) => {
    const location = byLoginServer(result.found, loginServer)
    if (location !== undefined) return known(location)
    const reason = await absence(loginServer)
    if (reason.code === 'not-visible') for (const gap of result.gaps) gaps.set(gap.subject, gap)
    return { known: false, reason } as const
  }
  const findAgain = async (loginServer: string) => {
    const [result] = await Promise.all([search.inClusterSubscriptions(), absence(loginServer)])
    return conclude(loginServer, result)
  }
  return {
    find: async loginServer => {
      const rows = await overview()
      if (!rows.known) return conclude(loginServer, await search.inEverySubscription())
      const location = byLoginServer(rows.value.registries, loginServer)
      return location === undefined ? findAgain(loginServer) : known(location)
    },
    findAgain,
    namesakes: async loginServer => {
      const rows = await overview()
      const registries = rows.known
        ? rows.value.registries
        : (await search.inEverySubscription()).found
      return namesakesAmong(registries, loginServer)
    },
    clusterTenant: async clusterId => {
      if (loginServers.length === 0) return null
      const rows = await overview()
      return rows.known ? (rows.value.clusterTenants.get(clusterId.toLowerCase()) ?? null) : null
    },
    gaps: () => [...gaps.values()]
  }
}

const byLoginServer = (
  registries: readonly RegistryLocation[],
  loginServer: string
): RegistryLocation | undefined => registries.find(row => row.loginServer === loginServer)

/** Names are reused within a scope of a tenant, where one could find any number. */
const mostNamesakes = 5

function namesakesAmong(
  registries: readonly RegistryLocation[],
  loginServer: string
): readonly RegistryLocation[] {
  const name = registryNameOf(loginServer)
  return registries
    .filter(row => resourceName(row.id).toLowerCase() === name && row.loginServer !== loginServer)
    .slice(0, mostNamesakes)
}

const subscriptionsOf = (clusterIds: readonly string[]): readonly string[] => [
  ...new Set(clusterIds.flatMap(id => parseResourceId(id)?.subscriptionId.toLowerCase() ?? []))
]
