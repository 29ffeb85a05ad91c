import * as z from 'zod/mini'
import { unknown, type Fact } from '../../facts/fact.ts'
import {
  cacheRulesRead,
  credentialSetsRead,
  type CacheCredentials,
  type CacheRule,
  type CredentialHealth
} from '../../facts/related-resources/cache-rules.ts'
import { byKey, type ByKey } from '../by-key.ts'
import type { Clients } from '../clients.ts'
import { factOf } from '../reasons.ts'
import { resourceName } from '../../base/resource-id.ts'
import { child, listAt, registryApiVersion } from './arm-resources.ts'
import type { Reader } from './reader.ts'

const text = z.nullish(z.string())

const cacheRuleBody = z.object({
  name: z.string(),
  properties: z.object({
    sourceRepository: z.string(),
    targetRepository: z.string(),
    credentialSetResourceId: text
  })
})

const credentialSetBody = z.object({
  properties: z.object({
    authCredentials: z.nullish(
      z.array(
        z.object({
          credentialHealth: z.nullish(
            z.object({ status: text, errorCode: text, errorMessage: text })
          )
        })
      )
    )
  })
})

/** A request each; a registry holds at most 1,000 rules, and few credentials are shared by many. */
const mostCredentialSets = 20

const tooMany = (name: string): Fact<never> =>
  unknown(
    'not-collected',
    `credential set ${name} is one of more than ${mostCredentialSets}, and no more are read`
  )

/** The cache rules of a registry, with the health of the credentials that they use. */
export const readCacheRules: Reader<'cacheRules'> = ({ registryId }, { clients }) => {
  const subject = {
    what: `the list of cache rules of registry ${resourceName(registryId)}`,
    takes: cacheRulesRead
  }
  let asked = 0
  const credentials = byKey(
    (name: string) => name,
    async name => {
      asked += 1
      return asked > mostCredentialSets
        ? { name, answer: tooMany(name) }
        : readCredentials(clients, registryId, name)
    }
  )
  return factOf(subject, async () => {
    const items = await listAt(clients, `${registryId}/cacheRules`, registryApiVersion)
    return Promise.all(items.map(item => cacheRuleFrom(item, credentials)))
  })
}

async function cacheRuleFrom(
  json: unknown,
  credentials: ByKey<string, CacheCredentials>
): Promise<CacheRule> {
  const { name, properties } = cacheRuleBody.parse(json)
  const credentialSet = resourceName(properties.credentialSetResourceId ?? '')
  return {
    name,
    source: properties.sourceRepository,
    target: properties.targetRepository,
    credentials: credentialSet === '' ? null : await credentials(credentialSet)
  }
}

async function readCredentials(
  clients: Clients,
  registryId: string,
  name: string
): Promise<CacheCredentials> {
  const subject = {
    what: `credential set ${name} of registry ${resourceName(registryId)}`,
    takes: credentialSetsRead
  }
  const answer = await factOf(subject, async () => {
    const body = await child(clients, registryId, 'credentialSets', name, registryApiVersion)
    const { authCredentials } = credentialSetBody.parse(body).properties
    return (authCredentials ?? []).map(({ credentialHealth }): CredentialHealth => {
      const { status, errorCode, errorMessage } = credentialHealth ?? {}
      return {
        healthy: status == null ? null : status.toLowerCase() === 'healthy',
        problem: errorMessage ?? errorCode ?? null
      }
    })
  })
  return { name, answer }
}
