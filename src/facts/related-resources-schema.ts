import * as z from 'zod/mini'
import {
  factOf,
  listOf,
  named,
  orElse,
  orNone,
  orNotTold,
  text,
  textOrNone,
  textOrNotTold
} from './schema-parts.ts'

const token = named(
  'RegistryToken',
  'A repository-scoped token of a registry, without its passwords.',
  z.object({
    enabled: z.boolean(),
    passwordExpiries: listOf(textOrNone),
    scopeMap: textOrNone,
    actions: factOf(listOf(text))
  })
)

const replica = named(
  'Replica',
  'A region of a geo-replicated registry.',
  z.object({
    name: text,
    location: text,
    endpointEnabled: z.boolean(),
    provisioningState: textOrNotTold,
    status: textOrNotTold
  })
)

const credentialHealth = z.object({ healthy: orNotTold(z.boolean()), problem: textOrNone })

const cacheRule = named(
  'CacheRule',
  'A rule by which a registry fetches repositories from another registry.',
  z.object({
    name: text,
    source: text,
    target: text,
    credentials: orNone(z.object({ name: text, answer: factOf(listOf(credentialHealth)) }))
  })
)

const storage = z.object({ usedBytes: z.number(), limitBytes: z.number() })

const scaleSet = named(
  'ScaleSet',
  'The machines behind a node pool.',
  z.object({ name: text, nodePool: textOrNone, identityIds: listOf(text) })
)

const egressAddress = z.object({ address: text, allowed: z.boolean() })

const offeredVersion = z.object({ minor: text, supportPlans: listOf(text), preview: z.boolean() })

const network = z.object({ id: text, ownDnsServers: z.boolean(), linked: z.boolean() })

/** A list that facts files from before it do not have. */
const answers = <T extends z.ZodMiniType>(answer: T) => orElse(listOf(answer), [])

export const relatedResourcesSchema = named(
  'RelatedResources',
  'Resources related to clusters and registries, where somebody asked for them.',
  z.object({
    tokens: answers(z.object({ registryId: text, name: text, answer: factOf(token) })),
    replicas: answers(z.object({ registryId: text, answer: factOf(listOf(replica)) })),
    cacheRules: answers(z.object({ registryId: text, answer: factOf(listOf(cacheRule)) })),
    storage: answers(z.object({ registryId: text, answer: factOf(storage) })),
    subscriptions: answers(z.object({ subscriptionId: text, answer: factOf(text) })),
    scaleSets: answers(z.object({ clusterId: text, answer: factOf(listOf(scaleSet)) })),
    egress: answers(
      z.object({ clusterId: text, registryId: text, answer: factOf(listOf(egressAddress)) })
    ),
    offeredVersions: answers(
      z.object({
        subscriptionId: text,
        location: text,
        answer: factOf(listOf(offeredVersion))
      })
    ),
    privateZones: answers(
      z.object({ clusterId: text, zone: text, answer: factOf(listOf(network)) })
    )
  })
)
