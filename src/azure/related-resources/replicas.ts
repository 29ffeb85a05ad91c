import * as z from 'zod/mini'
import { regionKey } from '../../facts/registry-network.ts'
import { replicationsRead, type Replica } from '../../facts/related-resources/replicas.ts'
import { factOf } from '../reasons.ts'
import { resourceName } from '../../base/resource-id.ts'
import { listAt, registryApiVersion } from './arm-resources.ts'
import type { Reader } from './reader.ts'

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

export const readReplicas: Reader<'replicas'> = ({ registryId }, { clients }) => {
  const subject = {
    what: `the list of replicas of registry ${resourceName(registryId)}`,
    takes: replicationsRead
  }
  return factOf(subject, async () => {
    const items = await listAt(clients, `${registryId}/replications`, registryApiVersion)
    return items.map(replicaFrom)
  })
}
