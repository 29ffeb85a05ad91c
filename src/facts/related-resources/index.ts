import * as z from 'zod/mini'
import { named, type ValueOf } from '../schema-parts.ts'
import { cacheRules } from './cache-rules.ts'
import { egress } from './egress.ts'
import { identityBindings } from './identity-bindings.ts'
import { offeredVersions } from './offered-versions.ts'
import { privateZones } from './private-zones.ts'
import type { RegistryInUse } from './optional-fact.ts'
import { regionalEndpointSettings } from './regional-endpoints.ts'
import { replicas } from './replicas.ts'
import { scaleSets } from './scale-sets.ts'
import { storage } from './storage.ts'
import { subscriptions } from './subscriptions.ts'
import { tokens } from './tokens.ts'

/** Each optional fact once. */
export const optionalFacts = [
  tokens,
  replicas,
  cacheRules,
  storage,
  subscriptions,
  scaleSets,
  egress,
  offeredVersions,
  privateZones,
  identityBindings,
  regionalEndpointSettings
] as const

export const relatedResourcesSchema = named(
  'RelatedResources',
  'Resources related to clusters and registries, where somebody asked for them.',
  z.object({
    tokens: tokens.answers,
    replicas: replicas.answers,
    cacheRules: cacheRules.answers,
    storage: storage.answers,
    subscriptions: subscriptions.answers,
    scaleSets: scaleSets.answers,
    egress: egress.answers,
    offeredVersions: offeredVersions.answers,
    privateZones: privateZones.answers,
    identityBindings: identityBindings.answers,
    regionalEndpoints: regionalEndpointSettings.answers
  })
)

/**
 * Resources related to clusters and registries. Each answer takes requests of its own, so it is asked for only where the
 * first answers call for it; a thorough run asks for all of it. Scale sets and cache rules are read in passing (azure/collect.ts). An
 * empty list: nobody asked, or in passing and without an answer.
 */
export type RelatedResources = ValueOf<typeof relatedResourcesSchema>

export const noRelatedResources: RelatedResources = relatedResourcesSchema.parse({})

export type RelatedResourceKind = keyof RelatedResources

/** The answer or the reason why there is none. */
export type RelatedResourceAnswer<Kind extends RelatedResourceKind> =
  RelatedResources[Kind][number]['answer']

/** Leads to one answer in the list that it is named after. */
export type RelatedResourceQuestion<Kind extends RelatedResourceKind = RelatedResourceKind> = {
  readonly [Each in Kind]: { readonly kind: Each } & Omit<RelatedResources[Each][number], 'answer'>
}[Kind]

type Candidate = { readonly question: RelatedResourceQuestion; readonly calledFor: boolean }

/** What may be asked about a registry in use, and whether the first answers call for it. */
export const relatedQuestions = (pulls: RegistryInUse): readonly Candidate[] =>
  optionalFacts.flatMap(({ questions }): readonly Candidate[] => questions(pulls))

const isAbout = (
  answer: Readonly<Record<string, unknown>>,
  question: Readonly<Record<string, string>>
): boolean =>
  Object.entries(question).every(([name, wanted]) => {
    const actual = answer[name]
    return (
      name === 'kind' ||
      (typeof actual === 'string' && actual.toLowerCase() === wanted.toLowerCase())
    )
  })

/** null: nobody asked, which is no reason to say anything. Ids and names are without case. */
export function answerTo<Kind extends RelatedResourceKind>(
  { relatedResources }: { readonly relatedResources: RelatedResources },
  question: RelatedResourceQuestion<Kind>
): RelatedResourceAnswer<Kind> | null {
  const answers: RelatedResources[Kind] = relatedResources[question.kind]
  return answers.find(each => isAbout(each, question))?.answer ?? null
}
