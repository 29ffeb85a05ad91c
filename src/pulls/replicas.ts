import { isSameRegion } from '../facts/registry-network.ts'
import type { Replica } from '../facts/surroundings.ts'

const isOneOf = (actual: string | null, ...fine: readonly string[]): boolean =>
  actual === null || fine.includes(actual.toLowerCase())

/**
 * Why a replica may lack images, as a clause; null where it is in order. It goes on serving while it is updated. The REST
 * reference calls the good status Ready, "Geo-replication in Azure Container Registry" online.
 */
export function disorderOf({ provisioningState, status }: Replica): string | null {
  if (!isOneOf(provisioningState, 'succeeded', 'updating'))
    return `its provisioning state is ${provisioningState ?? ''}`
  return isOneOf(status, 'ready', 'online') ? null : `its status is ${status ?? ''}`
}

export const replicaIn = (replicas: readonly Replica[], region: string): Replica | null =>
  replicas.find(({ location }) => isSameRegion(location, region)) ?? null
