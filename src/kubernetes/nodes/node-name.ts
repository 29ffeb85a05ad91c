import { truthOf, type Truth } from '../../base/three-valued.ts'
import type { NodePoolTraits, PoolPlace } from './node-labels.ts'

/**
 * `aks-apps-12345678-vmss00000a` of a scale set, `aks-apps-12345678-0` of an availability set, `aks-apps-12345678-vms1` of a pool of
 * virtual machines (AKS docs, "Use Virtual Machines node pools"; AKS docs print the first in every list of nodes).
 */
const linuxNode = /^aks-([a-z][a-z0-9]{0,11})-\d{6,12}-(?:vmss[0-9a-z]{6}|vms\d{1,4}|\d{1,4})$/

/** `aksnpwin00000a`: of a Windows machine the name has at most 15 characters, 6 of them its number in the scale set (AKS docs, "Create a Windows Server container on an AKS cluster"). */
const windowsNode = /^aks([a-z][a-z0-9]{0,5})[0-9a-z]{6}$/

type NamedPool = Pick<NodePoolTraits, 'name' | 'osType'>

const isOf = ({ name, osType }: NamedPool, nodeName: string): boolean => {
  const pattern = osType === 'Linux' ? linuxNode : windowsNode
  return pattern.exec(nodeName)?.[1] === name
}

/** Whether a node of this name is of the pool: where it fits one pool of the cluster alone, it is of none else. */
export function isNodeOf(
  nodeName: string,
  pool: NamedPool,
  { nodePools = [] }: Pick<PoolPlace, 'nodePools'>
): Truth {
  const fitting = nodePools.filter(each => isOf(each, nodeName))
  return fitting.length === 1 ? truthOf(fitting[0]?.name === pool.name) : 'maybe'
}
