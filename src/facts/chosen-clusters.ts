import type { ClusterChoice } from '../base/cluster-choice.ts'
import { parseResourceId } from '../base/resource-id.ts'
import { allOf, anyOf, truthOf, type Truth } from '../base/three-valued.ts'
import type { Cluster, ClusterAnswer } from './facts.ts'

/** ARM ids and the names of tags come in mixed case; values of tags do not (ARM docs, "Use tags to organize your Azure resources"). */
const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

const knownCluster = ({ answer }: ClusterAnswer): Cluster | null =>
  answer.known ? answer.value : null

function isMember(cluster: ClusterAnswer, fleet: string): Truth {
  const fleets = knownCluster(cluster)?.fleets ?? null
  return fleets === null ? 'maybe' : truthOf(fleets.some(each => same(each, fleet)))
}

function hasTag(cluster: ClusterAnswer, name: string, value: string): Truth {
  const tags = knownCluster(cluster)?.tags ?? null
  return tags === null
    ? 'maybe'
    : truthOf(Object.entries(tags).some(([key, is]) => same(key, name) && is === value))
}

const lies = ({ id }: ClusterAnswer, subscription: string): Truth =>
  truthOf(same(parseResourceId(id)?.subscriptionId ?? '', subscription))

/** Whether a choice means this cluster; `maybe` where that was not told. A choice without any list means all. */
export function isChosen(choice: ClusterChoice, cluster: ClusterAnswer): Truth {
  const { clusters, subscriptions, fleets, tags } = choice
  const isEverywhere = clusters === null && subscriptions.length + fleets.length === 0
  const isNamed = anyOf([
    truthOf(isEverywhere),
    ...(clusters ?? []).map(id => truthOf(same(id, cluster.id))),
    ...subscriptions.map(subscription => lies(cluster, subscription)),
    ...fleets.map(fleet => isMember(cluster, fleet))
  ])
  const tagged = Object.entries(tags).map(([name, value]) => hasTag(cluster, name, value))
  return allOf([isNamed, ...tagged])
}
