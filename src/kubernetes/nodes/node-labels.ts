/** What of a node pool decides which pods the scheduler puts on its nodes. */
export type NodePoolTraits = {
  readonly name: string
  readonly mode: string
  readonly osType: 'Linux' | 'Windows'
  readonly osSku: string | null
  readonly architecture: 'amd64' | 'arm64' | null
  readonly vmSize: string | null
  readonly labels: Readonly<Record<string, string>>
  readonly taints: readonly string[]
  readonly spot: boolean
  /** Nodes that Karpenter adds, for node pools and node classes that only the cluster knows. */
  readonly autoProvisioned?: boolean
}

/** What the pool's cluster says of it; without that its labels may have any value. */
export type PoolPlace = {
  readonly nodeResourceGroup?: string | null
  readonly location?: string | null
  /** All of the cluster, to tell by the name of a node which it is of. */
  readonly nodePools?: readonly Pick<NodePoolTraits, 'name' | 'osType'>[]
}

/**
 * The values that a node's label can have: one is certain, several or `any` are not; null: the label is
 * certainly absent. A key outside the map may have been set on the node by anybody.
 */
export type LabelValues = readonly string[] | 'any' | null

const aks = 'kubernetes.azure.com'

/** Label values hold at most 63 characters (Kubernetes, "Labels and Selectors"); AKS shortens what is longer. */
const labelLength = 63

const certain = (value: string | null | undefined): LabelValues =>
  value === null || value === undefined || value.length > labelLength ? 'any' : [value]

/** ARM says `Ubuntu2204` where nodes carry `Ubuntu` or the full name, depending on their age. */
const osSkuValues = (osSku: string | null): LabelValues =>
  osSku === null ? 'any' : [...new Set([osSku, osSku.replace(/(?<!\d)\d+$/, '')])]

/** Nodes carry the lower case; the AKS documentation prints `User`. */
const modeValues = (mode: string): readonly string[] => [...new Set([mode.toLowerCase(), mode])]

/** Labels that AKS puts on every node (AKS docs, "Use labels in an AKS cluster", reserved system labels). */
const systemLabels = (
  pool: NodePoolTraits,
  place: PoolPlace
): Readonly<Record<string, LabelValues>> => ({
  'kubernetes.io/os': [pool.osType.toLowerCase()],
  'beta.kubernetes.io/os': [pool.osType.toLowerCase()],
  'kubernetes.io/arch': certain(pool.architecture),
  'beta.kubernetes.io/arch': certain(pool.architecture),
  'node.kubernetes.io/instance-type': certain(pool.vmSize),
  'beta.kubernetes.io/instance-type': certain(pool.vmSize),
  'kubernetes.io/role': ['agent'],
  'topology.kubernetes.io/region': certain(place.location),
  'topology.kubernetes.io/zone': 'any',
  agentpool: [pool.name],
  [`${aks}/agentpool`]: [pool.name],
  [`${aks}/mode`]: modeValues(pool.mode),
  [`${aks}/role`]: ['agent'],
  [`${aks}/cluster`]: certain(place.nodeResourceGroup),
  [`${aks}/priority`]: [pool.spot ? 'spot' : 'regular'],
  [`${aks}/scalesetpriority`]: pool.spot ? ['spot'] : null,
  [`${aks}/os-sku`]: osSkuValues(pool.osSku)
})

const priorities = ['regular', 'spot'] as const

/**
 * What Karpenter writes on its nodes or lets the user choose (Azure/karpenter-provider-azure pkg/apis/v1beta1/labels.go,
 * pkg/providers/instancetype/instancetype.go): all run Linux, and unlike AKS it writes the priority `regular` too.
 */
const autoProvisionedLabels = (place: PoolPlace): Readonly<Record<string, LabelValues>> => ({
  'kubernetes.io/os': ['linux'],
  'beta.kubernetes.io/os': ['linux'],
  'kubernetes.io/arch': ['amd64', 'arm64'],
  'beta.kubernetes.io/arch': ['amd64', 'arm64'],
  'topology.kubernetes.io/region': certain(place.location),
  agentpool: ['aksmanagedap'],
  [`${aks}/agentpool`]: ['aksmanagedap'],
  [`${aks}/mode`]: [...modeValues('System'), ...modeValues('User')],
  [`${aks}/role`]: ['agent'],
  [`${aks}/cluster`]: certain(place.nodeResourceGroup),
  [`${aks}/priority`]: priorities,
  [`${aks}/scalesetpriority`]: priorities
})

/** Its own labels, which nobody else may set (labels.go, RestrictedLabelDomains; sigs.k8s.io/karpenter). */
const isKarpenterLabel = (key: string): boolean => /^karpenter\.(?:sh|azure\.com)\//.test(key)

/** Looks up what is known of a label on the nodes of a pool; undefined: nothing. */
export function labelsOf(
  pool: NodePoolTraits,
  place: PoolPlace
): (key: string) => LabelValues | undefined {
  if (pool.autoProvisioned === true) {
    const written = new Map(Object.entries(autoProvisionedLabels(place)))
    return key => written.get(key)
  }
  const system = new Map(Object.entries(systemLabels(pool, place)))
  const own = new Map(Object.entries(pool.labels))
  return key => {
    const value = own.get(key)
    if (value !== undefined) return [value]
    return isKarpenterLabel(key) ? null : system.get(key)
  }
}
