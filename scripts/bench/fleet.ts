import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeCorpus } from './corpus.ts'
import { median, type Figure } from './measure.ts'
import { secondsOfCheck } from './large-repository.ts'

const rounds = 3
const [few, many] = [250, 1_000]
const example = join(import.meta.dirname, '..', '..', 'examples', 'facts.json')

type ClusterFacts = { readonly id: string }
type FactsFile = { readonly clusters: readonly ClusterFacts[] }

/** The example's clusters again and again, each time under names of their own. */
function writeFleet(file: string, count: number): void {
  const facts = JSON.parse(readFileSync(example, 'utf8')) as FactsFile
  const clusters = Array.from({ length: count }, (_, index) => {
    const cluster = facts.clusters[index % facts.clusters.length]
    return { ...cluster, id: `${cluster?.id ?? ''}-${index}` }
  })
  writeFileSync(file, JSON.stringify({ ...facts, clusters }))
}

/** 100 images from Azure on a fleet: nothing may be searched for each verdict. */
export function fleet(): readonly Figure[] {
  const place = mkdtempSync(join(tmpdir(), 'fleet-'))
  try {
    const manifests = join(place, 'manifests')
    writeCorpus(manifests, 1_000)
    const rows = Array.from({ length: rounds }, () =>
      [few, many].map(count => {
        const facts = join(place, `${count}.json`)
        writeFleet(facts, count)
        return secondsOfCheck(manifests, facts)
      })
    )
    return [
      {
        name: `${many} clusters, 100 images: time as a multiple of ${few} clusters`,
        value: median(rows.map(([small = 0, large = 0]) => large / small)),
        limit: (1.2 * many) / few,
        unit: 'x'
      }
    ]
  } finally {
    rmSync(place, { recursive: true })
  }
}
