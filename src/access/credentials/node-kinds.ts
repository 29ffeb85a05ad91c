import type { Cluster, NodePool } from '../../facts/facts.ts'
import type { PodContext } from '../../kubernetes/image-use.ts'
import { compareMinors, parseKubernetesVersion } from '../../kubernetes/kubernetes-version.ts'
import {
  compareNodeImages,
  firstForRegionalEndpoints,
  parseNodeImage
} from '../../kubernetes/nodes/node-image.ts'
import {
  autoProvisionedTraits,
  eligiblePools,
  landable,
  landsOnVirtualNode
} from '../../kubernetes/nodes/node-pools.ts'
import { truthOf, type Truth } from '../../base/three-valued.ts'
import { groupBy } from '../../base/group-by.ts'

/** Nodes on which a pod can land and which sign in to registries in the same way. */
export type NodeKind = {
  /** For a reader, such as `node pool linux1`. */
  readonly names: readonly string[]
  readonly virtual: boolean
  readonly osType: 'Linux' | 'Windows'
  /** Whether the node image offers the identity to regional endpoints. */
  readonly knowsRegionalEndpoints: Truth
}

/** What about nodes can change who pulls; only this is looked at, and most clusters need none of it. */
export type NodeDifferences = { readonly osType: boolean; readonly regionalEndpoints: boolean }

const regionalEndpointsSince = parseNodeImage(firstForRegionalEndpoints, 'Linux')

/** The first minor whose kubelets start the credential provider by host patterns on AKS. */
const firstOutOfTreeMinor = '1.30'

/** Whether its kubelets have the provider compiled in, which knows no patterns of hosts. */
const isInTree = ({ kubernetesVersion }: NodePool): boolean => {
  const version = parseKubernetesVersion(kubernetesVersion)
  return version !== null && compareMinors(version.minor, firstOutOfTreeMinor) < 0
}

/** Maybe for Windows images, whose first number with the pattern is not published, and for in-tree providers. */
export function knowsRegionalEndpoints(pool: NodePool): Truth {
  const unclear = parseKubernetesVersion(pool.kubernetesVersion) === null || isInTree(pool)
  const image = parseNodeImage(pool.nodeImageVersion, 'Linux')
  if (pool.osType === 'Windows' || unclear || image === null || regionalEndpointsSince === null)
    return 'maybe'
  return truthOf(compareNodeImages(image, regionalEndpointsSince) >= 0)
}

/** Compiled in, a service principal's credentials are for `*.azurecr.io` and its like (kubernetes v1.29 azure_credentials.go, containerRegistryUrls). */
const servesRegions = (pool: NodePool, { nodeIdentity }: Cluster): Truth =>
  nodeIdentity.kind === 'service-principal' && isInTree(pool) ? 'no' : knowsRegionalEndpoints(pool)

/** Karpenter adds Linux nodes with images that ARM does not list. */
const addedNodes: NodeKind = {
  names: ['nodes added by node auto-provisioning'],
  virtual: false,
  osType: 'Linux',
  knowsRegionalEndpoints: 'maybe'
}

/** A cluster whose pools are not known, or where no pool takes the pod. */
const anyNode: NodeKind = { ...addedNodes, names: ['any node'] }

const virtualNode: NodeKind = { ...addedNodes, names: ['virtual node'], virtual: true }

function ordinaryKinds(
  cluster: Cluster,
  pod: PodContext | null,
  differences: NodeDifferences
): readonly NodeKind[] {
  if (!differences.osType && !differences.regionalEndpoints) return [anyNode]
  const pools = eligiblePools(cluster.nodePools, pod, cluster)
  const kinds: NodeKind[] = pools.map(pool => ({
    names: [`node pool ${pool.name}`],
    virtual: false,
    osType: differences.osType ? pool.osType : 'Linux',
    knowsRegionalEndpoints: differences.regionalEndpoints ? servesRegions(pool, cluster) : 'maybe'
  }))
  const automatic = cluster.nodeProvisioningMode?.toLowerCase() === 'auto'
  if (automatic && landable(autoProvisionedTraits, pod, cluster) !== 'no') kinds.push(addedNodes)
  return kinds.length === 0 ? [anyNode] : merged(kinds)
}

const merged = (kinds: readonly NodeKind[]): readonly NodeKind[] =>
  [...groupBy(kinds, kind => `${kind.osType} ${kind.knowsRegionalEndpoints}`).values()].map(
    alike => ({ ...alike[0], names: alike.flatMap(({ names }) => names) })
  )

/** The kinds of nodes on which a pod can land; never empty. */
export function nodeKindsOf(
  cluster: Cluster,
  pod: PodContext | null,
  differences: NodeDifferences
): readonly NodeKind[] {
  const virtual = landsOnVirtualNode(pod, cluster.virtualNodes)
  if (virtual === 'yes') return [virtualNode]
  const ordinary = ordinaryKinds(cluster, pod, differences)
  return virtual === 'maybe' ? [...ordinary, virtualNode] : ordinary
}
