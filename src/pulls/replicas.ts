import { isSameRegion } from '../facts/registry-network.ts'
import type { Replica } from '../facts/related-resources/replicas.ts'

/** Null where the state is one of the good ones; also a state that Azure did not tell is none. */
const troubleOf = (name: string, actual: string | null, fine: readonly string[]): string | null => {
  if (actual === null) return `Azure did not say its ${name}`
  return fine.includes(actual.toLowerCase()) ? null : `its ${name} is ${actual}`
}

/**
 * Why a replica may lack images, as a clause; null where it is in order. It goes on serving while it is updated. The REST
 * reference calls the good status Ready, "Geo-replication in Azure Container Registry" online.
 */
export function disorderOf({ provisioningState, status }: Replica): string | null {
  return (
    troubleOf('provisioning state', provisioningState, ['succeeded', 'updating']) ??
    troubleOf('status', status, ['ready', 'online'])
  )
}

export const replicaIn = (replicas: readonly Replica[], region: string): Replica | null =>
  replicas.find(({ location }) => isSameRegion(location, region)) ?? null
