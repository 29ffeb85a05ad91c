import { groupBy } from '../base/group-by.ts'
import type { Cluster, Facts } from '../facts/facts.ts'
import type { Destination } from '../kubernetes/deployment-target.ts'

/** What seems to go to one cluster (ARM id). */
export type SuggestedTarget = { readonly cluster: string; readonly manifests: readonly string[] }

export type Suggestion = {
  readonly targets: readonly SuggestedTarget[]
  /** Those that no cluster was found for, and why, as a clause. */
  readonly open: readonly { readonly destination: Destination; readonly why: string }[]
}

type Answer = { readonly cluster: string } | { readonly why: string }

/** Argo CD's own cluster (argo-cd.readthedocs.io, "Declarative Setup", Clusters). */
const isInCluster = ({ server, name }: Destination): boolean =>
  name === 'in-cluster' || /^https:\/\/kubernetes\.default(?:\.svc)?(?:[:/.]|$)/.test(server ?? '')

const isFilledIn = (text: string | null): boolean => text?.includes('{{') === true

function hostOf(server: string): string | null {
  if (!URL.canParse(server)) return null
  const { hostname, port } = new URL(server)
  return port === '' || port === '443' ? hostname.toLowerCase() : null
}

const same = (one: string | null, other: string): boolean => one?.toLowerCase() === other

const only = (clusters: readonly Cluster[], none: string): Answer => {
  const [first, ...others] = clusters
  if (first === undefined) return { why: none }
  return others.length === 0 ? { cluster: first.id } : { why: 'several clusters fit it' }
}

function byServer(server: string, clusters: readonly Cluster[]): Answer {
  const host = hostOf(server)
  if (host === null) return { why: `${server} is no address of an API server of AKS` }
  const telling = clusters.filter(({ fqdn, privateFqdn }) => fqdn !== null || privateFqdn !== null)
  if (telling.length === 0)
    return { why: 'the facts do not tell the API servers of clusters: collect them again' }
  return only(
    telling.filter(({ fqdn, privateFqdn }) => same(fqdn, host) || same(privateFqdn, host)),
    `no cluster of the facts has the API server ${host}`
  )
}

function clusterOf(destination: Destination, clusters: readonly Cluster[]): Answer {
  const { server, name, directories } = destination
  if (directories.length === 0) return { why: 'it deploys nothing of this repository' }
  if (isFilledIn(server) || isFilledIn(name)) return { why: 'its cluster is filled in elsewhere' }
  if (isInCluster(destination))
    return { why: 'it goes to the cluster that Argo CD runs in, which nothing here tells' }
  if (server !== null) return byServer(server, clusters)
  if (name === null) return { why: 'it names no cluster' }
  return only(
    clusters.filter(cluster => same(cluster.name, name.toLowerCase())),
    `no cluster of the facts is called ${name}`
  )
}

/** What the objects say of clusters in hand; a guess, which a person looks through before it counts. */
export function suggestedTargets(
  destinations: readonly Destination[],
  facts: Pick<Facts, 'clusters'>
): Suggestion {
  const clusters = facts.clusters.flatMap(({ answer }) => (answer.known ? [answer.value] : []))
  const answers = destinations.map(destination => ({
    destination,
    answer: clusterOf(destination, clusters)
  }))
  const placed = answers.flatMap(({ destination, answer }) =>
    'cluster' in answer ? [{ cluster: answer.cluster, directories: destination.directories }] : []
  )
  return {
    targets: [...groupBy(placed, ({ cluster }) => cluster)].map(([cluster, alike]) => ({
      cluster,
      manifests: [...new Set(alike.flatMap(({ directories }) => directories))].sort()
    })),
    open: answers.flatMap(({ destination, answer }) =>
      'why' in answer ? [{ destination, why: answer.why }] : []
    )
  }
}
