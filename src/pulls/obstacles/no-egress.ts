import type { Registry } from '../../facts/facts.ts'
import { isIsolated, isPublicAccessDisabled, noEgressText } from '../../facts/registry-network.ts'
import type { ObstacleBase, ObstacleSource } from '../obstacle.ts'
import { type RegistryPulls, registryPulls, stoppedOf } from '../pulls-by-registry.ts'

/** AKS gives the nodes no egress from their network, and the registry has no private endpoint that could be in it. */
export type NoEgressObstacle = ObstacleBase<'no-egress'> & { readonly from: RegistryPulls }

/** One without public access has an obstacle of its own. */
const isPublicOnly = (registry: Registry): boolean =>
  registry.approvedPrivateEndpoints === 0 && !isPublicAccessDisabled(registry)

const obstacleOf = (from: RegistryPulls): NoEgressObstacle => ({
  kind: 'no-egress',
  pulls: stoppedOf(from),
  nodePools: [],
  certainty: 'perhaps',
  evidence: [`${noEgressText(from.cluster)}, and no private endpoint of the registry is approved`],
  from
})

export const noEgress: ObstacleSource<NoEgressObstacle> = {
  kind: 'no-egress',
  *find(context) {
    for (const from of registryPulls(context))
      if (isIsolated(from.cluster) && isPublicOnly(from.registry)) yield obstacleOf(from)
  }
}
