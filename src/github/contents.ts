import * as z from 'zod/mini'
import type { RunTime } from '../base/run-time.ts'
import { messageOf } from '../base/errors.ts'

/** A file of a commit, as the REST API tells it. */
export type GitHubFile =
  | { readonly kind: 'file'; readonly path: string; readonly text: string }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unread'; readonly reason: string }

/** One answer of the REST API; 404 is an answer too. */
export type GitHubAnswer = { readonly status: number; readonly body: unknown }

export type ContentsWorld = {
  readonly environment: Readonly<Record<string, string | undefined>>
  readonly request: (
    route: string,
    parameters: Readonly<Record<string, string>>
  ) => Promise<GitHubAnswer>
}

/** Of one request, its answer included. */
const longestRequest = 10_000

/** null where there was no answer, which the client calls a 500 (@octokit/request, fetch-wrapper). */
const statusOf = (error: unknown): number | null =>
  error instanceof Error &&
  'response' in error &&
  error.response !== undefined &&
  'status' in error &&
  typeof error.status === 'number'
    ? error.status
    : null

/** The client is loaded only where it is needed; it reads GITHUB_API_URL when imported. */
export function gitHubRequest(token: string, time: RunTime): ContentsWorld['request'] {
  return async (route, parameters) => {
    const milliseconds = Math.min(longestRequest, time.left('settings'))
    const { getOctokit } = await import('@actions/github')
    try {
      const answer = await getOctokit(token).request(route, {
        ...parameters,
        request: { signal: AbortSignal.timeout(milliseconds) }
      })
      const body: unknown = answer.data
      return { status: answer.status, body }
    } catch (error) {
      if (statusOf(error) === 404) return { status: 404, body: null }
      throw error
    }
  }
}

/** "Get repository content": files up to 1 MB come with their content, larger ones without. */
const content = z.object({
  type: z.literal('file'),
  encoding: z.literal('base64'),
  content: z.string()
})

const largeFile = z.object({ type: z.literal('file') })

/**
 * The first of some files that a commit holds. A token that may not read gets 404 as well, so that only a commit which
 * can be seen proves that a file is not there.
 */
export async function fileOnGitHub(
  place: {
    readonly repository: string
    readonly commit: string
    readonly paths: readonly string[]
  },
  { environment, request }: ContentsWorld
): Promise<GitHubFile> {
  const [owner = '', repo = ''] = place.repository.split('/')
  if (!/^https:\/\//i.test(environment['GITHUB_API_URL'] ?? 'https://'))
    return { kind: 'unread', reason: 'GITHUB_API_URL is no https address' }
  try {
    const answers = await Promise.all(
      place.paths.map(path =>
        request('GET /repos/{owner}/{repo}/contents/{path}', {
          owner,
          repo,
          path,
          ref: place.commit
        })
      )
    )
    for (const [index, answer] of answers.entries()) {
      const found = fileOf(place.paths[index] ?? '', answer)
      if (found.kind !== 'absent') return found
    }
    const commit = await request('GET /repos/{owner}/{repo}/git/commits/{commit_sha}', {
      owner,
      repo,
      commit_sha: place.commit
    })
    return commit.status === 200
      ? { kind: 'absent' }
      : {
          kind: 'unread',
          reason: 'github-token may not read it; give the job permissions: contents: read'
        }
  } catch (error) {
    return { kind: 'unread', reason: reasonOf(error) }
  }
}

function fileOf(path: string, { status, body }: GitHubAnswer): GitHubFile {
  const file = content.safeParse(body)
  if (status === 200 && file.success)
    return { kind: 'file', path, text: Buffer.from(file.data.content, 'base64').toString('utf8') }
  return status === 200 && largeFile.safeParse(body).success
    ? { kind: 'unread', reason: `${path} is larger than 1 MB` }
    : { kind: 'absent' }
}

function reasonOf(error: unknown): string {
  const status = statusOf(error)
  if (status === 401 || status === 403)
    return `github-token may not read it (HTTP ${status}); give the job permissions: contents: read`
  return status === null
    ? `GitHub cannot be reached: ${messageOf(error)}`
    : `GitHub answers with HTTP ${status}`
}
