import { describe, expect, test } from '@jest/globals'
import { spawn } from 'node:child_process'
import { chmodSync, existsSync, readdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { bundle } from '../emulator/run-bundle.ts'
import { findProgram } from '../../src/programs/find-program.ts'
import { findWalls } from '../../src/programs/walls.ts'
import { workspaceWith, writeFile } from '../manifests/workspace-files.ts'
import { fallsSilent, sizeOf } from './ticking.ts'

const walls = await findWalls(process.env)

/** A renderer that never ends, hears no signal that it can refuse, and has a child of the same kind. */
const hangingHelm = (place: string): string => `#!/bin/sh
trap '' HUP INT QUIT TERM
while :; do echo tick >> ${place}/ticks; sleep 0.05; done &
while :; do sleep 0.05; done
`

const programsOf = {
  'behind all walls': [],
  'without any wall': ['sh', 'sleep'],
  /** The shell that watches over our end is missing: the kernel alone does. */
  'behind those of the kernel alone': ['setpriv', 'unshare', 'prlimit', 'true', 'sleep']
} as const
type Walls = keyof typeof programsOf

/** All that is on PATH, or only these. */
const pathWith = (place: string, walls: Walls): string => {
  const names = programsOf[walls]
  if (names.length === 0) return `${join(place, 'bin')}:${process.env['PATH'] ?? ''}`
  for (const name of names)
    symlinkSync(findProgram(name, process.env) ?? '', join(place, 'bin', name))
  return join(place, 'bin')
}

const chartWith = (helm: (place: string) => string): string => {
  const place = workspaceWith({
    'ws/chart/Chart.yaml': 'apiVersion: v2\nname: chart\nversion: 1.0.0\n',
    'ws/chart/templates/pod.yaml': 'kind: Pod\n',
    'temporary/acr-pull-check-notes/keep': ''
  })
  writeFile(place, 'bin/helm', helm(place))
  chmodSync(join(place, 'bin/helm'), 0o755)
  return place
}

const startIn = (place: string, PATH: string) =>
  spawn(process.execPath, [bundle, 'images', '.'], {
    cwd: join(place, 'ws'),
    env: { PATH, RUNNER_TEMP: join(place, 'temporary') },
    stdio: 'ignore'
  })

const endOf = (child: ReturnType<typeof startIn>): Promise<number | NodeJS.Signals | null> =>
  new Promise(resolve =>
    child.on('exit', (code, signal) => {
      resolve(code ?? signal)
    })
  )

const until = async (holds: () => boolean): Promise<void> => {
  for (let tries = 0; tries < 200 && !holds(); tries += 1) await pause(50)
  expect(holds()).toBe(true)
}

const foldersIn = (place: string): readonly string[] =>
  readdirSync(join(place, 'temporary')).filter(name => name.startsWith('acr-pull-check-run-'))

const rows: readonly (readonly [NodeJS.Signals, number | NodeJS.Signals, Walls])[] = [
  ['SIGTERM', 143, 'behind all walls'],
  ['SIGTERM', 143, 'without any wall'],
  ['SIGINT', 130, 'behind all walls'],
  ['SIGINT', 130, 'without any wall'],
  ['SIGHUP', 129, 'behind all walls'],
  ['SIGKILL', 'SIGKILL', 'behind all walls'],
  ['SIGKILL', 'SIGKILL', 'without any wall'],
  ...(walls.setpriv === null || walls.unshare === null
    ? []
    : [['SIGKILL', 'SIGKILL', 'behind those of the kernel alone'] as const])
]

describe('while a renderer hangs', () => {
  test.each(rows)(
    '%s ends the run with %s, and the renderer and its child with it, %s',
    async (signal, end, walls) => {
      const place = chartWith(hangingHelm)
      const ticks = join(place, 'ticks')
      const PATH = pathWith(place, walls)
      const run = startIn(place, PATH)
      await until(() => sizeOf(ticks) > 0)
      expect(foldersIn(place)).toHaveLength(1)
      run.kill(signal)
      expect(await endOf(run)).toBe(end)
      expect(await fallsSilent(ticks)).toBe(true)
      if (signal === 'SIGKILL') {
        writeFile(place, 'bin/helm', '#!/bin/sh\nexit 1\n')
        await endOf(startIn(place, PATH))
      }
      expect(foldersIn(place)).toEqual([])
      expect(existsSync(join(place, 'temporary/acr-pull-check-notes/keep'))).toBe(true)
    }
  )
})

/** It leaves something behind in a session of its own that holds none of its pipes, and then ends, or hangs. */
const escapingHelm =
  (then: string) =>
  (place: string): string => `#!/bin/sh
setsid sh -c 'while :; do echo tick >> ${place}/ticks; sleep 0.05; done' < /dev/null > /dev/null 2>&1 &
${then}
`

const withoutWalls = (place: string): string => {
  symlinkSync(findProgram('setsid', process.env) ?? '', join(place, 'bin', 'setsid'))
  return pathWith(place, 'without any wall')
}

describe('what leaves its process group, where no wall stands', () => {
  test('is over with the run', async () => {
    const place = chartWith(escapingHelm('sleep 0.5; exit 1'))
    await endOf(startIn(place, withoutWalls(place)))
    expect(sizeOf(join(place, 'ticks'))).toBeGreaterThan(0)
    expect(await fallsSilent(join(place, 'ticks'))).toBe(true)
  })

  test('is over when the run is ended by a signal', async () => {
    const place = chartWith(escapingHelm('sleep 100'))
    const run = startIn(place, withoutWalls(place))
    await until(() => sizeOf(join(place, 'ticks')) > 0)
    run.kill('SIGTERM')
    expect(await endOf(run)).toBe(143)
    expect(await fallsSilent(join(place, 'ticks'))).toBe(true)
  })

  test('is ended by the next run where this one was killed outright', async () => {
    const place = chartWith(escapingHelm('sleep 100'))
    const PATH = withoutWalls(place)
    const run = startIn(place, PATH)
    await until(() => sizeOf(join(place, 'ticks')) > 0)
    run.kill('SIGKILL')
    await endOf(run)
    writeFile(place, 'bin/helm', '#!/bin/sh\nexit 1\n')
    await endOf(startIn(place, PATH))
    expect(await fallsSilent(join(place, 'ticks'))).toBe(true)
    expect(foldersIn(place)).toEqual([])
  })
})

test('a run that nothing disturbs leaves no folder', async () => {
  const place = chartWith(() => '#!/bin/sh\nexit 1\n')
  await endOf(startIn(place, pathWith(place, 'behind all walls')))
  expect(foldersIn(place)).toEqual([])
})
