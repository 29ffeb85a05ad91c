/** Why Azure gave no answer. `name-free`: no registry of that name exists anywhere. */
export type ReasonCode =
  | 'forbidden'
  | 'not-found'
  | 'not-visible'
  | 'name-free'
  | 'throttled'
  | 'timeout'
  | 'network'
  | 'unexpected-answer'
  | 'not-collected'
  | 'stale'

/** A sentence without final stop, and the ARM action that would bring the answer, when one is missing. */
export type Reason = {
  readonly code: ReasonCode
  readonly message: string
  readonly permission: string | null
}

/** An answer, or the reason why there is none. A missing answer is never read as "no". */
export type Fact<T> =
  { readonly known: true; readonly value: T } | { readonly known: false; readonly reason: Reason }

export const known = <T>(value: T): Fact<T> => ({ known: true, value })

export const unknown = (
  code: ReasonCode,
  message: string,
  permission: string | null = null
): Fact<never> => ({ known: false, reason: { code, message, permission } })

/** The same fact about something computed from its answer. */
export const mapFact = <T, U>(fact: Fact<T>, change: (value: T) => U): Fact<U> =>
  fact.known ? known(change(fact.value)) : fact
