import type { ChildProcessByStdio, spawn as Spawn } from 'node:child_process'
import type { Readable, Writable } from 'node:stream'
import { messageOf } from '../base/errors.ts'
import { crashOf } from './crash.ts'
import type { Bounds, Command, ExecutionResult } from './execution.ts'
import { ownGroup, type Group } from './groups.ts'

type Child = ChildProcessByStdio<Writable | null, Readable, Readable>

/**
 * Runs a command as the leader of a process group of its own. The command, and what it left behind in that group, is
 * over when the promise settles; it never rejects.
 */
export async function runCommand(command: Command, bounds: Bounds): Promise<ExecutionResult> {
  // Loaded only where something is run: most runs start no program.
  const { spawn } = await import('node:child_process')
  try {
    ownGroup.expect()
    const child = start(spawn, command, bounds)
    return await new BoundedRun(child, bounds).result()
  } catch (error) {
    // Node throws for what the kernel refuses before there is a process, such as too many words (E2BIG).
    return { kind: 'not-started', reason: messageOf(error) }
  }
}

function start(
  spawn: typeof Spawn,
  { program, parameters }: Command,
  { directory, environment, input }: Bounds
): Child {
  const how = {
    cwd: directory,
    env: environment,
    detached: ownGroup.isPossible,
    windowsHide: true
  }
  if (input === undefined)
    return spawn(program, parameters, { ...how, stdio: ['ignore', 'pipe', 'pipe'] })
  const child = spawn(program, parameters, { ...how, stdio: ['pipe', 'pipe', 'pipe'] })
  // One that ends before it has read all closes the pipe, and says itself why.
  child.stdin.on('error', () => undefined)
  child.stdin.end(input)
  return child
}

/** How long pipes are waited for that somebody outside of the group still holds when the program is over. */
const pipesMilliseconds = 500

class BoundedRun {
  private readonly child: Child
  private readonly bounds: Bounds
  private readonly group: Group
  private readonly stdout: Buffer[] = []
  private readonly stderr: Buffer[] = []
  private bytes = 0
  /** The bound that was met first. */
  private met: 'time-out' | 'too-much-output' | null = null

  constructor(child: Child, bounds: Bounds) {
    this.child = child
    this.bounds = bounds
    this.group = ownGroup.of(child)
    this.gather(child.stdout, this.stdout)
    this.gather(child.stderr, this.stderr)
  }

  result(): Promise<ExecutionResult> {
    return new Promise(resolve => {
      const deadline = setTimeout(() => {
        this.stop('time-out')
      }, this.bounds.milliseconds)
      const settle = (result: ExecutionResult): void => {
        clearTimeout(deadline)
        this.group.end()
        resolve(result)
      }
      this.child.on('error', ({ message }) => {
        settle({ kind: 'not-started', reason: message })
      })
      this.child.on('exit', (code, signal) => {
        this.group.kill()
        setTimeout(() => {
          this.closePipes()
        }, pipesMilliseconds).unref()
        this.child.on('close', () => {
          settle(this.resultOf(code, signal))
        })
      })
    })
  }

  private gather(pipe: Readable, chunks: Buffer[]): void {
    pipe.on('data', (chunk: Buffer) => {
      this.bytes += chunk.byteLength
      if (this.bytes > this.bounds.outputBytes) this.stop('too-much-output')
      else chunks.push(chunk)
    })
  }

  private stop(met: 'time-out' | 'too-much-output'): void {
    this.met ??= met
    this.group.kill()
  }

  private closePipes(): void {
    this.child.stdout.destroy()
    this.child.stderr.destroy()
  }

  private resultOf(code: number | null, signal: NodeJS.Signals | null): ExecutionResult {
    if (this.met !== null) return { kind: this.met }
    if (code === 0)
      return {
        kind: 'success',
        stdout: textOf(this.stdout, this.bounds.answersInBytes === true ? 'latin1' : 'utf8')
      }
    const stderr = textOf(this.stderr)
    return { kind: crashOf(stderr, signal) ?? 'failure', stderr }
  }
}

const textOf = (chunks: readonly Buffer[], encoding: 'utf8' | 'latin1' = 'utf8'): string =>
  Buffer.concat(chunks).toString(encoding)
