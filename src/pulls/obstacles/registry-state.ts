import type { Registry } from '../../facts/facts.ts'
import { isBeingUpdated } from '../../facts/registry-state.ts'
import type { ObstacleBase, ObstacleSource } from '../obstacle.ts'
import { type RegistryPulls, registryPulls, stoppedOf } from '../pulls-by-registry.ts'

/** The registry is in a state that it leaves only by somebody's hand; it may serve pulls in it, or not. */
export type RegistryStateObstacle = ObstacleBase<'registry-state'> & {
  readonly from: RegistryPulls
}

function troublesOf(registry: Registry): readonly string[] {
  const { provisioningState, status, sku } = registry
  const ends = (state: string | null, good: string): boolean =>
    state === null || state.toLowerCase() === good
  return [
    ...(ends(provisioningState, 'succeeded') || isBeingUpdated(registry)
      ? []
      : [`its provisioning state is ${provisioningState ?? ''}`]),
    ...(ends(status, 'ready') ? [] : [`its status is ${status ?? ''}`]),
    ...(sku?.toLowerCase() === 'classic' ? ['its tier is Classic, which Azure has retired'] : [])
  ]
}

const obstacleOf = (from: RegistryPulls, troubles: readonly string[]): RegistryStateObstacle => ({
  kind: 'registry-state',
  pulls: stoppedOf(from),
  nodePools: [],
  certainty: 'perhaps',
  evidence: troubles,
  from
})

export const registryState: ObstacleSource<RegistryStateObstacle> = {
  kind: 'registry-state',
  *find(context) {
    for (const from of registryPulls(context)) {
      const troubles = troublesOf(from.registry)
      if (troubles.length > 0) yield obstacleOf(from, troubles)
    }
  }
}
