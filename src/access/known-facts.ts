import type { Fact } from '../facts/fact.ts'
import type { Cluster, Facts, Registry } from '../facts/facts.ts'
import { loginServerOf, registryNameOf } from '../facts/registry-hosts.ts'
import { indexFacts } from './facts-index.ts'

const valueOf = <Value>(answer: Fact<Value>): Value | null => (answer.known ? answer.value : null)

export const registryOf = (facts: Facts, host: string): Registry | null =>
  valueOf(indexFacts(facts).registry(host))

/** Registries of the name that a host begins with, which have another login server: one with a label. */
export function namesakesOf({ registries }: Facts, host: string): readonly Registry[] {
  const loginServer = loginServerOf(host)
  const name = registryNameOf(loginServer)
  return registries.flatMap(({ answer }) =>
    answer.known &&
    answer.value.name.toLowerCase() === name &&
    answer.value.loginServer !== loginServer
      ? [answer.value]
      : []
  )
}

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
