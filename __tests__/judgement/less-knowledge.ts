import * as z from 'zod/mini'
import { unknown } from '../../src/facts/fact.ts'
import {
  factsOfFile,
  factsSchema,
  fileOfFacts,
  type FactsFile
} from '../../src/facts/facts-schema.ts'
import type { Facts } from '../../src/facts/facts.ts'
import { nullMeans } from '../../src/facts/schema-parts.ts'
import type { Manifests } from '../../src/kubernetes/manifests.ts'
import { resultsOf, type JudgedWithout } from './monotone.ts'

/** The same knowledge but for one thing, named by its path. */
export type Less<Knowledge> = { readonly without: string; readonly knowledge: () => Knowledge }

type Schema = z.core.$ZodType

/** A value of a schema, and how the whole looks with another one in its place. */
type Place = {
  readonly path: string
  readonly schema: Schema
  readonly value: unknown
  readonly replaced: (value: unknown) => unknown
}

const noAnswer = unknown('forbidden', 'the signed-in identity may not read it')

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

const at = (place: Place, key: string, schema: Schema): Place[] => {
  const { value } = place
  if (!isRecord(value) || !(key in value)) return []
  return [
    {
      path: `${place.path}.${key}`,
      schema,
      value: value[key],
      replaced: changed => place.replaced({ ...value, [key]: changed })
    }
  ]
}

const inner = (place: Place, schema: Schema): Place => ({ ...place, schema })

const itemsOf = (place: Place, schema: Schema): Place[] => {
  const items: readonly unknown[] = Array.isArray(place.value) ? place.value : []
  return items.map((value, index) => ({
    path: `${place.path}[${index}]`,
    schema,
    value,
    replaced: changed => place.replaced(items.with(index, changed))
  }))
}

/** The places right below one, by what the schema says. */
function below(place: Place): readonly Place[] {
  const { schema } = place
  if (schema instanceof z.core.$ZodObject)
    return Object.entries(schema._zod.def.shape).flatMap(([key, field]) => at(place, key, field))
  if (schema instanceof z.core.$ZodArray) return itemsOf(place, schema._zod.def.element)
  if (schema instanceof z.core.$ZodUnion)
    return schema._zod.def.options
      .filter(option => z.safeParse(option, place.value).success)
      .map(option => inner(place, option))
  if (
    schema instanceof z.core.$ZodNullable ||
    schema instanceof z.core.$ZodDefault ||
    schema instanceof z.core.$ZodReadonly
  )
    return place.value === null ? [] : [inner(place, schema._zod.def.innerType)]
  return []
}

const isAnswer = ({ schema, value }: Place): boolean =>
  schema instanceof z.core.$ZodUnion && isRecord(value) && value['known'] === true

const isTold = ({ schema, value }: Place): boolean =>
  value !== null && nullMeans(schema) === 'not told'

function* takenAway(place: Place): Generator<Less<unknown>> {
  if (isAnswer(place)) yield { without: place.path, knowledge: () => place.replaced(noAnswer) }
  if (isTold(place)) yield { without: place.path, knowledge: () => place.replaced(null) }
  for (const next of below(place)) yield* takenAway(next)
}

/** Each answer of the facts taken for a refused one, and each field that Azure need not tell for one that it did not. */
export function* lessFacts(facts: Facts): Generator<Less<Facts>> {
  const whole = {
    path: 'facts',
    schema: factsSchema,
    value: fileOfFacts(facts),
    replaced: (value: unknown) => value
  }
  for (const { without, knowledge } of takenAway(whole))
    yield { without, knowledge: () => factsOfFile(asFile(without, knowledge())) }
}

/** Kinds of places of which one was seen to make a facts file. */
const seen = new Set<string>()

/** To read each of twenty thousand variants as a file would be a third of the work; one of each kind of place is. */
function asFile(without: string, knowledge: unknown): FactsFile {
  const kind = without.replaceAll(/\[\d+\]/g, '[]')
  if (seen.has(kind)) return knowledge as FactsFile
  seen.add(kind)
  return factsSchema.parse(knowledge)
}

/** A name that only a later stage knows. */
const laterName = '${SECRET}'

/**
 * Each document that brings a credential, there and unreadable: its secret is sealed, the names in it are filled in later.
 * Not a Secret that the kubelet cannot decode: of one that nobody can read it is taken for granted that it can, as of one
 * that only the cluster has (docs/decisions/unseen-credentials.md).
 */
export function* lessManifests(manifests: Manifests): Generator<Less<Manifests>> {
  const { secrets, serviceAccounts, pullBindings } = manifests
  for (const [index, secret] of secrets.entries())
    if (secret.problem?.endsPull !== true)
      yield {
        without: `Secret ${secret.namespace}/${secret.name}`,
        knowledge: () => ({
          ...manifests,
          secrets: secrets.with(index, { ...secret, hidden: true, problem: null, entries: [] })
        })
      }
  for (const [index, account] of serviceAccounts.entries())
    if (account.imagePullSecrets.length > 0)
      yield {
        without: `pull secrets of ServiceAccount ${account.namespace}/${account.name}`,
        knowledge: () => ({
          ...manifests,
          serviceAccounts: serviceAccounts.with(index, {
            ...account,
            imagePullSecrets: account.imagePullSecrets.map(() => laterName)
          })
        })
      }
  for (const [index, binding] of pullBindings.entries())
    yield {
      without: `AcrPullBinding ${binding.namespace}/${binding.name}`,
      knowledge: () => ({
        ...manifests,
        pullBindings: pullBindings.with(index, {
          ...binding,
          repositories: null,
          managedIdentity: null
        })
      })
    }
}

/** Every fact, every field that Azure need not tell and every credential of the manifests, each taken away alone. */
export function* judgedWithLess(manifests: Manifests, facts: Facts): Generator<JudgedWithout> {
  for (const { without, knowledge } of lessFacts(facts))
    yield { without, after: resultsOf(manifests, knowledge()) }
  for (const { without, knowledge } of lessManifests(manifests))
    yield { without, after: resultsOf(knowledge(), facts) }
}

/** All pairs take minutes: KNOWLEDGE=all judges them, else these many of each case are, always the same. */
const mostPairs = process.env['KNOWLEDGE'] === 'all' ? Infinity : 6

/** Two things taken away at once, spread evenly over all pairs there are. */
export function* judgedWithLessTwice(manifests: Manifests, facts: Facts): Generator<JudgedWithout> {
  const singles = [...lessFacts(facts)]
  const all = (singles.length * (singles.length - 1)) / 2
  const step = Math.max(1, Math.floor(all / mostPairs))
  let pair = 0
  for (const [index, { without, knowledge }] of singles.entries()) {
    // Pairs of this one whose turn it is, by their number among all.
    const partners = singles.slice(index + 1).filter(() => pair++ % step === 0)
    if (partners.length === 0) continue
    const second = new Map([...lessFacts(knowledge())].map(less => [less.without, less.knowledge]))
    for (const partner of partners) {
      const both = second.get(partner.without)
      if (both !== undefined)
        yield {
          without: `${without} and ${partner.without}`,
          after: resultsOf(manifests, both())
        }
    }
  }
}
