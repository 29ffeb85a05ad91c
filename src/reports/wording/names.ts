import { parseResourceId } from '../../base/resource-id.ts'
import type { Report } from '../report.ts'

function spellings(id: string): readonly string[] {
  const parts = parseResourceId(id)
  if (parts === null) return [id]
  const { subscriptionId, resourceGroup, name } = parts
  return [name, `${resourceGroup}/${name}`, `${subscriptionId}/${resourceGroup}/${name}`, id]
}

function occurrences(texts: readonly string[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return counts
}

/** Every cluster that the report speaks of, in the order of the question. */
export const clusterIds = (report: Report): readonly string[] => [
  ...new Set([
    ...report.clusters.map(cluster => cluster.id),
    ...report.verdicts.map(verdict => verdict.cluster),
    ...report.findings.flatMap(finding => finding.cluster ?? [])
  ])
]

/** For each ARM id the shortest spelling that no other cluster of the report shares. */
export function clusterNames(report: Report): (id: string) => string {
  const ids = clusterIds(report)
  const counts = occurrences(ids.flatMap(spellings))
  const names = new Map(
    ids.map(id => [id, spellings(id).find(spelling => counts.get(spelling) === 1) ?? id])
  )
  return id => names.get(id) ?? id
}

/** An image text with its digest cut to what tells it apart, for tables. */
export const shortImage = (image: string): string =>
  image.replace(/(@sha256:[0-9a-f]{12})[0-9a-f]{52}$/, '$1…')

/** At most `length` characters, with `…` in the middle: both ends of an image reference tell something. */
export function abbreviated(text: string, length: number): string {
  const characters = Array.from(text)
  if (characters.length <= length) return text
  const head = Math.ceil((length - 1) / 2)
  return [...characters.slice(0, head), '…', ...characters.slice(head + 1 - length)].join('')
}
