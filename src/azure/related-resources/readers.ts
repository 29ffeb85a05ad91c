import {
  relatedResourcesSchema,
  type RelatedResourceKind,
  type RelatedResourceQuestion,
  type RelatedResources
} from '../../facts/related-resources/index.ts'
import { groupBy } from '../../base/group-by.ts'
import { byKey, type ByKey } from '../by-key.ts'
import type { Fact } from '../../facts/fact.ts'
import type { CacheRule } from '../../facts/related-resources/cache-rules.ts'
import { readCacheRules } from './cache-rules.ts'
import { readEgress, readPublicAddress } from './egress.ts'
import { readIdentityBindings } from './identity-bindings.ts'
import { readOfferedVersions } from './offered-versions.ts'
import { readPrivateZone } from './private-zones.ts'
import type { Reader, Sources } from './reader.ts'
import { readRegionalEndpoints } from './regional-endpoints.ts'
import { readReplicas } from './replicas.ts'
import { readScaleSets } from './scale-sets.ts'
import { readStorage } from './storage.ts'
import { readSubscriptionState } from './subscriptions.ts'
import { readToken } from './tokens.ts'

const readers: { readonly [Kind in RelatedResourceKind]: Reader<Kind> } = {
  tokens: readToken,
  replicas: readReplicas,
  cacheRules: readCacheRules,
  storage: readStorage,
  subscriptions: readSubscriptionState,
  scaleSets: readScaleSets,
  egress: readEgress,
  offeredVersions: readOfferedVersions,
  privateZones: readPrivateZone,
  identityBindings: readIdentityBindings,
  regionalEndpoints: readRegionalEndpoints
}

const read = <Kind extends RelatedResourceKind>(
  question: RelatedResourceQuestion<Kind>,
  sources: Sources
) => readers[question.kind](question, sources)

export type RelatedResourcesReaders = {
  readonly ask: (question: RelatedResourceQuestion) => Promise<unknown>
  /** In passing: what is refused counts as not asked. */
  readonly glance: (question: RelatedResourceQuestion) => Promise<unknown>
  /** For whoever asks the registry itself; no answer of its own, unless somebody asks or glances. */
  readonly cacheRules: ByKey<string, Fact<readonly CacheRule[]>>
  readonly answers: () => Promise<RelatedResources>
}

/** Asks every question once, and gathers the answers by the list that they belong to. */
export function relatedResourcesReaders(
  first: Omit<Sources, 'publicAddress'>
): RelatedResourcesReaders {
  const sources: Sources = {
    ...first,
    publicAddress: byKey(
      id => id,
      id => readPublicAddress(first.clients, id)
    )
  }
  const cacheRules = byKey(
    (registryId: string) => registryId,
    registryId => readCacheRules({ kind: 'cacheRules', registryId }, sources)
  )
  const answerTo = byKey(
    (question: RelatedResourceQuestion) => JSON.stringify(question),
    async question => ({
      ...question,
      answer:
        question.kind === 'cacheRules'
          ? await cacheRules(question.registryId)
          : await read(question, sources)
    })
  )
  const asked = new Set<unknown>()
  return {
    ask: async question => {
      asked.add(await answerTo(question))
    },
    glance: answerTo,
    cacheRules,
    answers: async () => {
      const all = await answerTo.answers()
      const told = all.filter(each => asked.has(each) || each.answer.known)
      return relatedResourcesSchema.parse(Object.fromEntries(groupBy(told, ({ kind }) => kind)))
    }
  }
}
