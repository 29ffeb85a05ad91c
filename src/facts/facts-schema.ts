import * as z from 'zod/mini'
import { assignments, denyAssignments, roleDefinition } from './authorization.ts'
import { cloud } from './cloud.ts'
import { cluster } from './cluster.ts'
import type { Facts } from './facts.ts'
import { imageAnswer } from './images.ts'
import { factOf, listOf, named, orElse, reason, text, textOrNotTold } from './schema-parts.ts'
import { registry } from './registry.ts'
import { noRelatedResources, relatedResourcesSchema } from './related-resources/index.ts'

/** Where the published JSON Schema of this major version lies; facts files name it in their `$schema`. */
export const factsSchemaUrl =
  'https://raw.githubusercontent.com/acr-pull-check/acr-pull-check/v1/schema/facts.schema.json'

const managedIdentity = named(
  'ManagedIdentity',
  'A user-assigned managed identity.',
  z.object({
    resourceId: textOrNotTold,
    objectId: text,
    clientId: text,
    tenantId: textOrNotTold
  })
)

/** Version 1 of the facts file: `Facts` as outside data. Keys that it does not name are ignored. */
export const factsSchema = z.object({
  schemaVersion: z.literal('1'),
  example: z.exactOptional(z.literal(true)),
  collectedAt: z.iso.datetime(),
  cloud,
  clusters: listOf(z.object({ id: text, answer: factOf(cluster) })),
  registries: listOf(z.object({ host: text, answer: factOf(registry) })),
  assignments: listOf(assignments),
  denyAssignments: listOf(denyAssignments),
  roleDefinitions: listOf(z.object({ key: text, answer: factOf(roleDefinition) })),
  identities: listOf(z.object({ reference: text, answer: factOf(managedIdentity) })),
  bootstrapRegistries: orElse(listOf(z.object({ registryId: text, answer: factOf(registry) })), []),
  // The related resources: a key of version 1 keeps its name.
  surroundings: orElse(relatedResourcesSchema, noRelatedResources),
  images: orElse(listOf(imageAnswer), []),
  coverage: listOf(z.object({ subject: text, reason }))
})

export type FactsFile = z.infer<typeof factsSchema>

/** With `fileOfFacts` it holds schema and type together: compilation fails as soon as one can say what the other cannot. */
export const factsOfFile = ({ surroundings, ...file }: FactsFile): Facts => ({
  ...file,
  relatedResources: surroundings
})

export const fileOfFacts = ({ relatedResources, ...facts }: Facts): FactsFile => ({
  ...facts,
  surroundings: relatedResources
})
