import * as z from 'zod/mini'

export const text = z.string()
export const textOrNull = z.nullable(z.string())
export const numberOrNull = z.nullable(z.number())
export const switchOrNull = z.nullable(z.boolean())

export const listOf = <T extends z.ZodMiniType>(item: T) => z.readonly(z.array(item))

/** For a key that older files of version 1 do not have: reading them gives this in its place. */
export const orElse = z._default

/** Names and describes a part of the published JSON Schema. */
export function named<T extends z.ZodMiniType>(id: string, description: string, schema: T): T {
  z.globalRegistry.add(schema, { id, description })
  return schema
}

export const reason = named(
  'Reason',
  'Why Azure gave no answer, and the ARM action that would bring it.',
  z.object({
    code: z.enum([
      'forbidden',
      'not-found',
      'not-visible',
      'name-free',
      'throttled',
      'timeout',
      'network',
      'unexpected-answer',
      'not-collected',
      'stale'
    ]),
    message: text,
    permission: textOrNull
  })
)

/** Azure's answer, or the reason why there is none. */
export const factOf = <T extends z.ZodMiniType>(value: T) =>
  z.discriminatedUnion('known', [
    z.object({ known: z.literal(true), value }),
    z.object({ known: z.literal(false), reason })
  ])
