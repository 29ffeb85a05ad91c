import * as z from 'zod/mini'
import type { ArmAction } from '../arm-action.ts'
import { regionOfEndpoint } from '../registry-hosts.ts'
import { listOf, named, text, textOrNotTold, type ValueOf } from '../schema-parts.ts'
import { optionalFact } from './optional-fact.ts'

const replica = named(
  'Replica',
  'A region of a geo-replicated registry.',
  z.object({
    /** Mostly, and not always, that of its region. */
    name: text,
    location: text,
    /** False: requests to the login server are not routed to it; its regional endpoint goes on answering. */
    endpointEnabled: z.boolean(),
    provisioningState: textOrNotTold,
    status: textOrNotTold
  })
)

/** A region of a geo-replicated registry, the home region too. */
export type Replica = ValueOf<typeof replica>

export const replicationsRead: ArmAction = {
  action: 'Microsoft.ContainerRegistry/registries/replications/read',
  topic: 'replicas',
  brings: 'in which regions a geo-replicated registry answers',
  scope: 'each registry',
  without: 'A regional endpoint without a replica, or whose replica still fills, is not seen.'
}

/** Regional endpoints, and data endpoints of several regions, tell that a registry is replicated; only Premium can be. */
export const replicas = optionalFact({
  kind: 'replicas',
  about: { registryId: text },
  value: listOf(replica),
  actions: [replicationsRead],
  callsIn: ({ host, registry: { id, sku, dataEndpointHosts } }) =>
    sku?.toLowerCase() === 'premium'
      ? [
          {
            about: { registryId: id },
            calledFor: regionOfEndpoint(host) !== null || dataEndpointHosts.length > 1
          }
        ]
      : []
})
