/** Groups in order of first appearance. `Map.groupBy` needs Node 21. */
export function grouped<Key, Item>(
  items: Iterable<Item>,
  key: (item: Item) => Key
): ReadonlyMap<Key, readonly Item[]> {
  const groups = new Map<Key, Item[]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group === undefined) groups.set(key(item), [item])
    else group.push(item)
  }
  return groups
}

/** Remembers what `make` gave for a key, so that each key costs once. */
export function remembered<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
  const values = new Map<Key, Value>()
  return key => {
    const earlier = values.get(key)
    if (earlier !== undefined) return earlier
    const value = make(key)
    values.set(key, value)
    return value
  }
}
