/** A question that is asked once for each key; asking again gives the first, perhaps still pending, answer. */
export type ByKey<Input, Answer> = {
  (input: Input): Promise<Answer>
  /** All answers so far, in the order in which they were first asked for. */
  readonly answers: () => Promise<Answer[]>
}

export function byKey<Input, Answer>(
  keyOf: (input: Input) => string,
  ask: (input: Input) => Promise<Answer>
): ByKey<Input, Answer> {
  const pending = new Map<string, Promise<Answer>>()
  const once = (input: Input): Promise<Answer> => {
    const key = keyOf(input).toLowerCase()
    const answer = pending.get(key) ?? ask(input)
    pending.set(key, answer)
    return answer
  }
  return Object.assign(once, { answers: () => Promise.all(pending.values()) })
}

/** The same for a question without parameters. */
export function once<Answer>(ask: () => Promise<Answer>): () => Promise<Answer> {
  let pending: Promise<Answer> | undefined
  return () => (pending ??= ask())
}
