import { limits } from '../limits.ts'
import { givenFile, helmTemplate, writeValues, type ChartJob } from './chart-job.ts'
import type { ValuesEvidence } from './chart-source.ts'
import { findProbes, readHits, withMarks, writtenHost, type Hit, type Probe } from './probes.ts'

/**
 * Finds out by experiment which values are in which line. One more render with all marks answers for
 * all images at once; where the marks upset the chart, they are tried one by one, the most telling first.
 */
export async function proveValues(
  job: ChartJob,
  lines: readonly string[],
  images: readonly string[]
): Promise<ValuesEvidence> {
  const probes = findProbes(job.values, images)
  if (probes.length === 0) return { hits: new Map(), unproven: [] }
  const together = await renderMarked(job, lines, probes)
  if (together !== null) return { hits: together, unproven: [] }
  const hits = new Map<number, readonly Hit[]>()
  const decided = new Set<Probe>()
  for (const probe of mostTelling(probes)) {
    const alone = await renderMarked(job, lines, [probe])
    if (alone !== null) decided.add(probe)
    for (const [line, found] of alone ?? []) hits.set(line, [...(hits.get(line) ?? []), ...found])
  }
  return { hits, unproven: probes.filter(probe => !decided.has(probe)) }
}

const mostTelling = (probes: readonly Probe[]): readonly Probe[] => {
  const namesHost = (probe: Probe) => Number(writtenHost(`${probe.text}/`) !== '')
  return [...probes]
    .sort((one, other) => namesHost(other) - namesHost(one))
    .slice(0, limits.probeRenders)
}

async function renderMarked(
  job: ChartJob,
  lines: readonly string[],
  probes: readonly Probe[]
): Promise<ReadonlyMap<number, readonly Hit[]> | null> {
  const marked = new Set(probes.map(probe => probe.file))
  const files = job.values.flatMap((file, index) => {
    if (marked.has(file)) return [writeValues(job, file, withMarks(file, probes), index)]
    return givenFile(job, file, index)
  })
  const result = await helmTemplate(job, files)
  return result.kind === 'failed' ? null : readHits(lines, result.text.split('\n'), probes)
}
