import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { bundle } from '../../__tests__/emulator/run-bundle.ts'
import { writeCorpus } from './corpus.ts'
import { median, type Figure } from './measure.ts'
import { peakMemory } from './start-up.ts'

const rounds = 3
const facts = join(import.meta.dirname, '..', '..', 'examples', 'facts.json')
const plainLoad = join(import.meta.dirname, 'plain-load.ts')

function seconds(words: readonly string[], cwd: string, expected: readonly number[]): number {
  const startedAt = performance.now()
  const { status, stderr } = spawnSync(process.execPath, words, {
    cwd,
    encoding: 'utf8',
    maxBuffer: 1 << 28
  })
  if (status === null || !expected.includes(status))
    throw new Error(`node ${words.join(' ')} exits with ${status}: ${stderr}`)
  return (performance.now() - startedAt) / 1000
}

const images = ['images', '.', '--format', 'json']
const checkWith = (file: string): readonly string[] => [
  ...['check', '.', '--facts', file, '--max-age', '9999d', '--format', 'json']
]
const offlineCheck = checkWith(facts)

/** What a whole run of `check` takes in the folder, offline. */
export const secondsOfCheck = (folder: string, file: string): number =>
  seconds([bundle, ...checkWith(file)], folder, [0, 1])

/** Times are compared within one round, so that a busy machine slows all alike. */
function roundsIn(folder: string) {
  const rows = Array.from({ length: rounds }, () => ({
    plain: seconds([plainLoad, '.'], folder, [0]),
    images: seconds([bundle, ...images], folder, [0]),
    check: secondsOfCheck(folder, facts)
  }))
  return {
    plain: median(rows.map(row => row.plain)),
    images: median(rows.map(row => row.images)),
    check: median(rows.map(row => row.check))
  }
}

export function largeRepository(): readonly Figure[] {
  const place = mkdtempSync(join(tmpdir(), 'corpus-'))
  try {
    const [small, large] = [join(place, 'small'), join(place, 'large')]
    writeCorpus(small, 1_000)
    writeCorpus(large, 10_000)
    const few = roundsIn(small)
    const many = roundsIn(large)
    return [
      { name: '10,000 files: js-yaml loadAll alone', value: many.plain, limit: null, unit: ' s' },
      {
        name: '10,000 files: images, as a multiple of loadAll',
        value: many.images / many.plain,
        limit: 1.3,
        unit: 'x'
      },
      {
        name: '10,000 files: check --facts, as a multiple of loadAll',
        value: many.check / many.plain,
        limit: 0.6,
        unit: 'x'
      },
      {
        name: '10,000 files: peak memory of images',
        value: peakMemory(images, large),
        limit: 350,
        unit: ' MB'
      },
      {
        name: '10,000 files: peak memory of check --facts',
        value: peakMemory(offlineCheck, large),
        limit: 350,
        unit: ' MB'
      },
      {
        name: 'images: 10,000 files as a multiple of 1,000',
        value: many.images / few.images,
        limit: 11,
        unit: 'x'
      }
    ]
  } finally {
    rmSync(place, { recursive: true })
  }
}
