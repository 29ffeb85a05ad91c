import { factsSchema, factsSchemaUrl } from '../../src/facts/facts-schema.ts'
import { publishedSchema } from './published-schema.ts'

/** The JSON Schema of the facts file, published at `factsSchemaUrl`. */
export const factsJsonSchema = (): Record<string, unknown> =>
  publishedSchema(
    {
      $id: factsSchemaUrl,
      title: 'Facts file of acr-pull-check, version 1',
      description:
        'What Azure said about clusters, registries and grants, as `acr-pull-check collect` writes it. An answer that Azure refused is here as its reason.'
    },
    factsSchema
  )
