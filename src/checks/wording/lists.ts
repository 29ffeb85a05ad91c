/** Such as `a, b and c`. */
export const listText = (items: readonly string[]): string =>
  items.length < 2
    ? items.join('')
    : `${items.slice(0, -1).join(', ')} and ${items.slice(-1).join('')}`

/** Such as `node pools apps and batch`. */
export const poolsText = (names: readonly string[]): string =>
  `node pool${names.length === 1 ? '' : 's'} ${listText(names)}`
