import { describe, expect, test } from '@jest/globals'
import { proposedChange } from '../../src/settings-source/proposed-change.ts'

type Environment = Readonly<Record<string, string>>

const gitHub = (event: string, sha = 'merge'): Environment => ({
  GITHUB_ACTIONS: 'true',
  GITHUB_EVENT_NAME: event,
  GITHUB_SHA: sha,
  GITHUB_REPOSITORY: 'contoso/shop'
})

const pull = {
  pull_request: { base: { sha: 'base' }, head: { sha: 'head' }, merge_commit_sha: 'merge' }
}

const parent = { kind: 'parent', of: 'merge', beside: 'head' } as const
const commit = (id: string) => ({ kind: 'commit', id }) as const
const branch = (name: string) => ({ kind: 'branch', name }) as const

const gitLab = {
  GITLAB_CI: 'true',
  CI_COMMIT_SHA: 'commit',
  CI_MERGE_REQUEST_IID: '7',
  CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main',
  CI_MERGE_REQUEST_DIFF_BASE_SHA: 'began'
}

const azure = {
  TF_BUILD: 'True',
  BUILD_SOURCEVERSION: 'merge',
  SYSTEM_PULLREQUEST_PULLREQUESTID: '7',
  SYSTEM_PULLREQUEST_SOURCECOMMITID: 'head',
  SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main'
}

describe('the base of', () => {
  test.each<[string, Environment, unknown, readonly object[], readonly string[]]>([
    [
      'a pull request is the parent of its merge, else what the event says',
      gitHub('pull_request'),
      pull,
      [parent, commit('base')],
      ['merge', 'head', 'merge']
    ],
    [
      'a review likewise',
      gitHub('pull_request_review'),
      pull,
      [parent, commit('base')],
      ['merge', 'head', 'merge']
    ],
    [
      'pull_request_target is what the event says, for GITHUB_SHA is no merge',
      gitHub('pull_request_target', 'main'),
      pull,
      [commit('base')],
      ['head', 'merge']
    ],
    [
      'a merge queue is what the event says',
      gitHub('merge_group', 'queued'),
      { merge_group: { base_sha: 'base', head_sha: 'queued' } },
      [commit('base')],
      ['queued', 'queued']
    ],
    [
      'a comment on a pull request is the commit of the workflow',
      gitHub('issue_comment', 'main'),
      { issue: { pull_request: { url: 'https://api.github.com' } } },
      [commit('main')],
      []
    ],
    [
      'a workflow after one for a pull request is the commit of the workflow',
      gitHub('workflow_run', 'main'),
      { workflow_run: { event: 'pull_request', head_sha: 'head' } },
      [commit('main')],
      ['head']
    ],
    [
      'a pull request whose event is lost is not known',
      gitHub('pull_request'),
      null,
      [],
      ['merge']
    ],
    [
      'a pull request whose event is strange is not known',
      gitHub('pull_request'),
      { pull_request: 7 },
      [],
      ['merge']
    ],
    [
      'a merge request is what GitLab fetched of the target, else where it began',
      gitLab,
      null,
      [branch('main'), commit('began')],
      ['commit']
    ],
    [
      'a merged-results pipeline is the commit of the target',
      { ...gitLab, CI_MERGE_REQUEST_TARGET_BRANCH_SHA: 'target' },
      null,
      [commit('target'), branch('main'), commit('began')],
      ['commit']
    ],
    [
      'a pull request that GitLab builds for another host is the commit of the target',
      {
        GITLAB_CI: 'true',
        CI_COMMIT_SHA: 'commit',
        CI_EXTERNAL_PULL_REQUEST_IID: '7',
        CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_SHA: 'target',
        CI_EXTERNAL_PULL_REQUEST_TARGET_BRANCH_NAME: 'main',
        CI_EXTERNAL_PULL_REQUEST_SOURCE_BRANCH_SHA: 'head'
      },
      null,
      [commit('target'), branch('main')],
      ['commit', 'head']
    ],
    [
      'a build of Azure Pipelines is the parent of the merge, else what was fetched of the target',
      azure,
      null,
      [parent, branch('main')],
      ['merge', 'head']
    ],
    [
      'a build of Azure Pipelines for GitHub likewise',
      { ...azure, SYSTEM_PULLREQUEST_TARGETBRANCH: 'main' },
      null,
      [parent, branch('main')],
      ['merge', 'head']
    ]
  ])('%s', (_name, environment, event, bases, heads) => {
    expect(proposedChange(environment, event)).toMatchObject({ bases, heads })
  })
})

describe('nothing is proposed', () => {
  test.each<[string, Environment, unknown]>([
    ['on a person’s own machine', {}, null],
    ['on a push', gitHub('push'), { before: 'a', after: 'b' }],
    ['on a schedule', gitHub('schedule'), {}],
    ['on request', gitHub('workflow_dispatch'), {}],
    ['by a comment on an issue', gitHub('issue_comment'), { issue: {} }],
    [
      'after a workflow for a push',
      gitHub('workflow_run'),
      { workflow_run: { event: 'push', head_sha: 'x' } }
    ],
    ['by an event of a name that objects have', gitHub('constructor'), {}],
    ['in a branch pipeline of GitLab', { GITLAB_CI: 'true', CI_COMMIT_SHA: 'a' }, null],
    ['in a build of a branch', { TF_BUILD: 'True', BUILD_SOURCEVERSION: 'a' }, null],
    ['by variables that no CI system set', { GITHUB_EVENT_NAME: 'pull_request' }, pull]
  ])('%s', (_name, environment, event) => {
    expect(proposedChange(environment, event)).toBeNull()
  })
})
