import * as z from 'zod/mini'
import { readMachineFile } from '../files/named.ts'
import type { SourceLinks } from '../reports/index.ts'

/** Environment variables, as `process.env` has them. */
export type Environment = Readonly<Record<string, string | undefined>>

/** What of the webhook event decides rights and links; `pullRequest` is null for other events. */
export type RunEvent = {
  readonly pullRequest: { readonly headSha: string; readonly fromFork: boolean } | null
}

const repository = z.object({ full_name: z.string() })

/** GitHub docs, "Webhook events and payloads", pull_request; `repo` is null once a fork is deleted. */
const payload = z.object({
  repository: z.optional(repository),
  pull_request: z.optional(
    z.object({ head: z.object({ sha: z.string(), repo: z.optional(z.nullable(repository)) }) })
  )
})

const noPullRequest: RunEvent = { pullRequest: null }

const parsedJson = (text: string): unknown => JSON.parse(text)

/** GitHub docs, "Webhook events and payloads": payloads are capped at 25 MB. */
const largestPayload = 25 * 1024 * 1024

/** The webhook event of this run as GitHub sent it; null where there is none, or it is no JSON. */
export function readPayload(environment: Environment): unknown {
  const path = environment['GITHUB_EVENT_PATH'] ?? ''
  const content = path === '' ? null : readMachineFile(path, largestPayload)
  if (content?.kind !== 'read') return null
  try {
    return parsedJson(content.bytes.toString('utf8'))
  } catch {
    return null
  }
}

/** The event of this run. Rights and links alone hang on it, so a missing or strange file is no error. */
export function readEvent(environment: Environment): RunEvent {
  const parsed = payload.safeParse(readPayload(environment))
  const { pull_request: pullRequest, repository: base } = parsed.data ?? {}
  if (pullRequest === undefined) return noPullRequest
  const { sha, repo } = pullRequest.head
  return { pullRequest: { headSha: sha, fromFork: repo?.full_name !== base?.full_name } }
}

/** The commit that was checked out, which for a pull request is its merge with the base. */
export function sourceLinks(environment: Environment): SourceLinks | null {
  const server = environment['GITHUB_SERVER_URL'] ?? 'https://github.com'
  const name = environment['GITHUB_REPOSITORY'] ?? ''
  const sha = environment['GITHUB_SHA'] ?? ''
  return name === '' || sha === '' ? null : { repositoryUrl: `${server}/${name}`, sha }
}
