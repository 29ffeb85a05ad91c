/** The same function, which works out each answer once. */
export function memoize<Key, Value>(work: (key: Key) => Value): (key: Key) => Value {
  return memoizeIn(new Map<Key, Known<Value>>(), work)
}

/** The same for objects that come and go: an answer is forgotten together with what it was asked about. */
export function memoizeForObjects<Key extends object, Value>(
  work: (key: Key) => Value
): (key: Key) => Value {
  return memoizeIn(new WeakMap<Key, Known<Value>>(), work)
}

/** An answer that may itself be `undefined`. */
type Known<Value> = { readonly value: Value }

function memoizeIn<Key, Value>(
  answers: { get(key: Key): Known<Value> | undefined; set(key: Key, known: Known<Value>): unknown },
  work: (key: Key) => Value
): (key: Key) => Value {
  return key => {
    const before = answers.get(key)
    if (before !== undefined) return before.value
    const value = work(key)
    answers.set(key, { value })
    return value
  }
}
