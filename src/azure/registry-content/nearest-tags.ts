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
    .map(name => ({ name, distance: editDistance(tag, name) }))
    .filter(({ distance }) => distance <= furthest)
    .toSorted((one, other) => one.distance - other.distance)
    .slice(0, mostNear)
    .map(({ name }) => name)
}

/** How many characters must be put in, left out or replaced (Levenshtein). */
function editDistance(one: string, other: string): number {
  let row = Array.from({ length: other.length + 1 }, (_, index) => index)
  for (const [index, character] of Array.from(one).entries()) {
    const next = [index + 1]
    for (const [column, compared] of Array.from(other).entries())
      next.push(
        Math.min(
          (row[column + 1] ?? 0) + 1,
          (next[column] ?? 0) + 1,
          (row[column] ?? 0) + (character === compared ? 0 : 1)
        )
      )
    row = next
  }
  return row[other.length] ?? 0
}
