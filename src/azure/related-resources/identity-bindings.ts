import * as z from 'zod/mini'
import { resourceName } from '../../base/resource-id.ts'
import {
  identityBindingsRead,
  type IdentityBinding
} from '../../facts/related-resources/identity-bindings.ts'
import { factOf } from '../reasons.ts'
import { previewApiVersion } from '../cluster/clusters.ts'
import { listAt } from './arm-resources.ts'
import type { Reader } from './reader.ts'

const text = z.nullish(z.string())

const bindingBody = z.object({
  name: z.string(),
  properties: z.object({
    managedIdentity: z.nullish(z.object({ clientId: text, resourceId: text }))
  })
})

/** ARM `managedClusters/identityBindings` in our words. */
function bindingFrom(json: unknown): IdentityBinding {
  const { name, properties } = bindingBody.parse(json)
  const { clientId, resourceId } = properties.managedIdentity ?? {}
  return { name, clientId: clientId ?? null, resourceId: resourceId ?? null }
}

export const readIdentityBindings: Reader<'identityBindings'> = ({ clusterId }, { clients }) =>
  factOf(
    {
      what: `the list of identity bindings of cluster ${resourceName(clusterId)}`,
      takes: identityBindingsRead
    },
    async () => {
      const items = await listAt(clients, `${clusterId}/identityBindings`, previewApiVersion)
      return items.map(bindingFrom)
    }
  )
