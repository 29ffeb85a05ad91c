import type { Facts } from '../facts/facts.ts'
import { factsOfFile, factsSchema, fileOfFacts } from '../facts/facts-schema.ts'
import type { ReasonCode } from '../facts/fact.ts'
import { conditionWithoutNames } from './condition-text.ts'
import type { Pseudonyms } from './pseudonyms.ts'
import { tokensIn, withoutNames } from './words.ts'

/** Keys of facts whose values are words of Azure and of the facts themselves; each is no name in any place where it stands. */
const kept: ReadonlySet<string> = new Set([
  'schemaVersion',
  'collectedAt',
  'code',
  'permission',
  'kind',
  'mode',
  'location',
  'sku',
  'supportPlan',
  'supportPlans',
  'minor',
  'powerState',
  'provisioningState',
  'status',
  'nodeProvisioningMode',
  'outboundType',
  'artifactSource',
  'osType',
  'osSku',
  'architecture',
  'os',
  'variant',
  'osVersion',
  'osFeatures',
  'state',
  'seen',
  'mediaType',
  'askedAt',
  'vmSize',
  'kubernetesVersion',
  'nodeImageVersion',
  'roleAssignmentMode',
  'publicNetworkAccess',
  'networkDefaultAction',
  'createdAt',
  'lastModifiedAt',
  'lastUpdatedAt',
  'createdOn',
  'updatedOn',
  'principalType',
  'type',
  'role',
  'conditionVersion',
  'passwordExpiries',
  'notActions',
  'dataActions',
  'notDataActions'
])

/** Also written in manifests, in node selectors and hosts. */
const keptEverywhere: readonly string[] = ['location', 'vmSize', 'osSku']

const withoutMessage: Readonly<Record<ReasonCode, string>> = {
  forbidden: 'the signed-in identity may not read it',
  'not-found': 'it does not exist',
  'not-visible': 'it exists, but nothing that can be read here holds it',
  'name-free': 'no registry of that name exists',
  throttled: 'Azure throttled the requests',
  timeout: 'Azure did not answer in time',
  network: 'Azure could not be reached',
  'unexpected-answer': 'Azure answered something unexpected',
  'not-collected': 'it was not asked for',
  stale: 'the facts are too old'
}

type Json = Readonly<Record<string, unknown>>

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const isReasonCode = (code: unknown): code is ReasonCode =>
  typeof code === 'string' && Object.hasOwn(withoutMessage, code)

const tokenAction = /^(repositories\/)(.*)(\/(?:content|metadata)\/(?:read|write|delete))$/i

/** Actions of a token name repositories, those of a role only what Azure offers. */
function actionWithoutNames(action: string, names: Pseudonyms): string {
  const [, before, repository, after] = tokenAction.exec(action) ?? []
  return before === undefined || repository === undefined || after === undefined
    ? action
    : `${before}${withoutNames(repository, names)}${after}`
}

/** A built-in role has the same name and id everywhere. */
const isBuiltInRole = (value: Json): boolean => value['custom'] === false && 'permissions' in value

/** A text of the facts by the key that it stands under. */
function textWithoutNames(key: string, text: string, { names, parent }: Place): string {
  if (kept.has(key)) return text
  if (key === 'actions') return actionWithoutNames(text, names)
  if (key === 'condition') return conditionWithoutNames(text, names)
  if (key === 'problem') return 'said by the registry'
  if (key === 'message' && isReasonCode(parent['code'])) return withoutMessage[parent['code']]
  if (key === 'name' && (isBuiltInRole(parent) || 'registrySuffixes' in parent)) return text
  return withoutNames(text, names)
}

type Place = { readonly names: Pseudonyms; readonly parent: Json }

/** The entries of an object with the key that tells what they are: an answer is what it answers, a label any text. */
const entriesOf = (key: string, value: Json): readonly (readonly [string, string, unknown])[] =>
  Object.entries(value).map(([name, child]) => {
    const meaning = 'known' in value && name === 'value' ? key : name
    return [name, key === 'labels' ? 'label' : meaning, child]
  })

function anonymousValue(key: string, value: unknown, place: Place): unknown {
  if (typeof value === 'string') return textWithoutNames(key, value, place)
  if (Array.isArray(value)) return value.map(item => anonymousValue(key, item, place))
  if (!isObject(value)) return value
  return Object.fromEntries(
    entriesOf(key, value).map(([name, meaning, child]) => [
      meaning === 'label' ? withoutNames(name, place.names) : name,
      anonymousValue(meaning, child, { ...place, parent: value })
    ])
  )
}

/** States are words of Azure, and stand where other answers have names. */
const withStates = (
  related: Facts['relatedResources'],
  originals: Facts['relatedResources']
): Facts['relatedResources'] => ({
  ...related,
  subscriptions: related.subscriptions.map((each, index) => {
    const state = originals.subscriptions[index]?.answer
    return state?.known === true ? { ...each, answer: state } : each
  })
})

/** The same facts with other names and ids; a text that no rule names is replaced. */
export function factsWithoutNames(facts: Facts, names: Pseudonyms): Facts {
  const file = anonymousValue('facts', fileOfFacts(facts), { names, parent: {} })
  const { relatedResources, ...others } = factsOfFile(factsSchema.parse(file))
  return { ...others, relatedResources: withStates(relatedResources, facts.relatedResources) }
}

/** Every text of the facts with the key that tells what it is. */
export function* textsOf(
  value: unknown,
  key = 'facts'
): Generator<readonly [key: string, text: string]> {
  if (typeof value === 'string') yield [key, value]
  if (Array.isArray(value)) for (const item of value) yield* textsOf(item, key)
  if (isObject(value))
    for (const [name, meaning, child] of entriesOf(key, value)) {
      if (meaning === 'label') yield [meaning, name]
      yield* textsOf(child, meaning)
    }
}

/** What manifests may say too, although it names nobody: regions, sizes and the ids of built-in roles; lower case. */
export const keptOf = (facts: Facts): ReadonlySet<string> =>
  new Set([
    ...[...textsOf(facts)].flatMap(([key, text]) =>
      keptEverywhere.includes(key) ? tokensIn(text) : []
    ),
    ...facts.roleDefinitions.flatMap(({ key, answer }) =>
      answer.known && !answer.value.custom ? [key.toLowerCase()] : []
    )
  ])
