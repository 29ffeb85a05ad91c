import { listText } from '../../base/sentences.ts'
import { resourceName } from '../../base/resource-id.ts'
import type { Facts } from '../../facts/facts.ts'
import {
  isIsolated,
  isPublicAccessDisabled,
  layerHosts,
  noEgressText,
  privateZone
} from '../../facts/registry-network.ts'
import type { ClusterNetwork } from '../../facts/related-resources/private-zones.ts'
import type { ObstacleBase, ObstacleSource } from '../obstacle.ts'
import { type RegistryPulls, registryPulls, stoppedOf } from '../pulls-by-registry.ts'
import { type PrivateWayFault, privateWayFault } from '../private-way.ts'

/** Only the private endpoint leads into the registry, and the nodes need not resolve its names to it. */
export type PrivateWayObstacle = ObstacleBase<'private-way'> & {
  readonly from: RegistryPulls
  /** Who shuts the public way: the registry, or the cluster, which has no egress. */
  readonly shutBy: 'registry' | 'cluster'
  readonly fault: PrivateWayFault
}

const networksText = (networks: readonly ClusterNetwork[]): string =>
  `virtual network${networks.length === 1 ? '' : 's'} ${listText(networks.map(({ id }) => resourceName(id)))}`

const have = (networks: readonly ClusterNetwork[]): string =>
  networks.length === 1 ? 'has' : 'have'

const noLink = ({ registry }: RegistryPulls): string =>
  `no link to private DNS zone ${privateZone(registry)} that the signed-in identity can read`

const hostsText = ({ registry }: RegistryPulls, { cloud }: Facts): string =>
  listText([registry.loginServer, ...layerHosts(registry, cloud)])

function textOf(fault: PrivateWayFault, from: RegistryPulls, facts: Facts): string {
  switch (fault.kind) {
    case 'not-known':
      return `, and whether the nodes resolve ${hostsText(from, facts)} to it cannot be read from here${fault.reason === null ? '' : `, because ${fault.reason.message}`}`
    case 'no-link':
      return `, and ${networksText(fault.networks)}, where the nodes ask Azure's DNS, ${have(fault.networks)} ${noLink(from)}`
    case 'own-dns-servers':
      return `${ownServersText(fault.networks, from)} resolve ${hostsText(from, facts)} to it cannot be read from here`
  }
}

function ownServersText(networks: readonly ClusterNetwork[], from: RegistryPulls): string {
  const unlinked = networks.filter(({ linked }) => !linked)
  return unlinked.length === 0
    ? `, and whether the DNS servers of ${networksText(networks)}`
    : `, ${networksText(unlinked)} ${have(unlinked)} ${noLink(from)}, and whether the DNS servers there`
}

const shutText = ({ cluster }: RegistryPulls, shutBy: PrivateWayObstacle['shutBy']): string =>
  shutBy === 'registry' ? 'public access of the registry is disabled' : noEgressText(cluster)

const obstacleOf = (
  from: RegistryPulls,
  shutBy: PrivateWayObstacle['shutBy'],
  fault: PrivateWayFault,
  facts: Facts
): PrivateWayObstacle => ({
  kind: 'private-way',
  pulls: stoppedOf(from),
  nodePools: [],
  certainty: 'perhaps',
  evidence: [`${shutText(from, shutBy)}${textOf(fault, from, facts)}`],
  from,
  shutBy,
  fault
})

function whoShuts({ cluster, registry }: RegistryPulls): PrivateWayObstacle['shutBy'] | null {
  if (isPublicAccessDisabled(registry)) return 'registry'
  return isIsolated(cluster) ? 'cluster' : null
}

export const privateWay: ObstacleSource<PrivateWayObstacle> = {
  kind: 'private-way',
  *find(context) {
    for (const from of registryPulls(context)) {
      const shutBy = whoShuts(from)
      if (shutBy === null || from.registry.approvedPrivateEndpoints === 0) continue
      const fault = privateWayFault(from, context.facts)
      if (fault !== null) yield obstacleOf(from, shutBy, fault, context.facts)
    }
  }
}
