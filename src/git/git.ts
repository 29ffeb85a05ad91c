import { devNull, tmpdir } from 'node:os'
import { join } from 'node:path'
import type { RunTime, Stage } from '../base/run-time.ts'
import type { Environment, Execution, ExecutionResult } from '../programs/execution.ts'
import { findProgram } from '../programs/find-program.ts'

/** What git answered, or why it did not. */
export type GitAnswer =
  | { readonly kind: 'answer'; readonly text: string }
  /** It ended with another code than 0, as for an object that the repository does not hold. */
  | { readonly kind: 'refusal' }
  | { readonly kind: 'too-long' }
  /** There is no git, or it was stopped. */
  | { readonly kind: 'failure'; readonly reason: string }

/** What git reads, and whether each character of its answer is a byte. */
export type GitExchange = { readonly input: string; readonly answersInBytes: boolean }

/** git on the object store of one repository; no answer is longer than `outputBytes`. */
export type Git = (
  parameters: readonly string[],
  outputBytes?: number,
  exchange?: GitExchange
) => Promise<GitAnswer>

export type GitWorld = {
  readonly environment: Environment
  readonly time: RunTime
  /** By the end of which an answer is needed; absent: that of settings. */
  readonly stage?: Stage
  readonly execute: (execution: Execution) => Promise<ExecutionResult>
}

/** The module is loaded only where git is asked. */
export const execute: GitWorld['execute'] = async execution => {
  const { runProgram } = await import('../programs/run-program.ts')
  return runProgram(execution)
}

const seconds = 20
const megabyte = 1024 * 1024
/** A tree with a hundred thousand entries has some megabytes. */
const mostOutput = 32 * megabyte
const memoryBytes = 1024 * megabyte
const processorSeconds = 60

/** Needed to start a program at all on Windows. */
const windowsVariables = ['SystemRoot', 'SYSTEMROOT', 'windir', 'PATHEXT']

/**
 * Nothing of ours: no GIT_ variable, no home with its configuration, no token. GIT_NO_LAZY_FETCH keeps a partial clone from
 * fetching since git 2.45, GIT_ALLOW_PROTOCOL older ones (git(1), "Environment Variables"; git-clone(1), --filter).
 */
const environmentFrom = (ours: Environment): Environment => ({
  ...Object.fromEntries(
    windowsVariables.flatMap(name => (ours[name] === undefined ? [] : [[name, ours[name]]]))
  ),
  GIT_ALLOW_PROTOCOL: 'none',
  GIT_ATTR_NOSYSTEM: '1',
  GIT_CONFIG_GLOBAL: devNull,
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_OPTIONAL_LOCKS: '0',
  GIT_TERMINAL_PROMPT: '0',
  LC_ALL: 'C'
})

/**
 * The repository is named instead of searched for: in a container it belongs to somebody else, for whom git would ask for
 * `safe.directory` (git-config(1)). What its own configuration could run is switched off, though the commands that we use run none of it.
 */
const before = (directory: string): readonly string[] => [
  `--git-dir=${join(directory, '.git')}`,
  '--no-pager',
  '-c',
  'core.fsmonitor=false',
  '-c',
  `core.hooksPath=${devNull}`,
  '-c',
  'protocol.allow=never'
]

/** git for the repository whose `.git` lies in a directory; without a git on this machine it answers nothing. */
export function gitIn(
  directory: string,
  { environment, time, execute: run, stage = 'settings' }: GitWorld
): Git {
  const program = findProgram('git', environment)
  if (program === null) return () => Promise.resolve(failure('there is no git on this machine'))
  return async (parameters, outputBytes = mostOutput, exchange) =>
    answerOf(
      await run({
        program,
        parameters: [...before(directory), ...parameters],
        // Not the checkout, where Windows looks for programs first.
        directory: tmpdir(),
        environment: environmentFrom(environment),
        network: false,
        memoryBytes,
        processorSeconds,
        milliseconds: Math.min(seconds * 1000, time.left(stage)),
        outputBytes,
        ...exchange
      })
    )
}

const failure = (reason: string): GitAnswer => ({ kind: 'failure', reason })

function answerOf(result: ExecutionResult): GitAnswer {
  switch (result.kind) {
    case 'success':
      return { kind: 'answer', text: result.stdout }
    case 'failure':
      return { kind: 'refusal' }
    case 'not-started':
      return failure(result.reason)
    case 'time-out':
      return failure(`git took longer than ${seconds} seconds, or than the run has for it`)
    case 'too-much-output':
      return { kind: 'too-long' }
    case 'out-of-memory':
    case 'killed':
    case 'crash':
      return failure('git ended without an answer')
  }
}
