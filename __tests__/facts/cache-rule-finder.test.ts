import { describe, expect, test } from '@jest/globals'
import { cacheRuleFinder, sourceHost } from '../../src/facts/related-resources/cache-rule-finder.ts'
import type { CacheRule } from '../../src/facts/related-resources/cache-rules.ts'

const rule = (target: string, source = 'docker.io/*'): CacheRule => ({
  name: target,
  source,
  target,
  credentials: null
})

describe('the rule that fills a repository', () => {
  test.each<[string, readonly string[], string, string | null]>([
    ['is that of the very repository', ['hub/nginx'], 'hub/nginx', 'hub/nginx'],
    ['is not that of a repository below', ['hub/nginx'], 'hub/nginx/debug', null],
    ['is a wildcard above', ['hub/*'], 'hub/library/nginx', 'hub/*'],
    ['is no wildcard of a similar name', ['hub/*'], 'hub2/nginx', null],
    ['is not the wildcard of its own path', ['hub/*'], 'hub', null],
    ['is the wildcard of the whole registry', ['*'], 'team/web', '*'],
    ['is the fixed one before a wildcard', ['hub/*', 'hub/nginx'], 'hub/nginx', 'hub/nginx'],
    ['is the longest wildcard', ['*', 'hub/*', 'hub/library/*'], 'hub/library/x', 'hub/library/*'],
    ['is found in any case of letters', ['Hub/*'], 'hub/nginx', 'Hub/*']
  ])('%s', (_name, targets, repository, expected) => {
    const ruleOf = cacheRuleFinder(targets.map(target => rule(target)))
    expect(ruleOf(repository)?.name ?? null).toBe(expected)
  })
})

test.each([
  ['docker.io/library/*', 'docker.io'],
  ['MCR.microsoft.com/*', 'mcr.microsoft.com'],
  ['quay.io', 'quay.io']
])('the host of source %s is %s', (source, expected) => {
  expect(sourceHost(rule('hub/*', source))).toBe(expected)
})
