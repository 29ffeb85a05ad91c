import { spawn } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'

import type { Cloud } from './cloud.ts'
import { contoso } from './contoso.ts'
import type { RecordedRequest } from './recorded-requests.ts'
import { inTemporaryFolder, readFiles, writeFiles } from './folder.ts'
import { githubToken, idTokenRequestToken, idTokenRequestUrl } from './services/github.ts'

/** ACR_PULL_CHECK_PROGRAM puts another build of the program to the same tests. */
export const bundle =
  process.env['ACR_PULL_CHECK_PROGRAM'] ?? join(import.meta.dirname, '..', '..', 'dist', 'index.js')
export const networkGuard = pathToFileURL(join(import.meta.dirname, 'refuse-network.ts')).href

/** Hundreds of processes compile the same program; what the first ones leave here, the others need not do again. */
const compileCache = join(tmpdir(), 'acr-pull-check-compile-cache')

export type BundleRun = {
  /** Without one, the process is ended at its first attempt to open a connection. */
  readonly cloud?: Cloud
  /** Given: the command line is used. Not given: the program runs as a GitHub Action. */
  readonly arguments?: readonly string[]
  /** Inputs of the action by their names in action.yml. */
  readonly inputs?: Readonly<Record<string, string>>
  /** A workspace that is there already, and stays. Default: a new one. */
  readonly workspace?: string
  /** Files of the workspace by their relative path. */
  readonly files?: Readonly<Record<string, string>>
  readonly standardInput?: string
  /** Laid over the environment, which is otherwise built from nothing; undefined removes a variable. */
  readonly environment?: Readonly<Record<string, string | undefined>>
  /** Default: dist/index.js. */
  readonly program?: string
  /** Default: the Node that runs the tests. */
  readonly node?: string
}

export type BundleResult = {
  /** null: ended by a signal. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
  /** Outputs of the action. */
  readonly outputs: Readonly<Record<string, string>>
  /** The job summary, Markdown. */
  readonly summary: string
  /** Requests of this run only. */
  readonly requests: readonly RecordedRequest[]
  /** All files of the workspace after the run. */
  readonly files: Readonly<Record<string, string>>
  readonly milliseconds: number
}

/** Runs the program in a child process and a workspace of its own, which is removed afterwards. */
export const runBundle = (run: BundleRun): Promise<BundleResult> =>
  inTemporaryFolder(place => runIn(place, run))

async function runIn(place: string, run: BundleRun): Promise<BundleResult> {
  const workspace = workspaceOf(place, run)
  await writeFiles(workspace, run.files ?? {})
  await writeFiles(place, { output: '', summary: '' })
  const earlier = run.cloud?.requests.length ?? 0
  const startedAt = performance.now()
  const child = spawn(
    run.node ?? process.execPath,
    [run.program ?? bundle, ...(run.arguments ?? [])],
    {
      cwd: workspace,
      env: environmentOf(place, run)
    }
  )
  child.stdin.on('error', () => undefined).end(run.standardInput ?? '')
  const [stdout, stderr, code] = await Promise.all([
    text(child.stdout),
    text(child.stderr),
    new Promise<number | null>((resolve, reject) => child.on('error', reject).on('close', resolve))
  ])
  return {
    code,
    stdout,
    stderr,
    outputs: parseOutputs(await readFile(join(place, 'output'), 'utf8')),
    summary: await readFile(join(place, 'summary'), 'utf8'),
    requests: run.cloud?.requests.slice(earlier) ?? [],
    files: await readFiles(workspace),
    milliseconds: performance.now() - startedAt
  }
}

const workspaceOf = (place: string, { workspace }: BundleRun): string =>
  workspace ?? join(place, 'workspace')

function environmentOf(place: string, run: BundleRun): Record<string, string> {
  const door = run.arguments === undefined ? actionEnvironment(place, run) : signInEnvironment
  const all: Record<string, string | undefined> = {
    HOME: place,
    TMPDIR: place,
    NODE_COMPILE_CACHE: compileCache,
    ...networkEnvironment(run.cloud),
    ...door,
    ...run.environment
  }
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined)
  )
}

const networkEnvironment = (cloud: Cloud | undefined): Record<string, string> =>
  cloud === undefined ? { NODE_OPTIONS: `--import=${networkGuard}` } : { ...cloud.env }

/** The caller signs in with a secret. */
export const signInEnvironment = {
  AZURE_CLIENT_ID: contoso.callerClientId,
  AZURE_TENANT_ID: contoso.tenantId,
  AZURE_CLIENT_SECRET: contoso.callerSecret
}

/** What the runner sets for a job of a pull request; inputs keep their dash. */
const actionEnvironment = (place: string, run: BundleRun): Record<string, string> => ({
  GITHUB_ACTIONS: 'true',
  GITHUB_WORKSPACE: workspaceOf(place, run),
  GITHUB_OUTPUT: join(place, 'output'),
  GITHUB_STEP_SUMMARY: join(place, 'summary'),
  GITHUB_REPOSITORY: 'contoso/shop',
  GITHUB_REF: 'refs/pull/7/merge',
  GITHUB_SHA: '0123456789abcdef0123456789abcdef01234567',
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_RUN_ID: '1',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_JOB: 'check',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_API_URL: 'https://api.github.com',
  RUNNER_TEMP: place,
  ACTIONS_ID_TOKEN_REQUEST_URL: idTokenRequestUrl,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: idTokenRequestToken,
  'INPUT_GITHUB-TOKEN': githubToken,
  ...Object.fromEntries(
    Object.entries(run.inputs ?? {}).map(([name, value]) => [
      `INPUT_${name.toUpperCase().replaceAll(' ', '_')}`,
      value
    ])
  )
})

/** `name<<delimiter`, lines, `delimiter`: what @actions/core appends to GITHUB_OUTPUT. */
export function parseOutputs(file: string): Record<string, string> {
  const outputs = file.matchAll(
    /^(?<name>[^\n<]+)<<(?<mark>\S+)\n(?<value>[\s\S]*?)\n?^\k<mark>$/gm
  )
  return Object.fromEntries(
    [...outputs].map(({ groups }) => [groups?.['name'] ?? '', groups?.['value'] ?? ''])
  )
}
