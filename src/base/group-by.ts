/** Items that belong together; there is always a first one. */
export type Group<Item> = readonly [Item, ...Item[]]

/** Groups in order of first appearance. `Map.groupBy` needs Node 21. */
export function groupBy<Key, Item>(
  items: Iterable<Item>,
  key: (item: Item) => Key
): ReadonlyMap<Key, Group<Item>> {
  const groups = new Map<Key, [Item, ...Item[]]>()
  for (const item of items) {
    const group = groups.get(key(item))
    if (group === undefined) groups.set(key(item), [item])
    else group.push(item)
  }
  return groups
}
