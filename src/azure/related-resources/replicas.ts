import * as z from 'zod/mini'
import { regionKey } from '../../facts/registry-network.ts'
import type { Replica, ReplicasAnswer } from '../../facts/related-resources.ts'
import type { Clients } from '../clients.ts'
import { factOf } from '../reasons.ts'
import { resourceName } from '../../base/resource-id.ts'
import { listAt, registryApiVersion } from './arm-resources.ts'

const text = z.nullish(z.string())

const replicationBody = z.object({
  name: z.string(),
  location: z.string(),
  properties: z.object({
    provisioningState: text,
    regionEndpointEnabled: z.nullish(z.boolean()),
    status: z.nullish(z.object({ displayStatus: text }))
  })
})

/** ARM `registries/replications` in our words; requests are routed to a region unless somebody switched that off. */
function replicaFrom(json: unknown): Replica {
  const { name, location, properties } = replicationBody.parse(json)
  return {
    name,
    location: regionKey(location),
    endpointEnabled: properties.regionEndpointEnabled ?? true,
    provisioningState: properties.provisioningState ?? null,
    status: properties.status?.displayStatus ?? null
  }
}

export async function readReplicas(clients: Clients, registryId: string): Promise<ReplicasAnswer> {
  const subject = {
    what: `the list of replicas of registry ${resourceName(registryId)}`,
    permission: 'Microsoft.ContainerRegistry/registries/replications/read'
  }
  const answer = await factOf(subject, async () => {
    const items = await listAt(clients, `${registryId}/replications`, registryApiVersion)
    return items.map(replicaFrom)
  })
  return { registryId, answer }
}
