import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { startCloud } from '../../emulator/cloud.ts'
import type { AzureWorldData } from '../../emulator/world.ts'
import type { RecordedRequest } from '../../emulator/recorded-requests.ts'
import { bundle, parseOutputs } from '../../emulator/run-bundle.ts'
import type { Attack, HostileCase } from '../hostile-case.ts'
import { openCanaryListener } from './canary-listener.ts'
import { freshCanary, type Canary } from './canary.ts'
import { changesBetween, snapshotOf } from './changes.ts'
import { freshText } from './fresh-text.ts'
import { commandLine, environmentOf, type Run, type RunOptions } from './doors.ts'
import { closePlace, furnish, openPlace, type Commits, type Place } from './place.ts'
import { runProgram, type Ending } from './run-program.ts'

/** Everything that a run did, for the invariants to look at. */
export type Outcome = Ending & {
  readonly canary: Canary
  readonly marker: string
  readonly door: 'command line' | 'action'
  /** As the runner reads it; unparsed beside it. */
  readonly outputs: Readonly<Record<string, string>>
  readonly outputFile: string
  readonly summary: string
  /** Files of the workspace and of RUNNER_TEMP that are new or changed: text by path in the place. */
  readonly written: Readonly<Record<string, string>>
  /** Everything in the place that is new, gone or changed, but for what the attack touches itself. */
  readonly changes: readonly string[]
  /** What was still in the folders for temporary files. */
  readonly leftFiles: readonly string[]
  /** What reached the listener that nobody may reach. */
  readonly heard: readonly string[]
  readonly requests: readonly RecordedRequest[]
  /** `host:port` of every attempt to connect through the loopback Azure's proxy. */
  readonly connections: readonly string[]
  readonly attack: Attack
}

export async function runCase(hostile: HostileCase, options: RunOptions): Promise<Outcome> {
  const place = openPlace()
  const listener = await openCanaryListener()
  try {
    const canary = freshCanary()
    const fresh = freshText(options.seed)
    const { workspace, outside } = place
    const attack = hostile.attack({ workspace, outside, url: listener.url, canary, fresh })
    const commits = furnish(place, attack, canary, fresh)
    const world = worldOf(attack, commits)
    const cloud = world === null ? null : await startCloud(world)
    try {
      return {
        ...(await runIn({ place, hostile, attack, canary, commits, cloud, options })),
        canary,
        marker: fresh.marker,
        heard: listener.heard,
        attack
      }
    } finally {
      await cloud?.close()
    }
  } finally {
    await listener.close()
    closePlace(place)
  }
}

/** The world of the attack, whose GitHub may know what the base commit holds. */
function worldOf({ world, history }: Attack, commits: Commits | null): AzureWorldData | null {
  if (world === undefined) return null
  if (commits === null || history?.served !== true) return world
  const texts = Object.entries(history.base).filter(
    (file): file is [string, string] => typeof file[1] === 'string'
  )
  return { ...world, github: { commits: { [commits.base]: Object.fromEntries(texts) } } }
}

async function runIn(run: Run) {
  const { place, attack, cloud } = run
  const door = run.hostile.door ?? 'command line'
  const before = snapshotOf(place.path)
  const ending = attack.again === undefined ? await runOnce(run) : await runTwice(run, attack.again)
  const touched = (attack.touches ?? []).map(path => `workspace/${path}`)
  const changes = changesBetween(before, snapshotOf(place.path)).filter(
    path => !touched.some(own => path === own || path.startsWith(`${own}/`))
  )
  const outputFile = readCommandFile(place, 'output')
  return {
    ...ending,
    door,
    outputs: parseOutputs(outputFile),
    outputFile,
    summary: readCommandFile(place, 'summary'),
    written: writtenFiles(place, changes),
    changes,
    leftFiles: readdirSync(place.temporary),
    requests: cloud?.requests ?? [],
    connections: cloud?.connections ?? []
  }
}

function runOnce(run: Run): Promise<Ending> {
  const { place, attack, hostile } = run
  return runProgram({
    command: [process.execPath, bundle, ...(hostile.door === 'action' ? [] : commandLine(run))],
    prelude: attack.prelude,
    directory: place.workspace,
    environment: environmentOf(run),
    standardInput: attack.standardInput ?? '',
    place: place.path,
    during: attack.during
  })
}

/** The second run, without what happened during the first; what the first left running counts all the same. */
async function runTwice(run: Run, again: NonNullable<Attack['again']>): Promise<Ending> {
  const first = await runOnce(run)
  const { attack } = run
  const second = await runOnce({
    ...run,
    attack: {
      ...attack,
      during: () => Promise.resolve(),
      arguments: [...(attack.arguments ?? []), ...(again.arguments ?? [])],
      inputs: { ...attack.inputs, ...again.inputs }
    }
  })
  const wrong = first.code === again.firstCode ? [] : [`(the first run ended with ${first.code})`]
  return { ...second, leftRunning: [...first.leftRunning, ...second.leftRunning, ...wrong] }
}

/** '' where the attack left none. */
function readCommandFile(place: Place, name: string): string {
  try {
    return readFileSync(join(place.commandFiles, name), 'utf8')
  } catch {
    return ''
  }
}

const writtenFiles = (place: Place, changes: readonly string[]): Record<string, string> =>
  Object.fromEntries(
    changes.flatMap(path => {
      try {
        return [[path, readFileSync(join(place.path, path), 'utf8')]]
      } catch {
        return []
      }
    })
  )
