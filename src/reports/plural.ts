/** `1 image`, `2 images`, `2 registries`. */
export function counted(count: number, singular: string, plural = `${singular}s`): string {
  return `${count} ${count === 1 ? singular : plural}`
}

/** The first `most` texts, then how many are left: `a, b and 3 more`. */
export function listed(texts: readonly string[], most: number): string {
  const left = texts.length - most
  return left > 0 ? `${texts.slice(0, most).join(', ')} and ${left} more` : texts.join(', ')
}
