import * as z from 'zod/mini'

type Environment = Readonly<Record<string, string | undefined>>

/** How a CI system tells the commit into which a change would be merged. */
export type BaseCandidate =
  | { readonly kind: 'commit'; readonly id: string }
  /** The first parent of a merge commit that the system made, whose second parent is the change. */
  | { readonly kind: 'parent'; readonly of: string; readonly beside: string }
  /** The name of the branch, which the checkout may have fetched. */
  | { readonly kind: 'branch'; readonly name: string }

/** A change that is proposed and not merged yet: whoever proposed it chose every byte of it. */
export type ProposedChange = {
  /** The best first. */
  readonly bases: readonly BaseCandidate[]
  /** Ids of the commits that hold the change; the one that is checked out first. */
  readonly heads: readonly string[]
  /** OWNER/NAME of the repository of the base, where it lies on GitHub. */
  readonly gitHubRepository: string | null
}

const text = (environment: Environment, name: string): string | null => {
  const value = environment[name] ?? ''
  return value === '' ? null : value
}

const present = (...ids: readonly (string | null | undefined)[]): readonly string[] =>
  ids.filter(id => id !== null && id !== undefined)

const commit = (id: string | null | undefined): readonly BaseCandidate[] =>
  id === null || id === undefined ? [] : [{ kind: 'commit', id }]

const parent = (of: string | null, beside: string | null | undefined): readonly BaseCandidate[] =>
  of === null || beside === null || beside === undefined ? [] : [{ kind: 'parent', of, beside }]

/** Azure Pipelines writes `refs/heads/main`, or `main` for repositories on GitHub. */
const branch = (name: string | null): readonly BaseCandidate[] =>
  name === null ? [] : [{ kind: 'branch', name: name.replace(/^refs\/heads\//, '') }]

const commitObject = z.object({ sha: z.string() })

/** GitHub docs, "Webhook events and payloads". */
const payload = z.object({
  pull_request: z.optional(
    z.object({
      base: commitObject,
      head: commitObject,
      merge_commit_sha: z.optional(z.nullable(z.string()))
    })
  ),
  merge_group: z.optional(z.object({ base_sha: z.string(), head_sha: z.string() })),
  issue: z.optional(z.object({ pull_request: z.optional(z.unknown()) })),
  workflow_run: z.optional(z.object({ event: z.string(), head_sha: z.string() }))
})

type Payload = z.infer<typeof payload>
type Commits = Pick<ProposedChange, 'bases' | 'heads'>

/** GITHUB_SHA is the merge of the pull request into its base (GitHub docs, "Events that trigger workflows"). */
const mergedPullRequest = ({ pull_request: pull }: Payload, sha: string | null): Commits => ({
  bases: [...parent(sha, pull?.head.sha), ...commit(pull?.base.sha)],
  heads: present(sha, pull?.head.sha, pull?.merge_commit_sha)
})

/** GITHUB_SHA is a commit of the repository itself, from which the workflow is. */
const besidePullRequest = ({ pull_request: pull }: Payload): Commits => ({
  bases: commit(pull?.base.sha),
  heads: present(pull?.head.sha, pull?.merge_commit_sha)
})

const queued = ({ merge_group: group }: Payload, sha: string | null): Commits => ({
  bases: commit(group?.base_sha),
  heads: present(group?.head_sha, sha)
})

/** The workflow is that of GITHUB_SHA on the default branch, and may check out what the comment is about. */
const commented = ({ issue }: Payload, sha: string | null): Commits | null =>
  issue?.pull_request === undefined ? null : { bases: commit(sha), heads: [] }

/** The same after another workflow ran on a pull request. */
const afterwards = ({ workflow_run: run }: Payload, sha: string | null): Commits | null =>
  run === undefined || /^(?:pull_request|merge_group)/.test(run.event)
    ? { bases: commit(sha), heads: present(run?.head_sha) }
    : null

/** The events of GitHub that stand for a change which is not merged yet. */
const events: ReadonlyMap<string, (payload: Payload, sha: string | null) => Commits | null> =
  new Map([
    ['pull_request', mergedPullRequest],
    ['pull_request_review', mergedPullRequest],
    ['pull_request_review_comment', mergedPullRequest],
    ['pull_request_target', besidePullRequest],
    ['merge_group', queued],
    ['issue_comment', commented],
    ['workflow_run', afterwards]
  ])

function onGitHub(environment: Environment, event: unknown): ProposedChange | null {
  const commitsOf = events.get(text(environment, 'GITHUB_EVENT_NAME') ?? '')
  if (text(environment, 'GITHUB_ACTIONS') !== 'true' || commitsOf === undefined) return null
  const commits = commitsOf(payload.safeParse(event).data ?? {}, text(environment, 'GITHUB_SHA'))
  return commits === null
    ? null
    : {
        ...commits,
        gitHubRepository: text(environment, 'GITHUB_REPOSITORY')
      }
}

/** GitLab docs, "Predefined CI/CD variables reference": merge request pipelines, and those for pull requests of others. */
function onGitLab(environment: Environment): ProposedChange | null {
  const of = (name: string) => text(environment, name)
  if (of('GITLAB_CI') === null) return null
  const heads = present(of('CI_COMMIT_SHA'), of('CI_MERGE_REQUEST_SOURCE_BRANCH_SHA'))
  const isExternal = of('CI_EXTERNAL_PULL_REQUEST_IID') !== null
  if (of('CI_MERGE_REQUEST_IID') === null && !isExternal) return null
  const prefix = isExternal ? 'CI_EXTERNAL_PULL_REQUEST' : 'CI_MERGE_REQUEST'
  return {
    bases: [
      ...commit(of(`${prefix}_TARGET_BRANCH_SHA`)),
      ...branch(of(`${prefix}_TARGET_BRANCH_NAME`)),
      // Where the change began: as old as its author likes, and so the last resort.
      ...commit(of('CI_MERGE_REQUEST_DIFF_BASE_SHA'))
    ],
    heads: [...heads, ...present(of(`${prefix}_SOURCE_BRANCH_SHA`))],
    gitHubRepository: null
  }
}

/** Azure DevOps docs, "Use predefined variables": BUILD_SOURCEVERSION is the merge into the target branch. */
function onAzurePipelines(environment: Environment): ProposedChange | null {
  const of = (name: string) => text(environment, name)
  if (of('TF_BUILD') === null || of('SYSTEM_PULLREQUEST_PULLREQUESTID') === null) return null
  const [merge, source] = [of('BUILD_SOURCEVERSION'), of('SYSTEM_PULLREQUEST_SOURCECOMMITID')]
  return {
    bases: [...parent(merge, source), ...branch(of('SYSTEM_PULLREQUEST_TARGETBRANCH'))],
    heads: present(merge, source),
    gitHubRepository: null
  }
}

/**
 * The change that this run is about, by the variables of the CI system and, on GitHub, the event; null for a branch, a schedule, a
 * run that somebody asked for, and a person's own machine.
 */
export const proposedChange = (environment: Environment, event: unknown): ProposedChange | null =>
  onGitHub(environment, event) ?? onGitLab(environment) ?? onAzurePipelines(environment)
