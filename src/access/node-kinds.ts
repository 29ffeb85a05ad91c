import type { Cluster, NodePool } from '../facts/facts.ts'
import type { PodContext } from '../kubernetes/manifests.ts'
import { eligiblePools, landsOnVirtualNode } from '../kubernetes/node-pools.ts'
import { grouped } from './grouping.ts'
import type { Ternary } from './ternary.ts'

/** Nodes on which a pod can land and which sign in to registries in the same way. */
export type NodeKind = {
  /** For a reader, such as `node pool linux1`. */
  readonly names: readonly string[]
  readonly virtual: boolean
  readonly osType: 'Linux' | 'Windows'
  /** Whether the node image offers the identity to regional endpoints. */
  readonly knowsRegionalEndpoints: Ternary
}

/** What about nodes can change who pulls; only this is looked at, and most clusters need none of it. */
export type NodeDifferences = { readonly osType: boolean; readonly regionalEndpoints: boolean }

/** Linux node images, `yyyymm.dd.patch` at the end of the name; older ones have dots between year, month and day. */
const linuxImage = /-(\d{6})\.(\d{1,2})\.\d+$/
const datedImage = /-20\d\d\.\d\d\.\d\d$/

/** ACR docs, "Geo-replication": managed identities reach regional endpoints from node image 202607.29 on. */
const regionalEndpointsSince = { month: 202607, day: 29 } as const

const minorOf = (version: string | null): number | null => {
  const minor = /^v?1\.(\d+)/.exec(version ?? '')?.[1]
  return minor === undefined ? null : Number(minor)
}

/** The first minor whose kubelets start the credential provider by host patterns on AKS. */
const firstOutOfTreeMinor = 30

/** Unknown for Windows images, whose first number with the pattern is not published, and for in-tree providers. */
export function knowsRegionalEndpoints(pool: NodePool): Ternary {
  const minor = minorOf(pool.kubernetesVersion)
  if (pool.osType === 'Windows' || minor === null || minor < firstOutOfTreeMinor) return 'unknown'
  const image = pool.nodeImageVersion ?? ''
  if (datedImage.test(image)) return 'false'
  const [, month, day] = linuxImage.exec(image) ?? []
  if (month === undefined || day === undefined) return 'unknown'
  const since = regionalEndpointsSince
  const late =
    Number(month) > since.month || (Number(month) === since.month && Number(day) >= since.day)
  return late ? 'true' : 'false'
}

/** Karpenter adds Linux nodes with images that ARM does not list. */
const addedNodes: NodeKind = {
  names: ['nodes added by node auto-provisioning'],
  virtual: false,
  osType: 'Linux',
  knowsRegionalEndpoints: 'unknown'
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
    knowsRegionalEndpoints: differences.regionalEndpoints ? knowsRegionalEndpoints(pool) : 'unknown'
  }))
  const automatic = cluster.nodeProvisioningMode?.toLowerCase() === 'auto'
  if (automatic && pod?.nodeSelector['kubernetes.io/os'] !== 'windows') kinds.push(addedNodes)
  return kinds.length === 0 ? [anyNode] : merged(kinds)
}

const merged = (kinds: readonly NodeKind[]): readonly NodeKind[] =>
  [...grouped(kinds, kind => `${kind.osType} ${kind.knowsRegionalEndpoints}`).values()].flatMap(
    ([first, ...others]) =>
      first === undefined
        ? []
        : [{ ...first, names: [first, ...others].flatMap(({ names }) => names) }]
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
