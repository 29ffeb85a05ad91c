import { isObject } from '../arm-bodies/json.ts'
import type { CloudState } from '../cloud-state.ts'
import { ok, type Answer, type Call } from '../exchange.ts'

type Comment = {
  readonly id: number
  readonly body: string
  readonly user: { readonly login: string; readonly type: string }
}

/** What each loopback GitHub remembers of its one pull request. */
const conversations = new WeakMap<CloudState, readonly Comment[]>()

/** Whoever comes with the token of a job. */
const author = { login: 'github-actions[bot]', type: 'Bot' }

const textOf = (call: Call): string => {
  const body: unknown = JSON.parse(call.text)
  return isObject(body) && typeof body['body'] === 'string' ? body['body'] : ''
}

/** REST API, "Issue comments": list, create, update. The caller has shown its token. */
export function pullRequestComments(state: CloudState, call: Call): Answer | null {
  const match = /^\/repos\/[^/]+\/[^/]+\/issues\/(?:\d+\/comments|comments\/(\d+))$/.exec(call.path)
  if (match === null) return null
  const before = conversations.get(state) ?? []
  if (call.method === 'GET') return ok(before)
  const id = Number(match[1] ?? before.length + 1)
  const comment = { id, body: textOf(call), user: author }
  conversations.set(state, [...before.filter(other => other.id !== id), comment])
  return { status: call.method === 'POST' ? 201 : 200, body: comment }
}
