import { known, unknown, type Fact } from './fact.ts'
import type { Cluster, ClusterAnswer } from './facts.ts'

const applicationOf = ({ answer }: ClusterAnswer): string | null =>
  answer.known && answer.value.nodeIdentity.kind === 'service-principal'
    ? answer.value.nodeIdentity.clientId.toLowerCase()
    : null

function withObjectId(cluster: Cluster, objectId: Fact<string>): Cluster {
  const { nodeIdentity } = cluster
  return nodeIdentity.kind === 'service-principal' && !nodeIdentity.objectId.known
    ? { ...cluster, nodeIdentity: { ...nodeIdentity, objectId } }
    : cluster
}

/**
 * The clusters with the object id of their service principal, which Azure Resource Manager does not tell and the user
 * gave. It belongs to one application, so among clusters of several it says nothing.
 */
export function withServicePrincipal(
  clusters: readonly ClusterAnswer[],
  objectId: string | null
): readonly ClusterAnswer[] {
  if (objectId === null) return clusters
  const applications = new Set(clusters.map(applicationOf).filter(id => id !== null))
  const fact =
    applications.size > 1
      ? unknown(
          'not-collected',
          `the object id that was given belongs to one application, and the clusters have several (${[...applications].join(', ')}): check the clusters of each by themselves`
        )
      : known(objectId)
  return clusters.map(cluster =>
    cluster.answer.known
      ? { ...cluster, answer: known(withObjectId(cluster.answer.value, fact)) }
      : cluster
  )
}
