import type { Cluster, NodePool, Registry } from '../facts/facts.ts'
import type { Replica } from '../facts/related-resources/replicas.ts'

/**
 * Fields that Azure Resource Manager answers with for every resource, and how a person calls them: null of one leaves it open
 * whether pulls are stopped. Of `publicNetworkAccess` and of replicas obstacles of their own speak, as values of theirs stop
 * pulls too. Sources: azure-rest-api-specs, containerregistry RegistryProperties, Sku and ReplicationProperties;
 * containerservice ManagedClusterProperties and ManagedClusterAgentPoolProfileProperties.
 */
export const alwaysTold = {
  registry: { provisioningState: 'provisioning state', sku: 'tier' },
  registryNetwork: { publicNetworkAccess: 'public access' },
  cluster: { provisioningState: 'provisioning state', powerState: 'power state' },
  nodePool: { provisioningState: 'provisioning state', powerState: 'power state' },
  replica: { provisioningState: 'provisioning state', status: 'status' }
} as const satisfies {
  readonly registry: Told<Registry>
  readonly registryNetwork: Told<Registry>
  readonly cluster: Told<Cluster>
  readonly nodePool: Told<NodePool>
  readonly replica: Told<Replica>
}

type Told<Resource> = Partial<Record<keyof Resource, string>>

/** Names of those that Azure did not tell. */
export const untold = (
  resource: Readonly<Record<string, unknown>>,
  fields: Readonly<Record<string, string>>
): readonly string[] =>
  Object.entries(fields).flatMap(([field, name]) => (resource[field] === null ? [name] : []))
