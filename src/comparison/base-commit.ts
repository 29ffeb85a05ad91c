import * as z from 'zod/mini'
import { commitsPresent, headCommit, mergeBase, revision } from '../git/objects.ts'
import type { Git } from '../git/git.ts'
import { commitOf } from '../settings-source/base-file.ts'
import { proposedChange, type BaseCandidate } from '../settings-source/proposed-change.ts'

type Environment = Readonly<Record<string, string | undefined>>

/** The commit that a run is compared with, or why there is none. */
export type BaseCommit =
  | { readonly kind: 'commit'; readonly id: string }
  | { readonly kind: 'none'; readonly reason: string }

/** What CI systems tell of the event of this run. */
export type Event = { readonly environment: Environment; readonly payload: unknown }

const none = (reason: string): BaseCommit => ({ kind: 'none', reason })

/** Nothing is fetched: what git does not hold is no base. */
export async function baseCommit(wanted: string, event: Event, git: Git): Promise<BaseCommit> {
  if (wanted !== 'auto') {
    const id = await revision(git, wanted)
    return id === null
      ? none(
          `git does not know the revision ${wanted} here (a checkout with fetch-depth: 0 has all)`
        )
      : { kind: 'commit', id }
  }
  const candidates = candidatesOf(event)
  if (candidates.length === 0)
    return none('no CI system tells of a pull request or a push: name a revision')
  for (const candidate of candidates) {
    const id = await commitOf(candidate, git)
    const [present] = id === null ? [] : ((await commitsPresent(git, [id])) ?? [])
    if (present !== undefined) return { kind: 'commit', id: await startOf(git, present) }
  }
  return none(
    'git has not fetched the commit of the base (actions/checkout with fetch-depth: 2 does)'
  )
}

/** Where the branch has left the base, as far as git knows: what was mended on the base since then is not undone by the branch. */
async function startOf(git: Git, base: string): Promise<string> {
  const head = await headCommit(git)
  return (head === null ? null : await mergeBase(git, head, base)) ?? base
}

/** GitHub docs, "Webhook events and payloads", push: zeros before the first commit of a branch. */
const push = z.object({ before: z.string() })

function candidatesOf({ environment, payload }: Event): readonly BaseCandidate[] {
  const change = proposedChange(environment, payload)
  if (change !== null) return change.bases
  const before =
    environment['GITHUB_EVENT_NAME'] === 'push'
      ? push.safeParse(payload).data?.before
      : // GitLab docs, "Predefined CI/CD variables reference".
        environment['CI_COMMIT_BEFORE_SHA']
  return before === undefined ? [] : [{ kind: 'commit', id: before }]
}
