import type { Fact } from '../../facts/fact.ts'
import type { Cluster } from '../../facts/facts.ts'
import type { RelatedResourceQuestion } from '../../facts/questions.ts'
import type { RelatedResources } from '../../facts/related-resources.ts'
import { byKey, type ByKey } from '../by-key.ts'
import type { Clients } from '../clients.ts'
import { readCacheRules } from './cache-rules.ts'
import { readEgress, readPublicAddress } from './egress.ts'
import { readOfferedVersions } from './offered-versions.ts'
import { readPrivateZone } from './private-zones.ts'
import { readReplicas } from './replicas.ts'
import { readScaleSets } from './scale-sets.ts'
import { readStorage } from './storage.ts'
import { readSubscriptionState } from './subscription-state.ts'
import { readToken } from './tokens.ts'

type QuestionOf<Kind extends RelatedResourceQuestion['kind']> = RelatedResourceQuestion & {
  readonly kind: Kind
}

type AnswerIn<List extends keyof RelatedResources> = RelatedResources[List][number]

/** What the first answers already brought. */
export type FirstAnswers = {
  readonly cluster: (clusterId: string) => Promise<Fact<Cluster>>
  /** Raw ARM body. */
  readonly registryBody: (registryId: string) => Promise<unknown>
}

export type RelatedResourcesReaders = {
  readonly ask: (question: RelatedResourceQuestion) => Promise<unknown>
  readonly answers: () => Promise<RelatedResources>
}

/** Asks every question once, and gathers the answers by the list that they belong to. */
export function relatedResourcesReaders(
  clients: Clients,
  { cluster, registryBody }: FirstAnswers
): RelatedResourcesReaders {
  const ofRegistry = <Answer>(
    read: (clients: Clients, registryId: string) => Promise<Answer>
  ): ByKey<string, Answer> =>
    byKey(
      id => id,
      registryId => read(clients, registryId)
    )
  const replicas = ofRegistry(readReplicas)
  const cacheRules = ofRegistry(readCacheRules)
  const storage = ofRegistry(readStorage)
  const tokens = byKey(
    ({ registryId, name }: QuestionOf<'token'>) => `${registryId} ${name}`,
    question => readToken(clients, question)
  )
  const subscriptions = byKey(
    (id: string) => id,
    id => readSubscriptionState(clients, id)
  )
  const scaleSets = byKey(
    (id: string) => id,
    async (clusterId): Promise<AnswerIn<'scaleSets'>> => {
      const answer = await cluster(clusterId)
      return answer.known ? readScaleSets(clients, clusterId, answer.value) : { clusterId, answer }
    }
  )
  const publicAddress = byKey(
    (id: string) => id,
    id => readPublicAddress(clients, id)
  )
  const egress = byKey(
    ({ clusterId, registryId }: QuestionOf<'egress'>) => `${clusterId} ${registryId}`,
    async ({ clusterId, registryId }): Promise<AnswerIn<'egress'>> => {
      const answer = await cluster(clusterId)
      const asked = { clusterId, registryId }
      return answer.known
        ? readEgress(asked, answer.value, {
            publicAddress,
            registryBody: () => registryBody(registryId)
          })
        : { ...asked, answer }
    }
  )
  const privateZones = byKey(
    ({ clusterId, zone }: QuestionOf<'private-zone'>) => `${clusterId} ${zone}`,
    async ({ clusterId, zone }): Promise<AnswerIn<'privateZones'>> => {
      const answer = await cluster(clusterId)
      const asked = { clusterId, zone }
      return answer.known ? readPrivateZone(clients, asked, answer.value) : { ...asked, answer }
    }
  )
  const offeredVersions = byKey(
    ({ subscriptionId, location }: QuestionOf<'offered-versions'>) =>
      `${subscriptionId} ${location}`,
    question => readOfferedVersions(clients, question)
  )
  return {
    ask: question => {
      switch (question.kind) {
        case 'token':
          return tokens(question)
        case 'replicas':
          return replicas(question.registryId)
        case 'cache-rules':
          return cacheRules(question.registryId)
        case 'storage':
          return storage(question.registryId)
        case 'subscription':
          return subscriptions(question.subscriptionId)
        case 'scale-sets':
          return scaleSets(question.clusterId)
        case 'egress':
          return egress(question)
        case 'private-zone':
          return privateZones(question)
        case 'offered-versions':
          return offeredVersions(question)
      }
    },
    answers: async () => ({
      tokens: await tokens.answers(),
      replicas: await replicas.answers(),
      cacheRules: await cacheRules.answers(),
      storage: await storage.answers(),
      subscriptions: await subscriptions.answers(),
      scaleSets: await scaleSets.answers(),
      egress: await egress.answers(),
      privateZones: await privateZones.answers(),
      offeredVersions: await offeredVersions.answers()
    })
  }
}
