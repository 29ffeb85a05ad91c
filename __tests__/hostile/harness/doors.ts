import { join } from 'node:path'
import { clusterId } from '../../emulator/arm-bodies/cluster.ts'
import type { Cloud } from '../../emulator/cloud.ts'
import { contoso } from '../../emulator/contoso.ts'
import { networkGuard } from '../../emulator/run-bundle.ts'
import {
  githubToken,
  idTokenRequestToken,
  idTokenRequestUrl
} from '../../emulator/services/github.ts'
import type { Attack, History, HostileCase } from '../hostile-case.ts'
import type { Canary } from './canary.ts'
import type { Commits, Place } from './place.ts'

export type RunOptions = {
  /** The PATH of the program. */
  readonly searchPath: string
  /** Where Node keeps compiled code. */
  readonly compileCache: string
  readonly seed: number
}

/** Formats that every run writes into `out/`; a command line that prints JSON has it there already. */
export const fileFormats = [
  'text',
  'json',
  'sarif',
  'markdown',
  'github',
  'gitlab',
  'azure-pipelines',
  'junit',
  'html'
] as const

/** One attack in its place. */
export type Run = {
  readonly place: Place
  readonly hostile: HostileCase
  readonly attack: Attack
  readonly canary: Canary
  readonly commits: Commits | null
  readonly cloud: Cloud | null
  readonly options: RunOptions
}

type Variables = Readonly<Record<string, string>>

const reportFile = (format: string): string => `out/report.${format}`

/** What the harness says on the command line, and then the attack. */
export function commandLine({ place, attack }: Run): readonly string[] {
  const command = attack.command ?? 'check'
  const source = attack.world?.clusters?.flatMap(cluster => ['--cluster', clusterId(cluster)]) ?? [
    '--facts',
    join(place.trusted, 'facts.json')
  ]
  return [
    command,
    ...(attack.paths ?? ['deploy']),
    ...(command === 'images' ? [] : source),
    ...(command === 'collect'
      ? []
      : [
          '--format',
          'json',
          ...fileFormats
            .filter(format => command === 'check' && format !== 'json')
            .flatMap(format => ['--format', `${format}=${reportFile(format)}`])
        ]),
    ...(attack.arguments ?? [])
  ]
}

function inputsOf({ place, attack }: Run): Variables {
  const source =
    attack.world === undefined
      ? { facts: join(place.trusted, 'facts.json') }
      : {
          clusters: (attack.world.clusters ?? []).map(clusterId).join('\n'),
          'client-id': contoso.callerClientId,
          'tenant-id': contoso.tenantId
        }
  return {
    manifests: (attack.paths ?? ['deploy']).join('\n'),
    ...source,
    ...Object.fromEntries(fileFormats.map(format => [`${format}-file`, reportFile(format)])),
    ...attack.inputs
  }
}

/** Built from nothing: what the child knows, it knows from here. */
export function environmentOf(run: Run): Record<string, string> {
  const { place, attack, canary, cloud, hostile, options } = run
  const all: Record<string, string | undefined> = {
    HOME: place.home,
    TMPDIR: place.temporary,
    PATH: options.searchPath,
    NODE_COMPILE_CACHE: options.compileCache,
    DEPLOY_TOKEN: canary.environment,
    ...(cloud === null ? { NODE_OPTIONS: `--import=${networkGuard}` } : cloud.env),
    ...(hostile.door === 'action' ? actionEnvironment(run) : commandLineEnvironment(run)),
    ...attack.environment
  }
  return Object.fromEntries(
    Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined)
  )
}

const commandLineEnvironment = ({ cloud, canary, commits, attack }: Run): Variables => ({
  ...(cloud === null
    ? { AZURE_CLIENT_SECRET: canary.environment }
    : {
        AZURE_CLIENT_ID: contoso.callerClientId,
        AZURE_TENANT_ID: contoso.tenantId,
        AZURE_CLIENT_SECRET: contoso.callerSecret
      }),
  ...(commits === null ? {} : systemEnvironment(commits, attack.history?.system))
})

/** What other CI systems set for a merge request or a pull request. */
function systemEnvironment({ base, head, merge }: Commits, system: History['system']): Variables {
  if (system === 'GitLab')
    return {
      GITLAB_CI: 'true',
      CI_MERGE_REQUEST_IID: '7',
      CI_COMMIT_SHA: merge,
      CI_MERGE_REQUEST_SOURCE_BRANCH_SHA: head,
      CI_MERGE_REQUEST_TARGET_BRANCH_SHA: base,
      CI_MERGE_REQUEST_TARGET_BRANCH_NAME: 'main'
    }
  if (system === 'Azure Pipelines')
    return {
      TF_BUILD: 'True',
      SYSTEM_PULLREQUEST_PULLREQUESTID: '7',
      BUILD_SOURCEVERSION: merge,
      SYSTEM_PULLREQUEST_SOURCECOMMITID: head,
      SYSTEM_PULLREQUEST_TARGETBRANCH: 'refs/heads/main'
    }
  return {}
}

const zeroCommit = '0123456789abcdef0123456789abcdef01234567'

const actionEnvironment = (run: Run): Variables => ({
  GITHUB_ACTIONS: 'true',
  GITHUB_WORKSPACE: run.place.workspace,
  GITHUB_OUTPUT: join(run.place.commandFiles, 'output'),
  GITHUB_STEP_SUMMARY: join(run.place.commandFiles, 'summary'),
  GITHUB_EVENT_PATH: join(run.place.commandFiles, 'event.json'),
  GITHUB_REPOSITORY: 'contoso/shop',
  GITHUB_RUN_ID: '1',
  GITHUB_RUN_ATTEMPT: '1',
  GITHUB_JOB: 'check',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_API_URL: 'https://api.github.com',
  RUNNER_TEMP: run.place.runnerTemp,
  ...eventEnvironment(run.commits),
  ACTIONS_ID_TOKEN_REQUEST_URL: idTokenRequestUrl,
  ACTIONS_ID_TOKEN_REQUEST_TOKEN: run.cloud === null ? run.canary.environment : idTokenRequestToken,
  'INPUT_GITHUB-TOKEN': run.cloud === null ? run.canary.environment : githubToken,
  ...Object.fromEntries(
    Object.entries(inputsOf(run)).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value])
  )
})

const eventEnvironment = (commits: Commits | null): Variables =>
  commits === null
    ? { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main', GITHUB_SHA: zeroCommit }
    : {
        GITHUB_EVENT_NAME: 'pull_request',
        GITHUB_REF: 'refs/pull/7/merge',
        GITHUB_SHA: commits.merge,
        GITHUB_BASE_REF: 'main',
        GITHUB_HEAD_REF: 'change'
      }
