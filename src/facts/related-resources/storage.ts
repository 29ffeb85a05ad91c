import * as z from 'zod/mini'
import type { ArmAction } from '../arm-action.ts'
import { text, type ValueOf } from '../schema-parts.ts'
import { optionalFact } from './optional-fact.ts'

/** `limitBytes`: what it can hold at all, and not the smaller part that its tier includes in the price. */
const usage = z.object({ usedBytes: z.number(), limitBytes: z.number() })

export type Storage = ValueOf<typeof usage>

export const usagesRead: ArmAction = {
  action: 'Microsoft.ContainerRegistry/registries/listUsages/read',
  topic: 'storage',
  brings: 'how full a registry is',
  scope: 'each registry',
  without: 'That new images cannot be pushed is not seen.'
}

export const storage = optionalFact({
  kind: 'storage',
  about: { registryId: text },
  value: usage,
  actions: [usagesRead],
  callsIn: ({ registry }) => [{ about: { registryId: registry.id }, calledFor: false }]
})
