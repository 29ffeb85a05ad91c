import { indexFacts } from '../access/facts-index.ts'
import type { NamedAssignment, Verdict } from '../access/verdict.ts'
import type { Fact } from '../facts/fact.ts'
import type { Cluster, Facts, Registry } from '../facts/facts.ts'

export { modeText, pullerText } from '../access/wording.ts'

/** Last segment of an ARM id: the name that people know a resource by. */
export const lastSegment = (id: string): string => id.slice(id.lastIndexOf('/') + 1)

export const clusterText = (verdict: Verdict): string => `cluster ${lastSegment(verdict.cluster)}`

export const rolesText = (grants: readonly NamedAssignment[]): string =>
  [...new Set(grants.map(grant => grant.role))].join(', ')

const valueOf = <Value>(answer: Fact<Value>): Value | null => (answer.known ? answer.value : null)

export const registryOf = (facts: Facts, host: string): Registry | null =>
  valueOf(indexFacts(facts).registry(host))

export const clusterOf = (facts: Facts, id: string): Cluster | null =>
  valueOf(indexFacts(facts).cluster(id))

/** What a cluster mirrors mcr.microsoft.com to, by ARM id; null: nobody asked. */
export function bootstrapRegistryOf(facts: Facts, id: string | null): Fact<Registry> | null {
  const wanted = id?.toLowerCase()
  return (
    facts.bootstrapRegistries.find(({ registryId }) => registryId.toLowerCase() === wanted)
      ?.answer ?? null
  )
}
