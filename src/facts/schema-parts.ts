import * as z from 'zod/mini'

export const text = z.string()

type Unchanging<T> = T extends readonly (infer Item)[]
  ? readonly Unchanging<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]: Unchanging<T[Key]> }
    : T

/** The values of a schema, which nobody changes. */
export type ValueOf<Schema extends z.ZodMiniType> = Unchanging<z.infer<Schema>>

/** What null says of a field that may be null; it stands in the published schema. */
export type NullMeans = 'not told' | 'none'

const nulls = new WeakMap<z.core.$ZodType, NullMeans>()

const nullable =
  (means: NullMeans) =>
  <T extends z.ZodMiniType>(schema: T): z.ZodMiniNullable<T> => {
    const field = z.nullable(schema)
    nulls.set(field, means)
    z.globalRegistry.add(field, { description: `null: ${means}` })
    return field
  }

/** null: Azure did not tell. What hangs on it is open, and less knowledge is never a better answer. */
export const orNotTold = nullable('not told')

/** null: an answer, there is none. */
export const orNone = nullable('none')

/** For whoever takes knowledge away; null where the schema is not of a field that may be null. */
export const nullMeans = (schema: z.core.$ZodType): NullMeans | null => nulls.get(schema) ?? null

export const textOrNotTold = orNotTold(text)
export const textOrNone = orNone(text)

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
    permission: textOrNone
  })
)

/** Azure's answer, or the reason why there is none. */
export const factOf = <T extends z.ZodMiniType>(value: T) =>
  z.discriminatedUnion('known', [
    z.object({ known: z.literal(true), value }),
    z.object({ known: z.literal(false), reason })
  ])
