import { memoizeForObjects } from '../../base/memoize.ts'
import type { PodContext } from '../images/image-use.ts'
import { matchesAffinity, matchesLabel } from './node-affinity.ts'
import { labelsOf, type NodePoolTraits, type PoolPlace } from './node-labels.ts'
import { isNodeOf } from './node-name.ts'
import { isVirtualNodeLabel } from './virtual-nodes.ts'
import { toleratesTaint } from './taints.ts'
import { allOf, type Truth } from '../../base/three-valued.ts'

export type { NodePoolTraits, PoolPlace } from './node-labels.ts'

/** One thing that a pod asks of a node, and whether the pool has it. */
export type Demand = {
  readonly kind: 'node-name' | 'node-selector' | 'node-affinity' | 'taint' | 'runtime-class'
  /** The label pair, the taint or the name concerned, as written. */
  readonly text: string
  readonly met: Truth
}

/** AKS puts it on spot pools itself (AKS docs, "Add a spot node pool"). */
const spotTaint = 'kubernetes.azure.com/scalesetpriority=spot:NoSchedule'

const taintsOf = (pool: NodePoolTraits): ReadonlySet<string> =>
  new Set([...pool.taints, ...(pool.spot ? [spotTaint] : [])])

const demand = (kind: Demand['kind'], text: string, met: Truth): Demand => ({ kind, text, met })

const taintDemands = (pool: NodePoolTraits, pod: PodContext): readonly Demand[] =>
  [...taintsOf(pool)].map(taint => demand('taint', taint, toleratesTaint(taint, pod.tolerations)))

/**
 * Everything the pod asks of the pool's nodes. A node name bypasses the scheduler and its taints; a runtime
 * class may add a selector of its own, which is seldom among the manifests.
 */
export function demandsOf(
  pool: NodePoolTraits,
  pod: PodContext,
  place: PoolPlace = {}
): readonly Demand[] {
  const labels = labelsOf(pool, place)
  const hasLabel = (key: string, value: string): Truth =>
    isVirtualNodeLabel(key, value) && pool.labels[key] !== value
      ? 'no'
      : matchesLabel(labels, key, value)
  return [
    ...(pod.nodeName === null
      ? []
      : [demand('node-name', pod.nodeName, isNodeOf(pod.nodeName, pool, place))]),
    ...Object.entries(pod.nodeSelector).map(([key, value]) =>
      demand('node-selector', `${key}=${value}`, hasLabel(key, value))
    ),
    demand('node-affinity', 'required node affinity', matchesAffinity(labels, pod.nodeAffinity)),
    ...(pod.nodeName === null ? taintDemands(pool, pod) : []),
    ...(pod.runtimeClassName === null
      ? []
      : [demand('runtime-class', pod.runtimeClassName, 'maybe')])
  ]
}

/** Most pods choose no nodes: then only taints decide, and no label need be looked at. */
const choosesNodes = (pod: PodContext): boolean =>
  pod.nodeName !== null ||
  pod.nodeAffinity !== null ||
  pod.runtimeClassName !== null ||
  Object.keys(pod.nodeSelector).length > 0

const meetsDemands = (pool: NodePoolTraits, pod: PodContext, place: PoolPlace): Truth => {
  const demands = choosesNodes(pod) ? demandsOf(pool, pod, place) : taintDemands(pool, pod)
  return allOf(demands.map(({ met }) => met))
}

/** For pods that choose: every container of the pod, every obstacle and every check asks. */
const knownLandings = memoizeForObjects((place: PoolPlace) =>
  memoizeForObjects((pool: NodePoolTraits) =>
    memoizeForObjects((pod: PodContext) => meetsDemands(pool, pod, place))
  )
)

const nowhere: PoolPlace = {}

/**
 * Whether the scheduler can put the pod on a node of the pool; maybe where a label could have been set
 * on the node by hand, and for text that no PodSpec surrounds.
 */
export const landable = (
  pool: NodePoolTraits,
  pod: PodContext | null,
  place: PoolPlace = nowhere
): Truth => {
  if (pod === null) return 'maybe'
  return choosesNodes(pod) || pod.tolerations.length > 0
    ? knownLandings(place)(pool)(pod)
    : meetsDemands(pool, pod, place)
}

/** The nodes that Karpenter adds, as one more pool. */
export const autoProvisionedTraits: NodePoolTraits = {
  name: 'auto-provisioned nodes',
  mode: 'User',
  osType: 'Linux',
  osSku: null,
  architecture: null,
  vmSize: null,
  labels: {},
  taints: [],
  spot: false,
  autoProvisioned: true
}

/** The pools on which the pod can land, certainly or perhaps. */
export const eligiblePools = <Pool extends NodePoolTraits>(
  pools: readonly Pool[],
  pod: PodContext | null,
  place: PoolPlace = nowhere
): readonly Pool[] => pools.filter(pool => landable(pool, pod, place) !== 'no')
