import * as z from 'zod/mini'
import type { ArmAction } from '../arm-action.ts'
import { listOf, text, type ValueOf } from '../schema-parts.ts'
import { optionalFact } from './optional-fact.ts'

const offeredVersion = z.object({
  /** Such as `1.35`. */
  minor: text,
  /** KubernetesOfficial, AKSLongTermSupport or both. */
  supportPlans: listOf(text),
  preview: z.boolean()
})

export type OfferedVersion = ValueOf<typeof offeredVersion>

export const offeredVersionsRead: ArmAction = {
  action: 'Microsoft.ContainerService/locations/kubernetesVersions/read',
  topic: 'versions',
  brings: 'the Kubernetes versions that AKS offers in the region of a cluster today',
  scope: 'the subscription of a cluster',
  without: 'Support is judged by the calendar that ships with the program alone.'
}

/** What AKS offers in a region today. It is asked where the calendar calls for it (known-issues/support-questions.ts). */
export const offeredVersions = optionalFact({
  kind: 'offeredVersions',
  about: { subscriptionId: text, location: text },
  value: listOf(offeredVersion),
  actions: [offeredVersionsRead],
  callsIn: () => []
})
