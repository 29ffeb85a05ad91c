import { env } from 'node:process'
import { notice, setSecret } from '@actions/core'
import * as z from 'zod/mini'
import { messageOf } from '../base/errors.ts'
import type { RunTime } from '../base/run-time.ts'
import { commentReport } from '../reports/comment.ts'
import { oneLine } from '../reports/escape.ts'
import { counts } from '../reports/wording/left-out.ts'
import type { Report } from '../reports/report.ts'
import { readEvent, readPayload, sourceLinks, type Environment } from './environment.ts'

/** One answer of the REST API. */
type Answer = { readonly body: unknown }

export type CommentWorld = {
  readonly environment: Environment
  readonly request: (
    route: string,
    parameters: Readonly<Record<string, string | number>>
  ) => Promise<Answer>
  readonly notice: (message: string) => void
}

const longestRequest = 30_000

/** The real one, for as long as the run still has time to publish. */
export const commentWorld = (token: string, time: RunTime): CommentWorld => {
  setSecret(token)
  return {
    environment: env,
    notice,
    request: async (route, parameters) => {
      const milliseconds = Math.min(longestRequest, time.left('publishing'))
      const { getOctokit } = await import('@actions/github')
      const answer = await getOctokit(token).request(route, {
        ...parameters,
        request: { signal: AbortSignal.timeout(milliseconds) }
      })
      return { body: answer.data as unknown }
    }
  }
}

const payload = z.object({ pull_request: z.object({ number: z.int() }) })

/** REST API, "List issue comments". */
const comments = z.array(
  z.object({
    id: z.int(),
    body: z.optional(z.string()),
    user: z.nullable(z.object({ login: z.string(), type: z.string() }))
  })
)

type Comment = z.infer<typeof comments>[number]

/** Of 100 comments each; what comes after is not looked at. */
const mostPages = 10

/** Two jobs of one workflow have a comment each. */
const markOf = (environment: Environment): string =>
  `<!-- acr-pull-check:${[environment['GITHUB_WORKFLOW'], environment['GITHUB_JOB']]
    .map(name => encodeURIComponent(name ?? '').replaceAll('-', '%2D'))
    .join('/')} -->`

const printsMark = /^<!-- acr-pull-check-findings:([0-9a-f,]*) -->$/m

const printsOf = ({ findings }: Report): readonly string[] => [
  ...new Set(findings.filter(counts).flatMap(({ fingerprints }) => fingerprints))
]

/** More would crowd the report out of its own comment. */
const mostPrints = 200

/**
 * Keeps one comment in the pull request up to date: made where the run fails (or always), and edited from then on, also when all
 * is in order again. Whatever goes wrong is said once and fails nothing.
 */
export async function publishComment(
  report: Report,
  mode: 'on-failure' | 'always',
  world: CommentWorld
): Promise<void> {
  const { environment } = world
  const number = payload.safeParse(readPayload(environment)).data?.pull_request.number
  if (number === undefined) {
    world.notice('No comment was written: this run is of no pull request.')
    return
  }
  if (readEvent(environment).pullRequest?.fromFork === true || isDependabot(environment)) {
    world.notice('No comment was written: the token of a fork or of Dependabot may only read.')
    return
  }
  try {
    await keepUpToDate(report, mode, number, world)
  } catch (error) {
    world.notice(
      `No comment was written (${oneLine(messageOf(error))}); it needs permissions: pull-requests: write.`
    )
  }
}

const isDependabot = ({ GITHUB_ACTOR }: Environment): boolean => GITHUB_ACTOR === 'dependabot[bot]'

async function keepUpToDate(
  report: Report,
  mode: 'on-failure' | 'always',
  number: number,
  world: CommentWorld
): Promise<void> {
  const { environment, request } = world
  const [owner = '', repo = ''] = (environment['GITHUB_REPOSITORY'] ?? '').split('/')
  const place = { owner, repo }
  const mark = markOf(environment)
  const own = await ownComment(place, number, mark, request)
  if (own === null && mode === 'on-failure' && report.summary.conclusion !== 'fail') return
  const body = bodyOf(report, mark, own, environment)
  if (own === null)
    await request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      ...place,
      issue_number: number,
      body
    })
  else
    await request('PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}', {
      ...place,
      comment_id: own.id,
      body
    })
}

/** With our mark on its first line, and of a bot: whoever writes a comment can write the mark. */
async function ownComment(
  place: { readonly owner: string; readonly repo: string },
  number: number,
  mark: string,
  request: CommentWorld['request']
): Promise<Comment | null> {
  for (let page = 1; page <= mostPages; page += 1) {
    const { body } = await request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      ...place,
      issue_number: number,
      per_page: 100,
      page
    })
    const found = comments.parse(body)
    const own = found.find(
      comment => comment.user?.type === 'Bot' && comment.body?.split(/\r?\n/, 1)[0] === mark
    )
    if (own !== undefined) return own
    if (found.length < 100) return null
  }
  return null
}

function bodyOf(
  report: Report,
  mark: string,
  before: Comment | null,
  environment: Environment
): string {
  const prints = printsOf(report)
  const then =
    printsMark
      .exec(before?.body ?? '')?.[1]
      ?.split(',')
      .filter(Boolean) ?? null
  const fixed = then === null ? null : then.filter(print => !prints.includes(print)).length
  const source = sourceLinks(environment)
  const run = environment['GITHUB_RUN_ID'] ?? ''
  const runUrl =
    source === null || !/^\d+$/.test(run) ? null : `${source.repositoryUrl}/actions/runs/${run}`
  return [
    mark,
    `<!-- acr-pull-check-findings:${prints.slice(0, mostPrints).join(',')} -->`,
    '',
    commentReport(report, { source, runUrl, fixed })
  ].join('\n')
}
