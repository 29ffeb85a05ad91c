import * as z from 'zod/mini'
import type { ArmAction } from '../arm-action.ts'
import {
  factOf,
  listOf,
  named,
  orNone,
  orNotTold,
  text,
  textOrNone,
  type ValueOf
} from '../schema-parts.ts'
import { optionalFact } from './optional-fact.ts'

const credentialHealth = z.object({ healthy: orNotTold(z.boolean()), problem: textOrNone })

/** What the registry itself found out about a credential of the source. */
export type CredentialHealth = ValueOf<typeof credentialHealth>

const cacheCredentials = z.object({ name: text, answer: factOf(listOf(credentialHealth)) })

export type CacheCredentials = ValueOf<typeof cacheCredentials>

const cacheRule = named(
  'CacheRule',
  'A rule by which a registry fetches repositories from another registry.',
  z.object({
    name: text,
    /** With the host, such as `docker.io/library/*`. */
    source: text,
    /** A repository of the registry, or a prefix that ends with `/*`. */
    target: text,
    /** null: the source is asked without credentials. */
    credentials: orNone(cacheCredentials)
  })
)

export type CacheRule = ValueOf<typeof cacheRule>

export const cacheRulesRead: ArmAction = {
  action: 'Microsoft.ContainerRegistry/registries/cacheRules/read',
  topic: 'cache rules',
  brings: 'which repositories a registry fetches from another one',
  scope: 'each registry',
  without: 'That a cached source cannot be reached is not seen, which the closing lines say.'
}

export const credentialSetsRead: ArmAction = {
  action: 'Microsoft.ContainerRegistry/registries/credentialSets/read',
  topic: 'cache credentials',
  brings: 'whether the credentials of a cache rule still work',
  scope: 'each registry',
  without: 'That a cached source refuses its credentials is not seen.'
}

/** Besides a thorough run, only the registry that a cluster mirrors mcr.microsoft.com to is asked (access/related-resource-questions.ts). */
export const cacheRules = optionalFact({
  kind: 'cacheRules',
  about: { registryId: text },
  value: listOf(cacheRule),
  actions: [cacheRulesRead, credentialSetsRead],
  callsIn: ({ registry }) => [{ about: { registryId: registry.id }, calledFor: false }]
})
