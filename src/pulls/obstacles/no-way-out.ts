import type { Registry } from '../../facts/facts.ts'
import { isIsolated, isPublicAccessDisabled, noWayOutText } from '../../facts/registry-network.ts'
import type { ObstacleBase, ObstacleSource } from '../obstacle.ts'
import { type RegistryPulls, registryPulls, stoppedOf } from '../pulls-by-registry.ts'

/** AKS gives the nodes no way out of their network, and the registry has no private endpoint that could be in it. */
export type NoWayOutObstacle = ObstacleBase<'no-way-out'> & { readonly from: RegistryPulls }

/** One without public access has an obstacle of its own. */
const isPublicOnly = (registry: Registry): boolean =>
  registry.approvedPrivateEndpoints === 0 && !isPublicAccessDisabled(registry)

const obstacleOf = (from: RegistryPulls): NoWayOutObstacle => ({
  kind: 'no-way-out',
  pulls: stoppedOf(from),
  nodePools: [],
  certainty: 'perhaps',
  evidence: [`${noWayOutText(from.cluster)}, and no private endpoint of the registry is approved`],
  from
})

export const noWayOut: ObstacleSource<NoWayOutObstacle> = {
  kind: 'no-way-out',
  *find(context) {
    for (const from of registryPulls(context))
      if (isIsolated(from.cluster) && isPublicOnly(from.registry)) yield obstacleOf(from)
  }
}
