import { join } from 'node:path'
import { afterAll, expect, test } from '@jest/globals'
import { endlessTime } from '../../src/base/run-time.ts'
import { execute, gitIn } from '../../src/git/git.ts'
import { placeOf } from '../../src/settings-source/config-place.ts'
import { proposedChange } from '../../src/settings-source/proposed-change.ts'
import { readPayload } from '../../src/github/environment.ts'
import {
  checkOut,
  commitFiles,
  git,
  newPlace,
  pullRequest,
  pullRequestEnvironment,
  removePlaces,
  writeFiles,
  type Files,
  type PullRequest
} from './checkouts.ts'

afterAll(removePlaces)

/** A repository with a branch of facts, as docs/fork-pull-requests.md has it. */
function factsCheckout(directory: string): string {
  const origin = newPlace()
  git(origin, 'init', '--quiet')
  const id = commitFiles(origin, { 'settings.yaml': 'fail-on: error\n' }, 'facts')
  checkOut(origin, directory, id, 1)
  return id
}

const base: Files = { 'a.yaml': '', 'ci/pull.yaml': '' }

async function placeIn(
  pull: PullRequest,
  path: string,
  changes: Readonly<Record<string, string>> = {}
) {
  const environment = { ...pullRequestEnvironment(pull), ...changes }
  const change = proposedChange(environment, readPayload(environment))
  if (change === null) throw new Error('no change')
  return placeOf(join(pull.workspace, path), {
    workspace: pull.workspace,
    change,
    gitIn: directory => gitIn(directory, { environment, time: endlessTime, execute })
  })
}

type Row = readonly [
  name: string,
  head: Files,
  prepare: (pull: PullRequest) => void,
  path: string,
  expected: 'workflow' | 'change'
]

const nothing = (): void => undefined

const rows: readonly Row[] = [
  ['a file of the checkout', base, nothing, 'ci/pull.yaml', 'change'],
  ['the same in other letter case', base, nothing, 'CI/pull.yaml', 'change'],
  [
    'another checkout in it',
    base,
    ({ workspace }) => void factsCheckout(join(workspace, '.facts')),
    '.facts/settings.yaml',
    'workflow'
  ],
  [
    'another checkout where the change has the same path',
    { ...base, '.facts/settings.yaml': 'fail-on: never\n' },
    ({ workspace }) => {
      git(workspace, 'rm', '-r', '--quiet', '.facts')
      factsCheckout(join(workspace, '.facts'))
    },
    '.facts/settings.yaml',
    'change'
  ],
  [
    'another checkout where the change has a link',
    { ...base, '.facts': { to: 'ci' } },
    nothing,
    '.facts/pull.yaml',
    'change'
  ],
  [
    'the change itself, checked out once more',
    base,
    ({ origin, workspace, head }) => {
      checkOut(origin, join(workspace, '.copy'), head, 1)
    },
    '.copy/ci/pull.yaml',
    'change'
  ],
  [
    'the change as it is by now, under its ref',
    base,
    ({ origin, workspace }) => {
      const id = commitFiles(origin, { 'ci/pull.yaml': 'fail-on: never\n' }, 'later')
      checkOut(origin, join(workspace, '.copy'), id, 1)
      git(join(workspace, '.copy'), 'update-ref', 'refs/remotes/pull/7/head', id)
    },
    '.copy/ci/pull.yaml',
    'change'
  ],
  [
    'a file that the job wrote into the checkout',
    base,
    ({ workspace }) => {
      writeFiles(workspace, { 'ci/job.yaml': '' })
    },
    'ci/job.yaml',
    'workflow'
  ],
  [
    'a file that the job wrote outside',
    base,
    ({ place }) => {
      writeFiles(place, { 'temp/job.yaml': '' })
    },
    '../temp/job.yaml',
    'workflow'
  ],
  [
    'a link of the job to a file of the change',
    base,
    ({ place, workspace }) => {
      writeFiles(place, { 'temp/job.yaml': { to: join(workspace, 'ci', 'pull.yaml') } })
    },
    '../temp/job.yaml',
    'change'
  ],
  [
    'a link of the job through a link of the change',
    { ...base, out: { to: '../temp' } },
    ({ place, workspace }) => {
      writeFiles(place, {
        'temp/real.yaml': '',
        'temp/job.yaml': { to: join(workspace, 'out', 'real.yaml') }
      })
    },
    '../temp/job.yaml',
    'change'
  ],
  [
    'below a link of the change that leads out',
    { ...base, out: { to: '../temp' } },
    ({ place }) => {
      writeFiles(place, { 'temp/job.yaml': '' })
    },
    'out/job.yaml',
    'change'
  ],
  ['a file that is not there', base, nothing, 'ci/nothing.yaml', 'workflow'],
  ['links in a circle', { ...base, circle: { to: 'circle' } }, nothing, 'circle/x.yaml', 'change']
]

test.each(rows)('%s', async (_name, head, prepare, path, expected) => {
  const pull = pullRequest(base, head, 1)
  prepare(pull)
  expect(await placeIn(pull, path)).toBe(expected)
})

test('below a submodule of the change', async () => {
  const library = newPlace()
  git(library, 'init', '--quiet')
  const id = commitFiles(library, { 'settings.yaml': 'fail-on: never\n' }, 'library')
  const pull = pullRequest(base, base, 1)
  git(pull.origin, 'update-index', '--add', '--cacheinfo', `160000,${id},sub`)
  git(pull.origin, 'commit', '--quiet', '--message=submodule')
  const merge = git(pull.origin, 'rev-parse', 'HEAD')
  const workspace = join(pull.place, 'second')
  checkOut(pull.origin, workspace, merge, 1)
  checkOut(library, join(workspace, 'sub'), id, 1)
  expect(await placeIn({ ...pull, workspace, merge }, 'sub/settings.yaml')).toBe('change')
})

test('where git cannot answer it is the change: no git, no repository, no commit of the change', async () => {
  const pull = pullRequest(base, base, 1)
  writeFiles(pull.workspace, { 'job.yaml': '' })
  expect(await placeIn(pull, 'job.yaml')).toBe('workflow')
  expect(await placeIn(pull, 'job.yaml', { PATH: '' })).toBe('change')
  const other = pullRequest(base, { 'b.yaml': '' }, 1)
  expect(await placeIn({ ...other, workspace: pull.workspace }, 'job.yaml')).toBe('change')
  git(pull.workspace, 'config', 'core.repositoryFormatVersion', '99')
  expect(await placeIn(pull, 'job.yaml')).toBe('change')
  expect(await placeIn({ ...pull, workspace: newPlace() }, 'job.yaml')).toBe('change')
})

test('a workspace that is the base is nobody else’s', async () => {
  const pull = pullRequest(base, base, 1)
  const workspace = join(pull.place, 'target')
  checkOut(pull.origin, workspace, pull.base, 1)
  writeFiles(workspace, { 'job.yaml': '' })
  const target = { ...pull, workspace }
  const event = { GITHUB_EVENT_NAME: 'pull_request_target', GITHUB_SHA: pull.base }
  expect(await placeIn(target, 'job.yaml', event)).toBe('workflow')
})

test('what a partial clone has not fetched is not known', async () => {
  const pull = pullRequest(base, base, { filter: 'tree:0' })
  git(pull.workspace, 'fetch', '--quiet', '--filter=tree:0', 'origin', pull.head)
  const workspace = join(pull.place, 'bare')
  writeFiles(pull.place, { 'bare/job.yaml': '' })
  git(workspace, 'init', '--quiet')
  git(workspace, 'remote', 'add', 'origin', `file://${pull.origin}`)
  git(workspace, 'fetch', '--quiet', '--filter=tree:0', 'origin', pull.merge)
  git(workspace, 'update-ref', 'HEAD', pull.merge)
  expect(await placeIn({ ...pull, workspace }, 'job.yaml')).toBe('change')
})
