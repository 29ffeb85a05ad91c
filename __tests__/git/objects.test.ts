import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { endlessTime } from '../../src/base/run-time.ts'
import { execute, gitIn, type Git } from '../../src/git/git.ts'
import {
  commitHolds,
  commitsPresent,
  fileInCommit,
  headCommit,
  isObjectId,
  parentsOf,
  refsAtHead
} from '../../src/git/objects.ts'
import {
  git as run,
  newPlace,
  pullRequest,
  removePlaces,
  trap,
  writeFiles
} from '../settings-source/checkouts.ts'

afterAll(removePlaces)

const gitOf = (directory: string): Git =>
  gitIn(directory, { environment: process.env, time: endlessTime, execute })

const files = {
  'settings.yaml': 'fail-on: error\n',
  'large.yaml': 'x'.repeat(2000),
  'ci/pull.yaml': 'fail-on: note\n',
  link: { to: 'ci/pull.yaml' },
  'deep/up': { to: '../settings.yaml' },
  folder: { to: 'ci' },
  outside: { to: '../../etc/passwd' },
  absolute: { to: '/etc/passwd' },
  circle: { to: 'circle' },
  'große Datei': 'ü\n'
}

const full = pullRequest(files, { ...files, 'settings.yaml': 'fail-on: never\n' }, 'all')

describe('a file of a commit', () => {
  test.each<[string, string, string | null]>([
    ['in the root', 'settings.yaml', 'fail-on: error\n'],
    ['in a directory', 'ci/pull.yaml', 'fail-on: note\n'],
    ['through a link', 'link', 'fail-on: note\n'],
    ['through a link upwards', 'deep/up', 'fail-on: error\n'],
    ['through a link to a directory', 'folder/pull.yaml', 'fail-on: note\n'],
    ['with blanks and umlauts in its name', 'große Datei', 'ü\n'],
    ['a link that leaves', 'outside', null],
    ['a link to an absolute path', 'absolute', null],
    ['a link to itself', 'circle', null],
    ['a directory', 'ci', null],
    ['below a file', 'settings.yaml/x', null],
    ['that is not there', 'nothing.yaml', null],
    ['a name that looks like a flag', '--help', null]
  ])('%s', async (_name, path, text) => {
    expect(await fileInCommit(gitOf(full.workspace), full.base, path, 1000)).toEqual(
      text === null ? { kind: 'absent' } : { kind: 'file', text }
    )
  })

  test('over the limit is not read', async () => {
    expect(await fileInCommit(gitOf(full.workspace), full.base, 'large.yaml', 1000)).toMatchObject({
      kind: 'unread'
    })
  })

  test.each([
    ['the commit', 1],
    ['its trees', { filter: 'tree:0' }],
    ['its files', { filter: 'blob:none' }]
  ] as const)('is not known where the clone has not fetched %s', async (_name, depth) => {
    const { workspace, base } = pullRequest(files, { a: 'b' }, depth)
    expect(await fileInCommit(gitOf(workspace), base, 'settings.yaml', 1000)).toMatchObject({
      kind: 'unread'
    })
  })

  test('is not known without git', async () => {
    const nowhere = gitIn(full.workspace, { environment: { PATH: '' }, time: endlessTime, execute })
    expect(await fileInCommit(nowhere, full.base, 'settings.yaml', 1000)).toMatchObject({
      kind: 'unread'
    })
  })
})

describe('whether a commit decides what lies at a path', () => {
  test.each<[string, string, boolean]>([
    ['a file', 'ci/pull.yaml', true],
    ['a file in other letter case', 'CI/Pull.YAML', true],
    ['below a link', 'folder/pull.yaml', true],
    ['below a file', 'settings.yaml/x', true],
    ['a directory alone', 'ci', false],
    ['beside its files', 'ci/job.yaml', false],
    ['somewhere else', '.facts/settings.yaml', false]
  ])('%s', async (_name, path, expected) => {
    expect(await commitHolds(gitOf(full.workspace), full.base, path.split('/'))).toBe(expected)
  })

  test('nobody knows of a commit that was not fetched', async () => {
    const { workspace, base } = pullRequest(files, {}, 1)
    expect(await commitHolds(gitOf(workspace), base, ['settings.yaml'])).toBeNull()
  })
})

describe('commits', () => {
  const absent = '1234567890123456789012345678901234567890'

  test('that are present are told from those that are not, and from what is no id', async () => {
    const ids = [full.merge, absent, '--all', full.head]
    expect(await commitsPresent(gitOf(full.workspace), ids)).toEqual([full.merge, full.head])
  })

  test('of no repository are not known', async () => {
    expect(await commitsPresent(gitOf(newPlace()), [absent])).toBeNull()
    expect(await headCommit(gitOf(newPlace()))).toBeNull()
  })

  test('name their parents also where these were not fetched', async () => {
    const { workspace, base, head, merge } = pullRequest(files, {}, 1)
    expect(await parentsOf(gitOf(workspace), merge)).toEqual([base, head])
    expect(await headCommit(gitOf(workspace))).toBe(merge)
  })

  test('that are checked out may have refs', async () => {
    const { workspace, merge } = pullRequest(files, {}, 1)
    run(workspace, 'update-ref', 'refs/remotes/pull/7/merge', merge)
    expect(await refsAtHead(gitOf(workspace))).toEqual(['refs/remotes/pull/7/merge'])
  })

  test.each([
    ['a'.repeat(40), true],
    ['a'.repeat(64), true],
    ['0'.repeat(40), false],
    ['A'.repeat(40), false],
    ['a'.repeat(39), false],
    [`${'a'.repeat(40)}\n`, false],
    ['HEAD', false]
  ])('have ids: %j', (text, expected) => {
    expect(isObjectId(text)).toBe(expected)
  })
})

describe('what a checkout configures', () => {
  test('is not run', async () => {
    const { place, workspace, base } = pullRequest(files, { a: 'b' }, { filter: 'blob:none' })
    const { program, trace } = trap(place)
    for (const key of [
      'core.fsmonitor',
      'core.pager',
      'core.sshCommand',
      'core.editor',
      'diff.external',
      'filter.x.smudge',
      'credential.helper',
      'remote.origin.uploadpack',
      'core.alternateRefsCommand'
    ])
      run(workspace, 'config', key, program)
    run(workspace, 'config', 'pager.cat-file', 'true')
    run(workspace, 'config', 'alias.cat-file', `!${program}`)
    run(workspace, 'config', 'core.hooksPath', place)
    writeFiles(workspace, { '.git/info/attributes': '* filter=x diff=x\n' })
    const git = gitOf(workspace)
    await fileInCommit(git, base, 'settings.yaml', 1000)
    await commitHolds(git, base, ['settings.yaml'])
    await commitsPresent(git, [base, '1234567890123456789012345678901234567890'])
    await refsAtHead(git)
    expect(existsSync(trace)).toBe(false)
    // The trap would have been sprung, had git been let.
    run(workspace, 'cat-file', '-p', `${base}:settings.yaml`)
    expect(existsSync(trace)).toBe(true)
  })

  test('does not reach us by variables of ours', async () => {
    const environment = {
      ...process.env,
      GIT_DIR: '/nowhere',
      GIT_OBJECT_DIRECTORY: '/nowhere',
      GIT_CONFIG_COUNT: '1',
      GIT_CONFIG_KEY_0: 'core.repositoryFormatVersion',
      GIT_CONFIG_VALUE_0: '99'
    }
    const git = gitIn(full.workspace, { environment, time: endlessTime, execute })
    expect(await headCommit(git)).toBe(full.merge)
  })

  test('may belong to somebody else', async () => {
    const { workspace, merge } = pullRequest(files, {}, 1)
    const strict = gitIn(workspace, {
      environment: process.env,
      time: endlessTime,
      execute: execution =>
        execute({
          ...execution,
          environment: { ...execution.environment, GIT_TEST_ASSUME_DIFFERENT_OWNER: '1' }
        })
    })
    expect(await headCommit(strict)).toBe(merge)
  })
})

test('a worktree and a submodule name their repository in a file', async () => {
  const { place, workspace, merge } = pullRequest(files, {}, 'all')
  run(workspace, 'worktree', 'add', '--quiet', '--detach', join(place, 'second'), merge)
  expect(await headCommit(gitOf(join(place, 'second')))).toBe(merge)
})
