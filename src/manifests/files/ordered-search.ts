/** The last of items in rising order whose position is not above a limit, or undefined. */
export const lastAtMost = <Item>(
  items: readonly Item[],
  limit: number,
  positionOf: (item: Item) => number
): Item | undefined => {
  let low = -1
  let high = items.length - 1
  while (low < high) {
    const middle = (low + high + 1) >> 1
    const item = items[middle]
    if (item !== undefined && positionOf(item) <= limit) low = middle
    else high = middle - 1
  }
  return items[low]
}
