import * as z from 'zod/mini'
import type { ArmAction } from '../arm-action.ts'
import { listOf, named, text, textOrNone, type ValueOf } from '../schema-parts.ts'
import { optionalFact } from './optional-fact.ts'

const scaleSet = named(
  'ScaleSet',
  'The machines behind a node pool.',
  z.object({
    name: text,
    /** null: it is none of a node pool, but of somebody else. */
    nodePool: textOrNone,
    /** ARM ids of its user-assigned identities. */
    identityIds: listOf(text)
  })
)

/** The machines behind a node pool. */
export type ScaleSet = ValueOf<typeof scaleSet>

export const scaleSetsRead: ArmAction = {
  action: 'Microsoft.Compute/virtualMachineScaleSets/read',
  topic: 'scale sets',
  brings: 'which identities the machines of a node pool carry',
  scope: 'the node resource group of each cluster',
  without: 'A pool without the kubelet identity is not seen, which the closing lines say.'
}

export const scaleSets = optionalFact({
  kind: 'scaleSets',
  about: { clusterId: text },
  value: listOf(scaleSet),
  actions: [scaleSetsRead],
  callsIn: ({ clusterId, cluster }) =>
    cluster.nodeIdentity.kind === 'kubelet-identity'
      ? [{ about: { clusterId }, calledFor: false }]
      : []
})
