import * as z from 'zod/mini'

export type SchemaHead = {
  readonly $id: string
  readonly title: string
  readonly description: string
}

/** The JSON Schema (2020-12) of what another program writes or reads, for editors and for those programs. */
export const publishedSchema = (
  head: SchemaHead,
  schema: z.ZodMiniType
): Record<string, unknown> => ({
  ...head,
  ...z.toJSONSchema(schema, {
    io: 'input',
    override: ({ jsonSchema }) => {
      simplify(jsonSchema)
    }
  })
})

function simplify(schema: z.core.JSONSchema.BaseSchema): void {
  // `readonly` is a promise of our TypeScript types; in JSON Schema it would mean "the server owns this".
  delete schema.readOnly
  // Editors understand the format; the pattern beside it is a page long.
  if (schema.format !== undefined) delete schema.pattern
  // The bounds of what a double counts exactly say nothing about a count.
  if (schema.type === 'integer') {
    delete schema.minimum
    delete schema.maximum
  }
}
