import { isSameRegion } from '../facts/registry-network.ts'
import { alwaysTold, untold } from './always-told.ts'
import type { Replica } from '../facts/related-resources/replicas.ts'

type Field = keyof typeof alwaysTold.replica

/** Null where the state is one of the good ones, or was not told. */
const troubleOf = (replica: Replica, field: Field, fine: readonly string[]): string | null => {
  const actual = replica[field]
  if (actual === null || fine.includes(actual.toLowerCase())) return null
  return `its ${alwaysTold.replica[field]} is ${actual}`
}

/**
 * Why a replica may lack images, as a clause; null where it is in order. It goes on serving while it is updated. The REST
 * reference calls the good status Ready, "Geo-replication in Azure Container Registry" online.
 */
export function disorderOf(replica: Replica): string | null {
  const [missing] = untold(replica, alwaysTold.replica)
  return (
    troubleOf(replica, 'provisioningState', ['succeeded', 'updating']) ??
    troubleOf(replica, 'status', ['ready', 'online']) ??
    (missing === undefined ? null : `Azure did not say its ${missing}`)
  )
}

export const replicaIn = (replicas: readonly Replica[], region: string): Replica | null =>
  replicas.find(({ location }) => isSameRegion(location, region)) ?? null
