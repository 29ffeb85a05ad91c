import { join } from 'node:path'
import { moreTime } from '../../base/run-time.ts'
import type { Command, Environment, ExecutionResult } from '../../programs/execution.ts'
import type { PrivatePath } from '../../files/private-directory.ts'
import { limits } from '../limits.ts'
import type { Share } from './render-budget.ts'
import type { RenderResult } from './render-result.ts'
import type { RenderRun } from './render-run.ts'

export type RenderCommand = Command & {
  /** Where it runs: never in the workspace. */
  readonly directory: PrivatePath
  /** A directory of this run, as the home of the binary. */
  readonly home: PrivatePath
  /** Whether the network may be used, for remote bases. */
  readonly network: boolean
  /** What there is to render: bytes by path. */
  readonly sizes: ReadonlyMap<string, number>
  /** Names all that was written below its home. */
  readonly digest: () => string
}

/**
 * Runs helm, kustomize or kubectl on files of the repository: no shell, no inherited secret, bounded. The same files in the same
 * way are rendered once in a run.
 */
export async function renderWith(
  run: Pick<RenderRun, 'world' | 'budget' | 'memory'>,
  command: RenderCommand
): Promise<RenderResult> {
  if (run.memory === undefined) return renderNow(run, command)
  const { program, parameters, network, home } = command
  const withoutHome = (text: string): string => text.replaceAll(home, homeMark)
  const key = JSON.stringify([program, parameters.map(withoutHome), network, command.digest()])
  const result = await run.memory.rendered(key, async () => {
    const made = await renderNow(run, command)
    return made.kind === 'rendered' ? made : { ...made, reason: withoutHome(made.reason) }
  })
  return result.kind === 'rendered'
    ? result
    : { ...result, reason: result.reason.replaceAll(homeMark, home) }
}

/** Stands for the home of a render, which is another one each time; no path and no program has it. */
const homeMark = '\0home\0'

async function renderNow(
  { world, budget }: Pick<RenderRun, 'world' | 'budget'>,
  command: RenderCommand
): Promise<RenderResult> {
  const share = await budget.share(command.sizes)
  if (share === null) return beyondBudget
  const before = world.time.left('rendering')
  if (before === 0) {
    budget.giveBack({ share, text: '', seconds: 0, wasStopped: false })
    return outOfTime
  }
  const result = await world.execute({
    ...command,
    environment: environmentFor(world.environment, command),
    milliseconds: Math.min(limits.renderMilliseconds, before),
    outputBytes: limits.renderOutputBytes,
    memoryBytes: limits.renderMemoryBytes,
    ...share
  })
  budget.giveBack({
    share,
    text: result.kind === 'success' ? result.stdout : '',
    seconds: (before - world.time.left('rendering')) / 1000,
    wasStopped: result.kind === 'time-out' || result.kind === 'too-much-output'
  })
  if (result.kind === 'success') {
    if (result.stdout.length > limits.ordinaryOutput) await world.spareMemory()
    return { kind: 'rendered', text: result.stdout }
  }
  const isCutShort = result.kind === 'time-out' && before < limits.renderMilliseconds
  return isCutShort
    ? outOfTime
    : { kind: 'failed', reason: reasonOf(result, share), unread: 'not-rendered' }
}

const beyondBudget: RenderResult = {
  kind: 'failed',
  reason:
    'the processor time or the output that all renders of one run may have was used up; check fewer charts and kustomizations at a time',
  unread: 'not-rendered'
}

const outOfTime: RenderResult = {
  kind: 'failed',
  reason: `the time that the run has for rendering was used up; ${moreTime}`,
  unread: 'no-time'
}

/** Needed to start a program at all on Windows. */
const windowsVariables = ['SystemRoot', 'SYSTEMROOT', 'windir', 'PATHEXT', 'COMSPEC']

/** How a build server reaches the network; passed on for remote bases only. */
const networkVariables = [
  'HTTP_PROXY',
  'HTTPS_PROXY',
  'NO_PROXY',
  'http_proxy',
  'https_proxy',
  'no_proxy',
  'SSL_CERT_FILE',
  'SSL_CERT_DIR'
]

/**
 * After our own look at what a kustomization names: git refuses every transport (git(1), GIT_ALLOW_PROTOCOL), and Go's
 * HTTP client finds no proxy on the discard port, but for loopback, where it asks none.
 */
const noNetwork: Environment = {
  GIT_ALLOW_PROTOCOL: 'none',
  HTTP_PROXY: 'http://127.0.0.1:9',
  HTTPS_PROXY: 'http://127.0.0.1:9'
}

/** A repository of this machine is no remote base; kustomize would clone any (`file://`). */
const gitOverNetwork: Environment = { GIT_ALLOW_PROTOCOL: 'https:http:ssh' }

/** git asks nobody, and leaves no work behind that would outlive kustomize (git-config(1), gc.auto, maintenance.auto). */
const quietGit: Environment = {
  GIT_TERMINAL_PROMPT: '0',
  GIT_CONFIG_COUNT: '2',
  GIT_CONFIG_KEY_0: 'gc.auto',
  GIT_CONFIG_VALUE_0: '0',
  GIT_CONFIG_KEY_1: 'maintenance.auto',
  GIT_CONFIG_VALUE_1: 'false'
}

/** Nothing of ours but PATH: no token, no kubeconfig, no helm plugin or repository of the user. */
const environmentFor = (ours: Environment, { home, network }: RenderCommand): Environment => ({
  ...pick(ours, ['PATH', 'Path', ...windowsVariables]),
  ...(network ? { ...pick(ours, networkVariables), ...gitOverNetwork } : noNetwork),
  ...quietGit,
  GOMEMLIMIT: String(limits.renderMemoryBytes / 2),
  HELM_CACHE_HOME: join(home, 'cache'),
  HELM_CONFIG_HOME: join(home, 'config'),
  HELM_DATA_HOME: join(home, 'data'),
  HELM_PLUGINS: join(home, 'plugins'),
  HOME: home,
  KUBECONFIG: join(home, 'kubeconfig'),
  TEMP: home,
  TMP: home,
  TMPDIR: home,
  USERPROFILE: home,
  XDG_CONFIG_HOME: join(home, 'config')
})

const pick = (from: Environment, names: readonly string[]): Environment =>
  Object.fromEntries(
    names.flatMap(name => (from[name] === undefined ? [] : [[name, from[name]] as const]))
  )

const reasonOf = (
  result: Exclude<ExecutionResult, { kind: 'success' }>,
  { processorSeconds }: Share
): string => {
  switch (result.kind) {
    case 'time-out':
      return `it took longer than ${limits.renderMilliseconds / 1000} seconds and was stopped`
    case 'too-much-output':
      return `it wrote more than ${limits.renderOutputBytes / 1024 / 1024} MB and was stopped`
    case 'out-of-memory':
      return `it needed more than ${limits.renderMemoryBytes / 1024 / 1024} MB of memory`
    case 'killed':
      return `it took more than ${processorSeconds} seconds of processor time, or the machine had no memory left, and was ended`
    case 'crash':
      return 'it crashed, which says nothing of what is wrong'
    case 'not-started':
      return `it could not be started (${result.reason})`
    case 'failure':
      return result.stderr.trim() === '' ? 'it ended without a word' : withoutMiddle(result.stderr)
  }
}

/** A chart may fail with a text of any length; what is wrong stands at its beginning or its end. */
const longestReason = 60_000

const withoutMiddle = (text: string): string =>
  text.length <= longestReason
    ? text
    : `${text.slice(0, longestReason / 2)}\n…\n${text.slice(-longestReason / 2)}`
