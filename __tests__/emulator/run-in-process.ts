import dns from 'node:dns'
import { join } from 'node:path'

import { endlessTime } from '../../src/base/run-time.ts'
import { commandLine } from '../../src/doors/cli.ts'
import type { Terminal } from '../../src/doors/terminal.ts'
import { logText } from '../../src/reports/escape.ts'
import type { Cloud } from './cloud.ts'
import { inTemporaryFolder, readFiles, writeFiles } from './folder.ts'
import { signInEnvironment, type BundleResult, type BundleRun } from './run-bundle.ts'
import './trust.ts'

/** A run of the command line, as far as it needs no process of its own. */
export type InProcessRun = Required<Pick<BundleRun, 'arguments'>> &
  Pick<BundleRun, 'cloud' | 'files' | 'environment'>

/** What both ways of running tell. */
export type RunResult = Pick<BundleResult, 'code' | 'stdout' | 'stderr' | 'files' | 'milliseconds'>

/**
 * The clients read the proxy from the environment of the process, so that one run must end before the next begins. Behind
 * the proxy of the loopback cloud every host has its address; a name that is looked up would be one of the real world.
 */
async function meeting<T>(cloud: Cloud | undefined, use: () => Promise<T>): Promise<T> {
  if (cloud === undefined) delete process.env['HTTPS_PROXY']
  else process.env['HTTPS_PROXY'] = cloud.env.HTTPS_PROXY
  const { lookup, resolve } = dns
  const refuse = (name: unknown): never => {
    throw new Error(`refused network access: ${String(name)}`)
  }
  Object.assign(dns, { lookup: refuse, resolve: refuse })
  try {
    return await use()
  } finally {
    Object.assign(dns, { lookup, resolve })
  }
}

/** The command line in this process, with the real clients, in a workspace of its own. */
export const runInProcess = (run: InProcessRun): Promise<RunResult> =>
  inTemporaryFolder(async place => {
    const workspace = join(place, 'workspace')
    await writeFiles(workspace, run.files ?? {})
    const said = { stdout: '', stderr: '' }
    const terminal: Terminal = {
      workspace,
      environment: { ...signInEnvironment, ...run.environment },
      now: () => new Date(),
      time: endlessTime,
      progress: () => undefined,
      getIdToken: null,
      print: text => {
        said.stdout += typeof text === 'string' ? text : [...text].join('')
        return Promise.resolve()
      },
      complain: text => {
        said.stderr += `${logText(text)}\n`
      },
      layout: { color: false }
    }
    const startedAt = performance.now()
    const code = await meeting(run.cloud, () => commandLine(run.arguments, () => terminal))
    const milliseconds = performance.now() - startedAt
    return { code, ...said, files: await readFiles(workspace), milliseconds }
  })
