import { spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { bundle } from '../../__tests__/emulator/run-bundle.ts'
import { median, type Figure } from './measure.ts'

const rounds = 15
const peakMemoryPreload = pathToFileURL(join(import.meta.dirname, 'peak-memory.ts')).href

function seconds(words: readonly string[]): number {
  const startedAt = performance.now()
  const { status, stderr } = spawnSync(process.execPath, words, { encoding: 'utf8' })
  if (status !== 0) throw new Error(`node ${words.join(' ')} exits with ${status}: ${stderr}`)
  return (performance.now() - startedAt) / 1000
}

/** Megabytes that a run of the bundle held at most. */
export function peakMemory(words: readonly string[], cwd?: string): number {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  const file = join(folder, 'peak')
  try {
    spawnSync(process.execPath, ['--import', peakMemoryPreload, bundle, ...words], {
      cwd,
      stdio: 'ignore',
      env: { ...process.env, PEAK_MEMORY_FILE: file }
    })
    return Number(readFileSync(file, 'utf8')) / 1024
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** The two are run in turn, so that a busy machine slows both alike. */
export function startUp(): readonly Figure[] {
  const empty: number[] = []
  const demo: number[] = []
  for (let round = 0; round < rounds; round += 1) {
    empty.push(seconds(['-e', '0']))
    demo.push(seconds([bundle, 'demo']))
  }
  return [
    {
      name: 'demo, whole process, as a multiple of node -e 0',
      value: median(demo) / median(empty),
      limit: 4,
      unit: 'x'
    },
    { name: 'demo, peak memory', value: peakMemory(['demo']), limit: 200, unit: ' MB' }
  ]
}
