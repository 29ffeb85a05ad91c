import { env } from 'node:process'
import { notice, setSecret, warning } from '@actions/core'
import type { RunTime } from '../base/run-time.ts'
import { messageOf } from '../base/errors.ts'
import { oneLine } from '../reports/escape.ts'
import type { Report } from '../reports/report.ts'
import {
  checkRunRequests,
  type CheckRunCreation,
  type CheckRunOutput
} from './check-run-requests.ts'
import { readEvent, sourceLinks, type Environment, type RunEvent } from './environment.ts'

/** The two calls of the Checks API that are needed. */
export type ChecksApi = {
  /** Resolves to the id of the new check run. */
  readonly create: (request: CheckRunCreation) => Promise<number>
  readonly update: (id: number, output: CheckRunOutput) => Promise<void>
}

/** What a check run touches; tests pass their own. */
export type CheckRunWorld = {
  readonly environment: Environment
  readonly connect: (token: string, repository: string) => Promise<ChecksApi>
  /** Keeps a secret out of the log. */
  readonly mask: (secret: string) => void
  readonly notice: (message: string) => void
  readonly warning: (message: string) => void
}

/** Of one request; GitHub answers within seconds. */
const longestRequest = 30_000

/** The real one, for as long as the run still has time to publish. */
export const checkRunWorld = (time: RunTime): CheckRunWorld => ({
  environment: env,
  connect: (token, repository) =>
    connect(token, repository, () => Math.min(longestRequest, time.left('publishing'))),
  mask: setSecret,
  notice,
  warning
})

/** Loaded only when asked for: the client is a quarter of the program, and reads GITHUB_API_URL when imported. */
async function connect(
  token: string,
  repository: string,
  milliseconds: () => number
): Promise<ChecksApi> {
  const { getOctokit } = await import('@actions/github')
  const { checks } = getOctokit(token).rest
  const [owner = '', repo = ''] = repository.split('/')
  const bounded = () => ({
    owner,
    repo,
    request: { signal: AbortSignal.timeout(milliseconds()) }
  })
  return {
    create: async request => (await checks.create({ ...bounded(), ...request })).data.id,
    update: async (id, output) => {
      await checks.update({ ...bounded(), check_run_id: id, output })
    }
  }
}

/**
 * Creates a check run of its own with all annotations. Whatever goes wrong is said once and takes nothing away from
 * the annotations and the job summary of the step.
 */
export async function publishCheckRun(
  report: Report,
  token: string,
  world: CheckRunWorld
): Promise<void> {
  if (token === '') {
    world.warning('No check run was created: input check-run needs input github-token.')
    return
  }
  world.mask(token)
  const { environment } = world
  const event = readEvent(environment)
  const headSha = event.pullRequest?.headSha ?? environment['GITHUB_SHA'] ?? ''
  const requests = checkRunRequests(report, headSha, sourceLinks(environment))
  try {
    const api = await world.connect(token, environment['GITHUB_REPOSITORY'] ?? '')
    const id = await api.create(requests.create)
    for (const output of requests.updates) await api.update(id, output)
  } catch (error) {
    explain(error, event, world)
  }
}

const statusOf = (error: unknown): number | null =>
  error instanceof Error && 'status' in error && typeof error.status === 'number'
    ? error.status
    : null

/** GitHub answers 404 where a token may not even know of the resource. */
function explain(error: unknown, event: RunEvent, world: CheckRunWorld): void {
  const status = statusOf(error)
  if (status !== 403 && status !== 404) {
    world.warning(`The check run could not be completed: ${oneLine(messageOf(error))}`)
    return
  }
  const cause =
    event.pullRequest?.fromFork === true
      ? 'the token of a pull request from a fork may only read'
      : 'the token may not write checks; add permissions: checks: write to the job'
  world.notice(
    `No check run was created (HTTP ${status}): ${cause}. The annotations and the job summary of this step hold the same findings.`
  )
}
