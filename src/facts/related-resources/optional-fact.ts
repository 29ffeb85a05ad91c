import * as z from 'zod/mini'
import type { ArmAction } from '../arm-action.ts'
import type { Cluster } from '../cluster.ts'
import type { Registry } from '../registry.ts'
import { factOf, listOf, orElse, type text } from '../schema-parts.ts'

/** A registry that a cluster pulls from, as the first answers tell of both. */
export type RegistryInUse = {
  /** As the user named it. */
  readonly clusterId: string
  readonly cluster: Cluster
  /** Lower case, as images or the user name it. */
  readonly host: string
  readonly registry: Registry
  /** User names of pull secrets that can only be tokens of the registry. */
  readonly tokenNames: readonly string[]
}

type Names = Readonly<Record<string, typeof text>>

/** What to ask about. `calledFor`: the first answers call for it; a thorough run asks nevertheless. */
type Call<About extends Names> = {
  readonly about: { readonly [Name in keyof About]: string }
  readonly calledFor: boolean
}

type Description<Kind extends string, About extends Names, Value extends z.ZodMiniType> = {
  /** The list of the facts file that its answers stand in. */
  readonly kind: Kind
  /** What an answer is about, and its question too. */
  readonly about: About
  readonly value: Value
  readonly actions: readonly ArmAction[]
  readonly callsIn: (pulls: RegistryInUse) => readonly Call<About>[]
}

/**
 * The pure half of an optional fact: about what it is asked, when, what comes of it, and which actions that takes. The other
 * half, its reader, is the file of the same name in azure/related-resources/.
 */
export function optionalFact<
  const Kind extends string,
  About extends Names,
  Value extends z.ZodMiniType
>({ kind, about, value, actions, callsIn }: Description<Kind, About, Value>) {
  return {
    kind,
    actions,
    /** The schema of the list; facts files from before it do not have it. */
    answers: orElse(listOf(z.object({ ...about, answer: factOf(value) })), []),
    questions: (pulls: RegistryInUse) =>
      callsIn(pulls).map(call => ({
        question: { kind, ...call.about },
        calledFor: call.calledFor
      }))
  }
}
