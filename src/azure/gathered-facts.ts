import type { Facts } from '../facts/facts.ts'
import type { AzureWorld } from './clients.ts'
import type { Readers } from './readers.ts'

/** Everything asked so far; what arrived in the order of the network is sorted, so that two runs can be compared. */
export async function gatheredFacts(readers: Readers, world: AzureWorld): Promise<Facts> {
  const reaches = await readers.denyReach.answers()
  return {
    schemaVersion: '1',
    collectedAt: world.now().toISOString(),
    cloud: { name: world.cloud.name, registrySuffixes: world.cloud.registrySuffixes },
    clusters: await readers.cluster.answers(),
    registries: await readers.registry.answers(),
    assignments: sorted(
      await readers.assignments.answers(),
      ({ registryId, principalId }) => `${registryId} ${principalId}`
    ),
    denyAssignments: sorted(
      (await readers.denyAssignments.answers()).map(denials => ({
        ...denials,
        reaching: reaches
          .filter(({ registryId }) => sameId(registryId, denials.registryId))
          .map(({ principalId, answer }) => ({ principalId, answer }))
      })),
      ({ registryId }) => registryId
    ),
    roleDefinitions: sorted(await readers.roleDefinition.answers(), ({ key }) => key),
    identities: await readers.identity.answers(),
    bootstrapRegistries: await readers.bootstrapRegistry.answers(),
    relatedResources: await readers.relatedResources.answers(),
    images: [],
    coverage: readers.finder.gaps()
  }
}

const sameId = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

const sorted = <T>(items: readonly T[], keyOf: (item: T) => string): T[] =>
  items
    .map(item => ({ item, key: keyOf(item).toLowerCase() }))
    .sort((one, other) => (one.key < other.key ? -1 : Number(one.key > other.key)))
    .map(({ item }) => item)
