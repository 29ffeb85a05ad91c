import type { Cluster, NodePool } from '../../facts/facts.ts'
import type { PodContext } from '../../kubernetes/images/image-use.ts'
import { compareMinors, parseKubernetesVersion } from '../../kubernetes/kubernetes-version.ts'
import {
  compareNodeImages,
  firstForIdentityBindings,
  firstForRegionalEndpoints,
  parseNodeImage
} from '../../kubernetes/nodes/node-image.ts'
import {
  autoProvisionedTraits,
  eligiblePools,
  landable
} from '../../kubernetes/nodes/node-pools.ts'
import { landsOnUnlistedNode, landsOnVirtualNode } from '../../kubernetes/nodes/virtual-nodes.ts'
import { truthOf, type Truth } from '../../base/three-valued.ts'
import { groupBy } from '../../base/group-by.ts'

/** Nodes on which a pod can land and which sign in to registries in the same way. */
export type NodeKind = {
  /** For a reader, such as `node pool linux1`. */
  readonly names: readonly string[]
  /** `add-on`: of the cluster's add-on. `not-listed`: of the Helm chart, which Azure Resource Manager does not show. */
  readonly virtual: 'no' | 'add-on' | 'not-listed'
  readonly osType: 'Linux' | 'Windows'
  /** Whether the credential provider can sign in with identities of service accounts. */
  readonly knowsIdentityBindings: Truth
  /** Whether the node image offers the identity to regional endpoints. */
  readonly knowsRegionalEndpoints: Truth
  /** Nodes that sign in as a service principal with the provider that is compiled in. */
  readonly compiledInPrincipal: boolean
}

/** What about nodes can change who pulls; only this is looked at, and most clusters need none of it. */
export type NodeDifferences = {
  /** Operating system, and what the credential provider knows of service accounts. */
  readonly accountPulls: boolean
  readonly regionalEndpoints: boolean
}

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

/** Maybe for every older provider, because nobody says what it does there. Windows nodes never ask (node-credentials.ts). */
export function knowsIdentityBindings({
  kubernetesVersion,
  nodeImageVersion
}: Pick<NodePool, 'kubernetesVersion' | 'nodeImageVersion'>): Truth {
  const version = parseKubernetesVersion(kubernetesVersion)
  if (version === null) return 'maybe'
  const row = firstForIdentityBindings.find(({ minor }) => minor === version.minor)
  if (row === undefined)
    return compareMinors(version.minor, firstMinorWithBindings) < 0 ? 'maybe' : 'yes'
  const first = parseNodeImage(row.nodeImage, 'Linux')
  const image = parseNodeImage(nodeImageVersion, 'Linux')
  return first !== null && image !== null && compareNodeImages(image, first) >= 0 ? 'yes' : 'maybe'
}

/** Every provider from v1.36.0 on has them (cloud-provider-azure #9907). */
const firstMinorWithBindings = '1.36'

/** Compiled in, a service principal's credentials are for `*.azurecr.io` and its like (kubernetes v1.29 azure_credentials.go, containerRegistryUrls). */
const isCompiledInPrincipal = (pool: NodePool, { nodeIdentity }: Cluster): boolean =>
  nodeIdentity.kind === 'service-principal' && isInTree(pool)

const servesRegions = (pool: NodePool, cluster: Cluster): Truth =>
  isCompiledInPrincipal(pool, cluster) ? 'no' : knowsRegionalEndpoints(pool)

/** Karpenter adds Linux nodes with images that ARM does not list. */
const addedNodes: NodeKind = {
  names: ['nodes added by node auto-provisioning'],
  virtual: 'no',
  osType: 'Linux',
  knowsIdentityBindings: 'maybe',
  knowsRegionalEndpoints: 'maybe',
  compiledInPrincipal: false
}

/** A cluster whose pools are not known, or where no pool takes the pod. */
const anyNode: NodeKind = { ...addedNodes, names: ['any node'] }

const virtualNode: NodeKind = { ...addedNodes, names: ['virtual node'], virtual: 'add-on' }

const unlistedNode: NodeKind = { ...virtualNode, virtual: 'not-listed' }

function ordinaryKinds(
  cluster: Cluster,
  pod: PodContext | null,
  differences: NodeDifferences
): readonly NodeKind[] {
  if (!differences.accountPulls && !differences.regionalEndpoints) return [anyNode]
  const pools = eligiblePools(cluster.nodePools, pod, cluster)
  const kinds: NodeKind[] = pools.map(pool => ({
    names: [`node pool ${pool.name}`],
    virtual: 'no',
    osType: differences.accountPulls ? pool.osType : 'Linux',
    knowsIdentityBindings: differences.accountPulls ? knowsIdentityBindings(pool) : 'maybe',
    knowsRegionalEndpoints: differences.regionalEndpoints ? servesRegions(pool, cluster) : 'maybe',
    compiledInPrincipal: differences.regionalEndpoints && isCompiledInPrincipal(pool, cluster)
  }))
  const automatic = cluster.nodeProvisioningMode?.toLowerCase() === 'auto'
  if (automatic && landable(autoProvisionedTraits, pod, cluster) !== 'no') kinds.push(addedNodes)
  return kinds.length === 0 ? [anyNode] : merged(kinds)
}

const merged = (kinds: readonly NodeKind[]): readonly NodeKind[] =>
  [
    ...groupBy(kinds, kind =>
      [
        kind.osType,
        kind.knowsRegionalEndpoints,
        kind.compiledInPrincipal,
        kind.knowsIdentityBindings
      ].join(' ')
    ).values()
  ].map(alike => ({ ...alike[0], names: alike.flatMap(({ names }) => names) }))

/** The kinds of nodes on which a pod can land; never empty. */
export function nodeKindsOf(
  cluster: Cluster,
  pod: PodContext | null,
  differences: NodeDifferences
): readonly NodeKind[] {
  const unlisted = landsOnUnlistedNode(pod, cluster.virtualNodes)
  if (unlisted === 'yes') return [unlistedNode]
  const virtual = landsOnVirtualNode(pod, cluster.virtualNodes)
  if (virtual === 'yes') return [virtualNode]
  return [
    ...ordinaryKinds(cluster, pod, differences),
    ...(virtual === 'maybe' ? [virtualNode] : []),
    ...(unlisted === 'maybe' ? [unlistedNode] : [])
  ]
}
