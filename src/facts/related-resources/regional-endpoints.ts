import * as z from 'zod/mini'
import { regionOfEndpoint } from '../registry-hosts.ts'
import { listOf, named, orNotTold, text, type ValueOf } from '../schema-parts.ts'
import { optionalFact } from './optional-fact.ts'

const regionalEndpoints = named(
  'RegionalEndpoints',
  'Whether a registry answers at an endpoint in each of its regions (preview).',
  z.object({
    enabled: orNotTold(z.boolean()),
    /** Such as `contoso.westeurope.geo.azurecr.io`. */
    hosts: listOf(text)
  })
)

/** Whether a registry answers at an endpoint in each of its regions. */
export type RegionalEndpoints = ValueOf<typeof regionalEndpoints>

/** Only a preview of the registry's own body tells, so it takes no action of its own. */
export const regionalEndpointSettings = optionalFact({
  kind: 'regionalEndpoints',
  about: { registryId: text },
  value: regionalEndpoints,
  actions: [],
  callsIn: ({ host, registry }) =>
    regionOfEndpoint(host) === null ? [] : [{ about: { registryId: registry.id }, calledFor: true }]
})
