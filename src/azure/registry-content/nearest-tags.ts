import { distance } from 'fastest-levenshtein'
import * as z from 'zod/mini'
import { known, type Fact } from '../../facts/fact.ts'
import type { AskedAbout } from './refusals.ts'
import { readFrom, refusal } from './refusals.ts'
import type { RegistryRequests } from './registry-requests.ts'

const tagsBody = z.object({
  tags: z.nullish(z.array(z.object({ name: z.string().check(z.maxLength(128)) })))
})

/** The newest ones are those that somebody may have meant. */
const mostTags = 100

/** The newest tags of a repository. */
export function readTags(
  requests: RegistryRequests,
  repository: string,
  token: string
): Promise<Fact<readonly string[]>> {
  const { loginServer } = requests
  const about: AskedAbout = {
    loginServer,
    what: `the list of tags of ${loginServer}/${repository}`,
    right: null
  }
  return readFrom(about, async () => {
    const response = await requests.get(
      `/acr/v1/${repository}/_tags?n=${mostTags}&orderby=timedesc`,
      { authorization: `Bearer ${token}` }
    )
    if (response.status !== 200) return refusal(about, response)
    const { tags } = tagsBody.parse(JSON.parse(response.text))
    return known((tags ?? []).slice(0, mostTags).map(({ name }) => name))
  })
}

const mostNear = 3

/** Those that a slip of the keyboard or of a version leads to; the nearest first. */
export function nearest(tag: string, tags: readonly string[]): readonly string[] {
  const furthest = Math.max(2, Math.floor(tag.length / 2))
  return tags
    .map(name => ({ name, away: distance(tag, name) }))
    .filter(({ away }) => away <= furthest)
    .toSorted((one, other) => one.away - other.away)
    .slice(0, mostNear)
    .map(({ name }) => name)
}
