import type { CacheRule } from './cache-rules.ts'

/** Such as `docker.io`. */
export const sourceHost = ({ source }: CacheRule): string => {
  const [host = ''] = source.toLowerCase().split('/', 1)
  return host
}

/**
 * Finds the rule that fills a repository. A target is one repository or, with `*` at its end, all that begin so; a fixed one
 * may lie inside a wildcard and then counts, wildcards do not overlap ("Wildcard support for artifact cache").
 */
export function cacheRuleFinder(
  rules: readonly CacheRule[]
): (repository: string) => CacheRule | null {
  const fixed = new Map(rules.map(rule => [rule.target.toLowerCase(), rule]))
  const wildcards = rules
    .filter(({ target }) => target.endsWith('*'))
    .map(rule => ({ rule, prefix: rule.target.slice(0, -1).toLowerCase() }))
    .toSorted((one, other) => other.prefix.length - one.prefix.length)
  return repository =>
    fixed.get(repository) ??
    wildcards.find(({ prefix }) => repository.startsWith(prefix))?.rule ??
    null
}
