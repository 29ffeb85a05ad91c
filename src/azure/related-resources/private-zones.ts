import * as z from 'zod/mini'
import type { Cluster } from '../../facts/facts.ts'
import { networksOf } from '../../facts/registry-network.ts'
import { networksRead, type ClusterNetwork } from '../../facts/related-resources/private-zones.ts'
import { UntrustedAnswerError } from '../arm-errors.ts'
import { factOf } from '../reasons.ts'
import { kustoList, kustoText, queryResources } from '../resource-graph.ts'
import type { Reader } from './reader.ts'

const networkType = 'microsoft.network/virtualnetworks'
const linkType = 'microsoft.network/privatednszones/virtualnetworklinks'

const row = z.object({
  id: z.string(),
  type: z.string(),
  linkedNetwork: z.nullish(z.string()),
  dnsServers: z.nullish(z.string())
})

/** Where pools name no subnet, AKS made the network itself, in the resource group of the nodes. */
function networksFilter(cluster: Cluster): string {
  const { subscriptionId, nodeResourceGroup } = cluster
  const named = networksOf(cluster)
  if (named.length > 0) return `id in~ ${kustoList(named)}`
  return `subscriptionId in~ ${kustoList([subscriptionId])} and resourceGroup in~ ${kustoList([nodeResourceGroup ?? ''])}`
}

/**
 * Whether the virtual networks of a cluster are linked to the private DNS zone. Resource Graph leaves out what the caller
 * may not read. Zones often are in a subscription of their own: who sees no link at all cannot tell that one is missing.
 */
export const readPrivateZone: Reader<'privateZones'> = async (
  { clusterId, zone },
  { clients, cluster }
) => {
  const found = await cluster(clusterId)
  if (!found.known) return found
  const subject = {
    what: `the virtual networks of cluster ${found.value.name}`,
    takes: networksRead
  }
  return factOf(subject, async () => {
    const rows = await queryResources(
      clients,
      `resources
| where (type =~ '${networkType}' and ${networksFilter(found.value)}) or (type =~ '${linkType}' and id contains ${kustoText(`/privatednszones/${zone}/`)})
| project id, type, linkedNetwork=tolower(tostring(properties.virtualNetwork.id)), dnsServers=tostring(properties.dhcpOptions.dnsServers)
| order by id asc`,
      row
    )
    const networks = ofType(rows, networkType)
    const links = ofType(rows, linkType)
    if (networks.length < Math.max(1, networksOf(found.value).length))
      throw new UntrustedAnswerError(
        'not every virtual network of it is among what the sign-in may read'
      )
    if (links.length === 0)
      throw new UntrustedAnswerError(
        `no link of a private DNS zone ${zone} is among what the sign-in may read`
      )
    return linkedNetworks(networks, links)
  })
}

type Row = z.infer<typeof row>

const ofType = (rows: readonly Row[], type: string): readonly Row[] =>
  rows.filter(each => each.type.toLowerCase() === type)

function linkedNetworks(
  networks: readonly Row[],
  links: readonly Row[]
): readonly ClusterNetwork[] {
  const linked = new Set(links.map(({ linkedNetwork }) => linkedNetwork))
  return networks.map(({ id, dnsServers }) => ({
    id,
    ownDnsServers: !['', '[]', 'null'].includes(dnsServers ?? ''),
    linked: linked.has(id.toLowerCase())
  }))
}
