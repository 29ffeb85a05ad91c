import { spawnSync } from 'node:child_process'
import { availableParallelism, tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, test } from '@jest/globals'
import { describeWith } from '../manifests/binaries.ts'
import { options } from '../../src/settings/options.ts'
import { allAttacks, endless } from './attacks/index.ts'
import { neverKeys } from './attacks/settings-file.ts'
import { breachesOf } from './harness/breaches.ts'
import { runCase } from './harness/run-case.ts'
import { openSearchPaths, type Walls } from './harness/search-path.ts'
import { summaryOf, type Measured } from './harness/summary.ts'
import { takingTurns } from './harness/taking-turns.ts'
import type { HostileCase } from './hostile-case.ts'

const longest = 600_000
const searchPaths = openSearchPaths()
const inTurn = takingTurns(Math.max(2, availableParallelism() - 1))
const compileCache = join(tmpdir(), 'acr-pull-check-compile-cache')
const measured: Measured[] = []

async function attack(hostile: HostileCase, seed: number, walls: Walls): Promise<void> {
  await inTurn(async () => {
    const searchPath = searchPaths.pathFor(walls)
    const outcome = await runCase(hostile, { searchPath, compileCache, seed })
    measured.push({ title: hostile.title, walls, ...outcome })
    expect(breachesOf(outcome)).toEqual([])
  })
}

const numbered = allAttacks.map(([kind, cases], at) => ({
  kind,
  cases: cases.map((hostile, index) => [hostile.title, hostile, at + 7 * index] as const)
}))

/** Of what has no end, which the bounds end on either side of the wall, one in four is tried behind it as well. */
const behindWall = new Set(
  allAttacks.flatMap(([kind, cases]) =>
    cases.filter((_hostile, index) => kind !== endless || index % 4 === 0)
  )
)

/** The second wall: what a kernel may forbid (Ubuntu 24.04 does, by AppArmor). */
const wall = ['--user', '--map-root-user', '--net', '--pid', '--fork', '--mount-proc', 'true']
const hasWall = spawnSync('unshare', wall).status === 0

function attackAll(title: string, walls: Walls, which: (hostile: HostileCase) => boolean): void {
  describe.each(numbered)(`${title} $kind`, ({ cases }) => {
    const chosen = cases.filter(([, hostile]) => which(hostile))
    if (chosen.length === 0) return
    test.concurrent.each(chosen)(
      '%s',
      async (_title, hostile, seed) => attack(hostile, seed, walls),
      longest
    )
  })
}

// Every attack runs a program, on files and processes of the kind that Linux has.
if (process.platform === 'linux') {
  attackAll('by', 'without unshare', ({ needs }) => needs === undefined)
  for (const tool of ['helm', 'kustomize'] as const)
    describeWith(tool, `with ${tool}`, () => {
      attackAll('by', 'without unshare', ({ needs }) => needs === tool)
      if (hasWall)
        attackAll(
          'behind a second wall, by',
          'with unshare',
          hostile => hostile.needs === tool && behindWall.has(hostile)
        )
    })
}

test('every option that the workflow alone may set has an attack of a settings file', () => {
  const attacked = new Set(neverKeys.map(([key]) => key))
  const never = options.filter(({ trust }) => trust === 'never').map(({ name }) => name)
  expect(never.filter(name => !attacked.has(name))).toEqual([])
})

afterAll(() => {
  searchPaths.close()
  process.stderr.write(summaryOf(measured, hasWall))
})
