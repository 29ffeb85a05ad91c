import * as z from 'zod/mini'
import type { Permission } from '../facts/facts.ts'
import { presentText } from './assignments.ts'

const text = z.nullish(z.string())
const texts = z.nullish(z.array(z.string()))

/** One of ARM's `permissions[]`, of role definitions and deny assignments alike; its lists may be null. */
export const permissionBody = z.object({
  actions: texts,
  notActions: texts,
  dataActions: texts,
  notDataActions: texts,
  condition: text,
  conditionVersion: text
})

export const permissionFrom = (body: z.infer<typeof permissionBody>): Permission => ({
  actions: body.actions ?? [],
  notActions: body.notActions ?? [],
  dataActions: body.dataActions ?? [],
  notDataActions: body.notDataActions ?? [],
  condition: presentText(body.condition),
  conditionVersion: presentText(body.conditionVersion)
})
