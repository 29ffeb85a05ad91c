import { isObject } from '../arm-bodies/json.ts'
import type { CloudState } from '../cloud-state.ts'
import { ok, type Answer, type Call } from '../exchange.ts'
import { unsignedToken } from '../tokens.ts'
import { pullRequestComments } from './pull-request-comments.ts'

/** What the runner gives a job to ask for its id token with. */
export const idTokenRequestToken = 'canary-id-token-request-token'
export const idTokenRequestUrl =
  'https://pipelines.actions.githubusercontent.com/idtoken?api-version=2.0'
export const githubToken = 'canary-github-token'

const defaultSubject = 'repo:contoso/shop:pull_request'
const annotationsPerRequest = 50

/** The issuer of id tokens. */
export function gitHubIdTokens(state: CloudState, call: Call): Answer | null {
  if (call.method !== 'GET' || call.path !== '/idtoken') return null
  if (call.headers.authorization !== `Bearer ${idTokenRequestToken}`)
    return { status: 401, body: { message: 'Unauthorized' } }
  return ok({
    value: unsignedToken({
      iss: 'https://token.actions.githubusercontent.com',
      aud: call.query.get('audience') ?? 'https://github.com/contoso',
      sub: state.data.github?.subject ?? defaultSubject
    })
  })
}

/** What of the GitHub API is asked. */
export function gitHubApi(state: CloudState, call: Call): Answer | null {
  return checkRuns(state, call) ?? contents(state, call) ?? comments(state, call)
}

function comments(state: CloudState, call: Call): Answer | null {
  return (call.headers.authorization ?? '').endsWith(githubToken)
    ? pullRequestComments(state, call)
    : null
}

const mostContent = 1024 * 1024

/** Files and commits, whose absence and invisibility are one answer. */
function contents(state: CloudState, call: Call): Answer | null {
  const [, kind, rest = ''] =
    /^\/repos\/[^/]+\/[^/]+\/(contents|git\/commits)\/(.+)$/.exec(call.path) ?? []
  if (kind === undefined || call.method !== 'GET') return null
  if (!(call.headers.authorization ?? '').endsWith(githubToken))
    return { status: 401, body: { message: 'Bad credentials' } }
  const { commits = {}, contentsRead = true } = state.data.github ?? {}
  const files = commits[kind === 'contents' ? (call.query.get('ref') ?? '') : rest]
  if (!contentsRead || files === undefined) return { status: 404, body: { message: 'Not Found' } }
  if (kind === 'git/commits') return ok({ sha: rest })
  const text = files[rest]
  if (text === undefined) return { status: 404, body: { message: 'Not Found' } }
  const isLarge = text.length > mostContent
  return ok({
    type: 'file',
    path: rest,
    size: text.length,
    encoding: isLarge ? 'none' : 'base64',
    content: isLarge ? '' : Buffer.from(text).toString('base64')
  })
}

/** Check runs, with the limit of the documentation: 50 annotations a request. */
function checkRuns(state: CloudState, call: Call): Answer | null {
  if (!/^\/repos\/[^/]+\/[^/]+\/check-runs(\/\d+)?$/.test(call.path)) return null
  if (call.method !== 'POST' && call.method !== 'PATCH') return null
  if (!(call.headers.authorization ?? '').endsWith(githubToken))
    return { status: 401, body: { message: 'Bad credentials' } }
  if (state.data.github?.checksWrite === false)
    return { status: 403, body: { message: 'Resource not accessible by integration' } }
  if (annotationCount(call.text) > annotationsPerRequest)
    return { status: 422, body: { message: 'No more than 50 annotations per request' } }
  return {
    status: call.method === 'POST' ? 201 : 200,
    body: { id: 1, html_url: 'https://github.com/contoso/shop/runs/1' }
  }
}

function annotationCount(text: string): number {
  const body: unknown = JSON.parse(text)
  const output = isObject(body) ? body['output'] : undefined
  const annotations = isObject(output) ? output['annotations'] : undefined
  return Array.isArray(annotations) ? annotations.length : 0
}
