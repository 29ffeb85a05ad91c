import * as z from 'zod/mini'
import type { ArmAction } from '../arm-action.ts'
import { listOf, named, text, textOrNotTold, type ValueOf } from '../schema-parts.ts'
import { optionalFact } from './optional-fact.ts'

const identityBinding = named(
  'IdentityBinding',
  'A managed identity with which pods of a cluster may sign in (preview).',
  z.object({
    name: text,
    clientId: textOrNotTold,
    /** ARM id. */
    resourceId: textOrNotTold
  })
)

/** A managed identity with which pods of a cluster may sign in. */
export type IdentityBinding = ValueOf<typeof identityBinding>

export const identityBindingsRead: ArmAction = {
  action: 'Microsoft.ContainerService/managedClusters/identityBindings/read',
  topic: 'identity bindings',
  brings:
    'whether a cluster lets its pods sign in with the identity that a service account names to pull with',
  scope: 'each cluster',
  without: 'Whether a service account can pull with its identity is not known.'
}

/** Where service accounts pull, the cluster must have a binding for their identity ("Identity bindings in AKS"). */
export const identityBindings = optionalFact({
  kind: 'identityBindings',
  about: { clusterId: text },
  value: listOf(identityBinding),
  actions: [identityBindingsRead],
  callsIn: ({ clusterId, cluster: { serviceAccountPull: profile } }) =>
    profile.known && profile.value.enabled ? [{ about: { clusterId }, calledFor: true }] : []
})
