import * as z from 'zod/mini'
import type { Permission } from '../../facts/facts.ts'

/** The condition of a role assignment, a deny assignment or one of its permissions, as keys of their schemas. */
export const conditionBody = {
  condition: z.nullish(z.string()),
  conditionVersion: z.nullish(z.string())
}

type ConditionBody = {
  readonly condition?: string | null | undefined
  readonly conditionVersion?: string | null | undefined
}

/** ARM writes an absent condition as null or as empty text. */
export const conditionFrom = (body: ConditionBody) => ({
  condition: present(body.condition),
  conditionVersion: present(body.conditionVersion)
})

const present = (value: string | null | undefined): string | null =>
  value === undefined || value === null || value.trim() === '' ? null : value

const texts = z.nullish(z.array(z.string()))

/** One of ARM's `permissions[]`, of role definitions and deny assignments alike; its lists may be null. */
export const permissionBody = z.object({
  actions: texts,
  notActions: texts,
  dataActions: texts,
  notDataActions: texts,
  ...conditionBody
})

export const permissionFrom = (body: z.infer<typeof permissionBody>): Permission => ({
  actions: body.actions ?? [],
  notActions: body.notActions ?? [],
  dataActions: body.dataActions ?? [],
  notDataActions: body.notDataActions ?? [],
  ...conditionFrom(body)
})
