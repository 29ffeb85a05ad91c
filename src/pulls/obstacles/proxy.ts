import { listText } from '../../base/sentences.ts'
import type { Facts } from '../../facts/facts.ts'
import {
  isBehindFirewall,
  isPublicAccessDisabled,
  isPublicAccessUnclear,
  layerHosts
} from '../../facts/registry-network.ts'
import { isExemptFromProxy } from '../no-proxy.ts'
import type { ObstacleBase, ObstacleSource } from '../obstacle.ts'
import { type RegistryPulls, registryPulls, stoppedOf } from '../pulls-by-registry.ts'

/** The nodes ask the proxy of the cluster for hosts of a registry that admits not everybody. */
export type ProxyObstacle = ObstacleBase<'proxy'> & {
  readonly from: RegistryPulls
  readonly hosts: readonly string[]
}

/** Hosts of a registry with a private way in that the nodes nevertheless ask the proxy for; they need that way, or may need it. */
function proxied({ cluster, registry, host }: RegistryPulls, cloud: Facts['cloud']) {
  const noProxy = cluster.httpProxyNoProxy
  const isPrivate =
    isPublicAccessDisabled(registry) ||
    isPublicAccessUnclear(registry) ||
    isBehindFirewall(registry)
  if (noProxy === null || !isPrivate || registry.approvedPrivateEndpoints === 0) return []
  return [host, ...layerHosts(registry, cloud)].filter(each => !isExemptFromProxy(each, noProxy))
}

const obstacleOf = (from: RegistryPulls, hosts: readonly string[]): ProxyObstacle => ({
  kind: 'proxy',
  pulls: stoppedOf(from),
  nodePools: [],
  certainty: 'perhaps',
  evidence: [
    `the HTTP proxy of the cluster stands between the nodes and the private endpoint of the registry: noProxy lacks ${listText(hosts)}`
  ],
  from,
  hosts
})

export const proxy: ObstacleSource<ProxyObstacle> = {
  kind: 'proxy',
  *find(context) {
    for (const from of registryPulls(context)) {
      const hosts = proxied(from, context.facts.cloud)
      if (hosts.length > 0) yield obstacleOf(from, hosts)
    }
  }
}
