import { execFileSync } from 'node:child_process'
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'

/** By path; a link by its target. */
export type Files = Readonly<Record<string, string | { readonly to: string }>>

export function writeFiles(folder: string, files: Files): void {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    rmSync(file, { force: true, recursive: true })
    if (typeof content === 'string') writeFileSync(file, content)
    else symlinkSync(content.to, file)
  }
}

const places: string[] = []

/** A new directory without links on the way to it; `removePlaces` takes it away. */
export function newPlace(): string {
  const place = mkdtempSync(join(realpathSync.native(tmpdir()), 'checkouts-'))
  places.push(place)
  return place
}

export function removePlaces(): void {
  for (const place of places.splice(0)) rmSync(place, { recursive: true, force: true })
}

/** Who commits, and that nothing is tidied up afterwards, which would be a process more for each fetch. */
const settings = [
  'user.name=Contoso',
  'user.email=nobody@contoso.example',
  'maintenance.auto=false',
  'gc.auto=0'
].flatMap(setting => ['-c', setting])

/** Runs git in a directory and gives what it prints. */
export const git = (directory: string, ...words: readonly string[]): string =>
  execFileSync('git', [...settings, ...words], {
    cwd: directory,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'pipe'],
    env: { PATH: process.env['PATH'], HOME: directory, GIT_CONFIG_NOSYSTEM: '1' }
  }).trim()

/** Commits exactly these files, and gives the id. */
export function commitFiles(directory: string, files: Files, message: string): string {
  git(directory, 'rm', '-r', '--quiet', '--force', '--ignore-unmatch', '.')
  writeFiles(directory, files)
  git(directory, 'add', '--all', '--force')
  git(directory, 'commit', '--quiet', '--allow-empty', `--message=${message}`)
  return git(directory, 'rev-parse', 'HEAD')
}

export type PullRequest = {
  /** Everything of it lies in here. */
  readonly place: string
  /** The repository on the server, with branches main and change. */
  readonly origin: string
  /** As actions/checkout leaves it: the merge of the change into its base. */
  readonly workspace: string
  readonly base: string
  readonly head: string
  readonly merge: string
}

const person = 'Contoso <nobody@contoso.example> 1767225600 +0000'

const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`

const change = ([path, content]: readonly [string, Files[string]]): string =>
  typeof content === 'string'
    ? `M 100644 inline ${path}\n${data(content)}`
    : `M 120000 inline ${path}\n${data(content.to)}`

/** What `git fast-import` reads: three commits in one process, where commands would take ten. */
const commits = (base: Files, head: Files): string =>
  [
    `commit refs/heads/main\nmark :1\ncommitter ${person}\n${data('base')}`,
    ...Object.entries(base).map(change),
    `commit refs/heads/change\nmark :2\ncommitter ${person}\n${data('change')}from :1\ndeleteall\n`,
    ...Object.entries(head).map(change),
    `commit refs/pull/7/merge\nmark :3\ncommitter ${person}\n${data('merge')}from :1\nmerge :2\ndeleteall\n`,
    ...Object.entries(head).map(change),
    'reset refs/pull/7/head\nfrom :2\n'
  ].join('')

/** The ids of the commits by their marks. */
function importedInto(origin: string, stream: string): readonly string[] {
  const marks = join(origin, '.git', 'marks')
  execFileSync('git', ['fast-import', '--quiet', `--export-marks=${marks}`], {
    cwd: origin,
    input: stream,
    stdio: ['pipe', 'ignore', 'pipe']
  })
  return readFileSync(marks, 'utf8')
    .trim()
    .split('\n')
    .toSorted()
    .map(line => line.split(' ')[1] ?? '')
}

/** A pull request, checked out with the last commit alone or with its history. */
export function pullRequest(
  base: Files,
  head: Files,
  depth: 1 | 'all' | { readonly filter: string }
): PullRequest {
  const place = newPlace()
  const [origin, workspace] = [join(place, 'origin'), join(place, 'workspace')]
  mkdirSync(origin)
  git(origin, 'init', '--quiet', '--template=', '--initial-branch=change')
  appendFileSync(
    join(origin, '.git', 'config'),
    '[uploadpack]\n\tallowFilter = true\n\tallowAnySHA1InWant = true\n'
  )
  const [baseId = '', headId = '', merge = ''] = importedInto(origin, commits(base, head))
  checkOut(origin, workspace, merge, depth)
  return { place, origin, workspace, base: baseId, head: headId, merge }
}

/** What actions/checkout does (its README, `ref`, `fetch-depth`, `filter`). */
export function checkOut(
  origin: string,
  directory: string,
  commit: string,
  depth: 1 | 'all' | { readonly filter: string }
): void {
  mkdirSync(directory, { recursive: true })
  git(directory, 'init', '--quiet', '--template=')
  appendFileSync(
    join(directory, '.git', 'config'),
    `[remote "origin"]\n\turl = ${pathToFileURL(origin).href}\n\tfetch = +refs/heads/*:refs/remotes/origin/*\n`
  )
  const how = depth === 1 ? ['--depth=1'] : depth === 'all' ? [] : [`--filter=${depth.filter}`]
  git(directory, 'fetch', '--quiet', ...how, 'origin', commit)
  git(directory, 'checkout', '--quiet', '--detach', commit)
}

/** The event and the variables of GitHub for a pull request. */
export function pullRequestEnvironment(
  { place, workspace, base, head, merge }: PullRequest,
  event = 'pull_request'
): Record<string, string> {
  const path = join(place, 'event.json')
  const commits = { base: { sha: base }, head: { sha: head }, merge_commit_sha: merge }
  writeFileSync(path, JSON.stringify({ pull_request: commits }))
  return {
    PATH: process.env['PATH'] ?? '',
    GITHUB_ACTIONS: 'true',
    GITHUB_EVENT_NAME: event,
    GITHUB_EVENT_PATH: path,
    GITHUB_REPOSITORY: 'contoso/shop',
    GITHUB_SHA: event === 'pull_request_target' ? base : merge,
    GITHUB_WORKSPACE: workspace
  }
}

/** A program that leaves a trace. */
export function trap(place: string): { readonly program: string; readonly trace: string } {
  const [program, trace] = [join(place, 'trap.sh'), join(place, 'trace')]
  writeFileSync(program, `#!/bin/sh\necho "$0 $*" >> '${trace}'\nexec git-upload-pack "$@"\n`)
  chmodSync(program, 0o755)
  return { program, trace }
}
