import type { Cloud } from '../facts/facts.ts'
import { memoizeForObjects } from '../base/memoize.ts'
import { allOf, type Truth, truthOf, anyOf } from '../base/three-valued.ts'

/** When a known issue shows, as data: everything named must hold, and one of `anyOf`. */
export type Condition = {
  readonly identity?: NodeCredential
  /** The registry is in another subscription than the cluster. */
  readonly crossSubscription?: boolean
  readonly anonymousPull?: boolean
  /** The registry's policy azureADAuthenticationAsArm. */
  readonly authenticationAsArm?: boolean
  readonly grant?: 'present' | 'missing'
  /** Counted back from when the facts were collected. */
  readonly grantYoungerThanHours?: number
  /** The grant lets pull, but not read the registry's resource. */
  readonly grantLacksRegistryRead?: boolean
  /** Different registry hosts among the images that can land on one pool. */
  readonly registryHostsAtMost?: number
  readonly imageHost?: RegExp
  readonly imageRepositoryPath?: RegExp
  readonly cloud?: Cloud['name']
  readonly nodeProvisioningMode?: 'Auto'
  readonly anyOf?: readonly Condition[]
}

export type NodeCredential = 'managedIdentity' | 'servicePrincipal'

/** What conditions ask about one pull on one node pool; null: could not be found out. */
export type PullTraits = {
  readonly identity: NodeCredential | null
  readonly crossSubscription: boolean | null
  readonly anonymousPull: boolean | null
  readonly authenticationAsArm: boolean | null
  readonly grant: 'present' | 'missing' | null
  /** Infinity where there is no grant. */
  readonly grantAgeHours: number | null
  readonly grantLacksRegistryRead: boolean | null
  readonly registryHosts: number
  readonly imageHost: string
  readonly imageRepositoryPath: string
  readonly cloud: Cloud['name']
  readonly nodeProvisioningMode: string | null
  /** Whether a pull secret of the pod does without the node's credential. */
  readonly pullSecret: Truth
}

/** One part of a condition: in words for people, and as a question to the traits. */
export type Term = { readonly text: string; answer(traits: PullTraits): Truth }

const credentials: Readonly<Record<NodeCredential, string>> = {
  managedIdentity: 'the nodes pull with a managed identity',
  servicePrincipal: 'the nodes pull with a service principal'
}

const askIf = <Trait>(trait: Trait | null, holds: (trait: Trait) => boolean): Truth =>
  trait === null ? 'maybe' : truthOf(holds(trait))

const term = <Wanted>(
  wanted: Wanted | undefined,
  text: (wanted: Wanted) => string,
  answer: (wanted: Wanted, traits: PullTraits) => Truth
): readonly Term[] =>
  wanted === undefined ? [] : [{ text: text(wanted), answer: traits => answer(wanted, traits) }]

const either = (wanted: boolean, yes: string, no: string): string => (wanted ? yes : no)

/** The condition in words. */
export const textOf = (condition: Condition): string =>
  termsOf(condition)
    .map(({ text }) => text)
    .join(' and ')

const registryTerms = (condition: Condition): readonly Term[] => [
  ...term(
    condition.crossSubscription,
    wanted => `the registry is in ${either(wanted, 'another', 'the same')} subscription`,
    (wanted, traits) => askIf(traits.crossSubscription, actual => actual === wanted)
  ),
  ...term(
    condition.anonymousPull,
    wanted => `anonymous pull is ${either(wanted, 'on', 'off')}`,
    (wanted, traits) => askIf(traits.anonymousPull, actual => actual === wanted)
  ),
  ...term(
    condition.authenticationAsArm,
    wanted =>
      `the registry ${either(wanted, 'accepts', 'refuses')} tokens of Azure Resource Manager`,
    (wanted, traits) => askIf(traits.authenticationAsArm, actual => actual === wanted)
  )
]

const grantTerms = (condition: Condition): readonly Term[] => [
  ...term(
    condition.grant,
    wanted => `the grant is ${wanted}`,
    (wanted, traits) => askIf(traits.grant, actual => actual === wanted)
  ),
  ...term(
    condition.grantYoungerThanHours,
    hours => `the grant is less than ${hours} hours old`,
    (hours, traits) => askIf(traits.grantAgeHours, age => age < hours)
  ),
  ...term(
    condition.grantLacksRegistryRead,
    wanted => `the grant ${either(wanted, 'lacks', 'has')} read access to the registry's resource`,
    (wanted, traits) => askIf(traits.grantLacksRegistryRead, actual => actual === wanted)
  )
]

const imageTerms = (condition: Condition): readonly Term[] => [
  ...term(
    condition.registryHostsAtMost,
    count =>
      `the manifests bring at most ${count} registry to the nodes, beside that of system images`,
    (count, traits) => truthOf(traits.registryHosts <= count)
  ),
  ...term(
    condition.imageHost,
    pattern => `the image's host matches ${pattern.source}`,
    (pattern, traits) => truthOf(pattern.test(traits.imageHost))
  ),
  ...term(
    condition.imageRepositoryPath,
    pattern => `the image's repository path matches ${pattern.source}`,
    (pattern, traits) => truthOf(pattern.test(traits.imageRepositoryPath))
  )
]

const clusterTerms = (condition: Condition): readonly Term[] => [
  ...term(
    condition.identity,
    wanted => credentials[wanted],
    (wanted, traits) => askIf(traits.identity, actual => actual === wanted)
  ),
  ...term(
    condition.cloud,
    wanted => `the cloud is ${wanted}`,
    (wanted, traits) => truthOf(traits.cloud === wanted)
  ),
  // ARM leaves the profile out where nodes are not provisioned automatically.
  ...term(
    condition.nodeProvisioningMode,
    wanted => `node provisioning is ${wanted}`,
    (wanted, traits) => truthOf(traits.nodeProvisioningMode === wanted)
  )
]

/** The condition's parts, all of which must hold; the same values at each call, for each pull is held against them. */
export const termsOf = memoizeForObjects((condition: Condition): readonly Term[] => [
  ...clusterTerms(condition),
  ...registryTerms(condition),
  ...grantTerms(condition),
  ...imageTerms(condition),
  ...term(
    condition.anyOf,
    conditions => conditions.map(textOf).join(', or '),
    (conditions, traits) => anyOf(conditions.map(each => holds(each, traits)))
  )
])

export const holds = (condition: Condition, traits: PullTraits): Truth =>
  allOf(termsOf(condition).map(part => part.answer(traits)))

/** In words, those alternatives of the condition that the traits answer so. */
export const alternatives = (
  { anyOf: conditions = [] }: Condition,
  traits: PullTraits,
  answer: Truth
): readonly string[] => conditions.filter(each => holds(each, traits) === answer).map(textOf)

/** In words, the parts of the condition that the traits leave open. */
export function undecided({ anyOf: conditions, ...rest }: Condition, traits: PullTraits) {
  const parts = termsOf(rest).filter(part => part.answer(traits) === 'maybe')
  const either = conditions === undefined ? {} : { anyOf: conditions }
  const open = holds(either, traits) === 'maybe' ? alternatives(either, traits, 'maybe') : []
  return [...parts.map(({ text }) => text), ...open]
}
