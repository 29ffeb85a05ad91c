import type { PodContext } from '../images/image-use.ts'
import { matchesAffinity } from './node-affinity.ts'
import type { LabelValues } from './node-labels.ts'
import { toleratesTaint } from './taints.ts'
import type { Truth } from '../../base/three-valued.ts'

/**
 * Labels by which pods choose virtual nodes: of the add-on (AKS docs, "Create virtual nodes"), and of the Helm chart
 * (microsoft/virtualnodesOnAzureContainerInstances). The nodes of a pool have them only if their pool says so.
 */
const addOnLabel = { key: 'type', value: 'virtual-kubelet' } as const
const chartLabel = { key: 'virtualization', value: 'virtualnode2' } as const

export const isVirtualNodeLabel = (key: string, value: string): boolean =>
  [addOnLabel, chartLabel].some(label => label.key === key && label.value === value)

/** The annotation with the identity of a pod on virtual nodes of the Helm chart (its docs, "Running pods with an Azure managed identity"). */
export const virtualNodeIdentity = 'microsoft.containerinstance.virtualnode.identity'

/** Taints of virtual nodes, today's and an older one (AKS docs, "Create virtual nodes"; virtual-kubelet/azure-aci). */
const providerTaint = 'virtual-kubelet.io/provider'
const virtualNodeTaints = [`${providerTaint}=azure:NoSchedule`, 'azure.com/aci:NoSchedule']

/** The name of the node that the add-on makes, up to the operating system. */
const virtualNodeName = 'virtual-node-aci'

/** AKS labels the nodes of pools so, and virtual nodes are in no pool. */
const isPoolLabel = (key: string): boolean =>
  key === 'agentpool' || key.startsWith('kubernetes.azure.com/')

const selectsPool = ({ nodeSelector }: PodContext): boolean =>
  Object.keys(nodeSelector).some(isPoolLabel)

type NodeLabel = { readonly key: string; readonly value: string }

/** No node without the label fulfils the affinity. */
const demandsLabel = ({ nodeAffinity }: PodContext, label: NodeLabel): boolean => {
  const labelled = (value: LabelValues) => (key: string) => (key === label.key ? value : undefined)
  return (
    matchesAffinity(labelled([label.value]), nodeAffinity) !== 'no' &&
    matchesAffinity(labelled(null), nodeAffinity) === 'no'
  )
}

const selects = (pod: PodContext, label: NodeLabel): boolean =>
  pod.nodeSelector[label.key] === label.value || demandsLabel(pod, label)

/**
 * Whether the pod runs on a virtual node, where no kubelet identity exists: yes when it selects or names one, maybe
 * when it only tolerates one that the cluster has (`virtualNodes`), or names some node there, past scheduler and taints.
 */
export function landsOnVirtualNode(pod: PodContext | null, virtualNodes: boolean): Truth {
  if (pod === null) return 'no'
  if (pod.nodeName?.startsWith(virtualNodeName) === true) return 'yes'
  if (selects(pod, addOnLabel)) return 'yes'
  if (pod.nodeSelector['kubernetes.io/hostname']?.startsWith(virtualNodeName) === true) return 'yes'
  if (!virtualNodes || selectsPool(pod)) return 'no'
  if (pod.nodeName !== null) return 'maybe'
  const tolerated = virtualNodeTaints.some(taint => toleratesTaint(taint, pod.tolerations) !== 'no')
  return tolerated ? 'maybe' : 'no'
}

/** By name, and not as one that tolerates every taint there is. */
const toleratesProvider = ({ tolerations }: PodContext): boolean =>
  tolerations.some(({ key }) => key === providerTaint)

/**
 * Whether the pod runs on a virtual node of the Helm chart, which no field of the cluster tells of: yes when it selects one,
 * maybe when it tolerates virtual nodes by name where the cluster has none of the add-on.
 */
export function landsOnUnlistedNode(pod: PodContext | null, virtualNodes: boolean): Truth {
  if (pod === null) return 'no'
  if (selects(pod, chartLabel)) return 'yes'
  const elsewhere =
    virtualNodes || pod.nodeName !== null || selectsPool(pod) || selects(pod, addOnLabel)
  return !elsewhere && toleratesProvider(pod) ? 'maybe' : 'no'
}
