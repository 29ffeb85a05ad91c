import type { Fact } from './fact.ts'

/**
 * Resources related to clusters and registries. Each answer takes requests of its own, so it is asked for only where the
 * first answers call for it; a thorough run asks for all of it. An empty list: nobody asked.
 */
export type RelatedResources = {
  readonly tokens: readonly TokenAnswer[]
  readonly replicas: readonly ReplicasAnswer[]
  readonly cacheRules: readonly CacheRulesAnswer[]
  readonly storage: readonly StorageAnswer[]
  readonly subscriptions: readonly SubscriptionAnswer[]
  readonly scaleSets: readonly ScaleSetsAnswer[]
  readonly egress: readonly EgressAnswer[]
  readonly privateZones: readonly PrivateZoneAnswer[]
  readonly offeredVersions: readonly OfferedVersionsAnswer[]
}

export const noRelatedResources: RelatedResources = {
  tokens: [],
  replicas: [],
  cacheRules: [],
  storage: [],
  subscriptions: [],
  scaleSets: [],
  egress: [],
  privateZones: [],
  offeredVersions: []
}

/** A repository-scoped token, asked for by the user name of a pull secret. */
export type TokenAnswer = {
  readonly registryId: string
  readonly name: string
  readonly answer: Fact<RegistryToken>
}

export type RegistryToken = {
  readonly enabled: boolean
  /** When each password ends (ISO 8601); null: never. Which of them somebody uses is not known. */
  readonly passwordExpiries: readonly (string | null)[]
  readonly scopeMap: string | null
  /** Actions of the scope map, such as `repositories/team/web/content/read`. */
  readonly actions: Fact<readonly string[]>
}

export type ReplicasAnswer = {
  readonly registryId: string
  readonly answer: Fact<readonly Replica[]>
}

/** A region of a geo-replicated registry, the home region too. */
export type Replica = {
  /** Mostly, and not always, that of its region. */
  readonly name: string
  readonly location: string
  /** False: requests to the login server are not routed to it; its regional endpoint goes on answering. */
  readonly endpointEnabled: boolean
  readonly provisioningState: string | null
  readonly status: string | null
}

export type CacheRulesAnswer = {
  readonly registryId: string
  readonly answer: Fact<readonly CacheRule[]>
}

export type CacheRule = {
  readonly name: string
  /** With the host, such as `docker.io/library/*`. */
  readonly source: string
  /** A repository of the registry, or a prefix that ends with `/*`. */
  readonly target: string
  /** null: the source is asked without credentials. */
  readonly credentials: CacheCredentials | null
}

export type CacheCredentials = {
  readonly name: string
  readonly answer: Fact<readonly CredentialHealth[]>
}

/** What the registry itself found out about a credential of the source. */
export type CredentialHealth = {
  /** null: not told. */
  readonly healthy: boolean | null
  readonly problem: string | null
}

export type StorageAnswer = { readonly registryId: string; readonly answer: Fact<Storage> }

/** `limitBytes`: what it can hold at all, and not the smaller part that its tier includes in the price. */
export type Storage = { readonly usedBytes: number; readonly limitBytes: number }

export type SubscriptionAnswer = {
  readonly subscriptionId: string
  /** Enabled, Warned, PastDue, Disabled or Deleted. */
  readonly answer: Fact<string>
}

export type ScaleSetsAnswer = {
  readonly clusterId: string
  readonly answer: Fact<readonly ScaleSet[]>
}

/** The machines behind a node pool. */
export type ScaleSet = {
  readonly name: string
  /** null: it is none of a node pool, but of somebody else. */
  readonly nodePool: string | null
  /** ARM ids of its user-assigned identities. */
  readonly identityIds: readonly string[]
}

/** The public addresses that a cluster goes out with, held against the firewall of one registry, whose rules are no fact. */
export type EgressAnswer = {
  readonly clusterId: string
  readonly registryId: string
  readonly answer: Fact<readonly EgressAddress[]>
}

export type EgressAddress = { readonly address: string; readonly allowed: boolean }

/** The private DNS zone of registries, as far as the virtual networks of one cluster are concerned. */
export type PrivateZoneAnswer = {
  readonly clusterId: string
  readonly zone: string
  readonly answer: Fact<readonly ClusterNetwork[]>
}

export type ClusterNetwork = {
  /** ARM id of the virtual network. */
  readonly id: string
  /** It asks DNS servers of its own, so that a link of the zone may lie elsewhere. */
  readonly ownDnsServers: boolean
  readonly linked: boolean
}

/** What AKS offers in a region today. */
export type OfferedVersionsAnswer = {
  readonly subscriptionId: string
  readonly location: string
  readonly answer: Fact<readonly OfferedVersion[]>
}

export type OfferedVersion = {
  /** Such as `1.35`. */
  readonly minor: string
  /** KubernetesOfficial, AKSLongTermSupport or both. */
  readonly supportPlans: readonly string[]
  readonly preview: boolean
}
