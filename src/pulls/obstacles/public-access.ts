import type { Registry } from '../../facts/facts.ts'
import {
  isBehindFirewall,
  isIsolated,
  isPublicAccessUnclear
} from '../../facts/registry-network.ts'
import type { ObstacleBase, ObstacleSource } from '../obstacle.ts'
import { alwaysTold, untold } from '../always-told.ts'
import { isPrivateWayWhole } from '../private-way.ts'
import { type RegistryPulls, registryPulls, stoppedOf } from '../pulls-by-registry.ts'

/** Whether the public endpoint of the registry lets the nodes in is not known, and no private way is shown whole. */
export type PublicAccessObstacle = ObstacleBase<'public-access'> & { readonly from: RegistryPulls }

function why(registry: Registry): string {
  const [missing] = untold(registry, alwaysTold.registryNetwork)
  return missing === undefined
    ? `its public access is ${registry.publicNetworkAccess ?? ''}, whose rules are not read`
    : `Azure did not say whether it has ${missing}`
}

const obstacleOf = (from: RegistryPulls): PublicAccessObstacle => ({
  kind: 'public-access',
  pulls: stoppedOf(from),
  nodePools: [],
  certainty: 'perhaps',
  evidence: [
    `whether registry ${from.registry.name} lets the nodes of cluster ${from.cluster.name} in cannot be determined: ${why(from.registry)}`
  ],
  from
})

/** A firewall, and a cluster without egress, are obstacles of their own. */
const decides = ({ cluster, registry }: RegistryPulls): boolean =>
  isPublicAccessUnclear(registry) && !isBehindFirewall(registry) && !isIsolated(cluster)

export const publicAccess: ObstacleSource<PublicAccessObstacle> = {
  kind: 'public-access',
  *find(context) {
    for (const from of registryPulls(context)) {
      const hasPrivateWay = isPrivateWayWhole(from, context.facts)
      if (decides(from) && !hasPrivateWay) yield obstacleOf(from)
    }
  }
}
