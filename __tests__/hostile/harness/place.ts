import { execFileSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { contoso } from '../../emulator/contoso.ts'
import type { Attack, Entry, Files, History } from '../hostile-case.ts'
import { goodManifest, hostileFacts, pod } from '../manifests.ts'
import type { Canary } from './canary.ts'
import type { FreshText } from './fresh-text.ts'

/** The folders of one run; nothing outside of `workspace` and `runnerTemp` may change. */
export type Place = {
  readonly path: string
  readonly workspace: string
  readonly outside: string
  readonly home: string
  readonly temporary: string
  readonly runnerTemp: string
  /** What the workflow, and not the pull request, brought. */
  readonly trusted: string
  /** The files behind GITHUB_OUTPUT and its like. */
  readonly commandFiles: string
}

/** What the event of a workflow names. */
export type Commits = { readonly base: string; readonly head: string; readonly merge: string }

export function openPlace(): Place {
  const path = mkdtempSync(join(realpathSync(tmpdir()), 'hostile-'))
  const folder = (name: string): string => {
    mkdirSync(join(path, name))
    return join(path, name)
  }
  return {
    path,
    workspace: folder('workspace'),
    outside: folder('outside'),
    home: folder('home'),
    temporary: folder('tmp'),
    runnerTemp: folder('runner'),
    trusted: folder('trusted'),
    commandFiles: folder('command-files')
  }
}

export const closePlace = ({ path }: Place): void => {
  rmSync(path, { recursive: true, force: true })
}

/** Puts everything where it belongs; commits where the attack has a history. */
export function furnish(
  place: Place,
  attack: Attack,
  canary: Canary,
  fresh: FreshText
): Commits | null {
  const good = { 'deploy/good.yaml': goodManifest(fresh) }
  const { history } = attack
  writeFiles(place.outside, { ...outsideFiles(canary), ...attack.outside })
  const commits =
    history === undefined
      ? null
      : commit(place, { ...good, ...history.base }, { ...good, ...attack.files }, history)
  if (commits === null) {
    writeFiles(place.workspace, { ...bareRepository, ...good, ...attack.files })
  }
  writeFiles(place.workspace, {
    '.git/config': gitConfig(canary) + (history?.config ?? '')
  })
  writeFiles(place.trusted, { 'facts.json': hostileFacts(fresh) })
  writeFiles(place.commandFiles, {
    output: '',
    summary: '',
    'event.json': commits === null ? '{}' : JSON.stringify(eventOf(commits))
  })
  return commits
}

/** Whatever is taken from outside tells so, as text, as an image, as a value and as a resource. */
const outsideFiles = ({ outside: secret }: Canary): Files => ({
  'secret.txt': `${secret}\n`,
  'secret.yaml': pod(`contoso.azurecr.io/${secret}:1`),
  'values.yaml': `image: contoso.azurecr.io/${secret}:1\nsecret: ${secret}\n`,
  'kustomization.yaml': 'resources: [secret.yaml]\n',
  'chart/Chart.yaml': `apiVersion: v2\nname: outside\nversion: 1.0.0\ndescription: ${secret}\n`,
  'chart/values.yaml': `image: contoso.azurecr.io/${secret}:1\n`,
  'chart/templates/pod.yaml': pod('{{ .Values.image }}'),
  'deep/secret.yaml': pod(`contoso.azurecr.io/${secret}:2`)
})

const bareRepository: Files = {
  '.git/HEAD': 'ref: refs/heads/main\n',
  '.git/objects': { folder: true },
  '.git/refs': { folder: true }
}

/** As actions/checkout leaves it without `persist-credentials: false`. */
const gitConfig = ({ git }: Canary): string =>
  `[core]\n\trepositoryformatversion = 0\n\tbare = false\n[http "https://github.com/"]\n\textraheader = AUTHORIZATION: basic ${git}\n`

export function writeFiles(folder: string, files: Files): void {
  for (const [path, entry] of Object.entries(files)) writeEntry(join(folder, path), entry)
}

function writeEntry(path: string, entry: Entry): void {
  mkdirSync(dirname(path), { recursive: true })
  if (typeof entry === 'string' || entry instanceof Uint8Array) writeFileSync(path, entry)
  else if ('link' in entry) symlinkSync(entry.link, path)
  else if ('program' in entry) writeFileSync(path, entry.program, { mode: 0o755 })
  else if ('folder' in entry) mkdirSync(path, { recursive: true })
  else execFileSync('mkfifo', [path])
}

/** GitHub docs, "Webhook events and payloads", pull_request and merge_group. */
const eventOf = ({ base, head, merge }: Commits) => ({
  number: 7,
  repository: { full_name: 'contoso/shop' },
  merge_group: { base_sha: base, head_sha: merge },
  pull_request: {
    number: 7,
    base: { ref: 'main', sha: base, repo: { full_name: 'contoso/shop' } },
    head: { ref: 'change', sha: head, repo: { full_name: 'contoso/shop' } }
  }
})

/** A base, a head on top of it, and GitHub's merge of both, which is checked out. */
function commit(place: Place, base: Files, head: Files, { shallow }: History): Commits {
  const origin = shallow === true ? join(place.path, 'origin') : place.workspace
  const git = gitIn(place, origin)
  mkdirSync(origin, { recursive: true })
  git('init', '--quiet', '--initial-branch=main')
  writeFiles(origin, base)
  const baseId = commitAll(git, 'base')
  git('switch', '--quiet', '--create', 'change')
  for (const name of readdirSync(origin))
    if (name !== '.git') rmSync(join(origin, name), { recursive: true })
  writeFiles(origin, head)
  const headId = commitAll(git, 'head')
  const tree = git('rev-parse', 'HEAD^{tree}')
  const merge = git('commit-tree', '-p', baseId, '-p', headId, '-m', 'merge', tree)
  git('branch', 'pull', merge)
  if (shallow === true) {
    git('clone', '--quiet', '--depth=1', '--branch=pull', `file://${origin}`, place.workspace)
    rmSync(origin, { recursive: true })
  } else git('checkout', '--quiet', '--detach', merge)
  return { base: baseId, head: headId, merge }
}

const commitAll = (git: Git, message: string): string => {
  git('add', '--all', '--force')
  git(
    'commit',
    '--quiet',
    '--allow-empty',
    `--message=${message} ${randomBytes(4).toString('hex')}`
  )
  return git('rev-parse', 'HEAD')
}

type Git = (...words: readonly string[]) => string

const author = { name: contoso.resourceGroup, email: 'nobody@contoso.example' }

const gitIn =
  ({ home }: Place, directory: string): Git =>
  (...words) =>
    execFileSync(
      'git',
      ['-c', `user.name=${author.name}`, '-c', `user.email=${author.email}`, ...words],
      {
        cwd: directory,
        encoding: 'utf8',
        stdio: ['ignore', 'pipe', 'pipe'],
        env: { PATH: process.env['PATH'] ?? '', HOME: home, GIT_CONFIG_NOSYSTEM: '1' }
      }
    ).trim()
