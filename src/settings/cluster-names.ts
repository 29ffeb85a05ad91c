import { InputError } from '../base/errors.ts'
import { visible } from '../base/visible.ts'
import { all, first, settingText, type Settings } from './setting-values.ts'

/**
 * A cluster as the user named it: by its ARM id, or without the subscription, which then is the default one of the Azure CLI,
 * and in a facts file that of the only cluster of this name.
 */
export type ClusterName =
  | { readonly kind: 'id'; readonly id: string }
  | { readonly kind: 'short'; readonly resourceGroup: string; readonly name: string }

const guid = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'
const wholeId =
  /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+\/providers\/microsoft\.containerservice\/managedclusters\/[^/,\s]+$/i
const withSubscription = new RegExp(`^(${guid})/([^/,\\s]+)/([^/,\\s]+)$`)
const withoutSubscription = /^([^/,\s]+)\/([^/,\s]+)$/

/** The ARM id of a managed cluster. */
export const clusterArmId = (subscription: string, resourceGroup: string, name: string): string =>
  `/subscriptions/${subscription}/resourceGroups/${resourceGroup}/providers/Microsoft.ContainerService/managedClusters/${name}`

/** `RESOURCE-GROUP/NAME`, as a message names such a cluster. */
export const shortName = ({ resourceGroup, name }: ClusterName & { kind: 'short' }): string =>
  `${resourceGroup}/${name}`

function clusterOf(text: string): ClusterName {
  const id = text.replace(/(?<!\/)\/+$/, '')
  if (wholeId.test(id)) return { kind: 'id', id }
  const [, subscription, group, name] = withSubscription.exec(id) ?? []
  if (subscription !== undefined && group !== undefined && name !== undefined)
    return { kind: 'id', id: clusterArmId(subscription, group, name) }
  const [, shortGroup, short] = withoutSubscription.exec(id) ?? []
  if (shortGroup !== undefined && short !== undefined)
    return { kind: 'short', resourceGroup: shortGroup, name: short }
  throw new InputError(
    `Option ${settingText('clusters')} has '${visible(text)}', which names no AKS cluster: write one id a line, the ARM id (az aks show --query id), SUBSCRIPTION-ID/RESOURCE-GROUP/NAME, or RESOURCE-GROUP/NAME in the default subscription of the Azure CLI.`
  )
}

/** The ARM id of a cluster that is named with its subscription, in either form; InputError where it is none, or lacks it. */
export function clusterIdOf(text: string): string {
  const cluster = clusterOf(text)
  if (cluster.kind === 'id') return cluster.id
  throw new InputError(
    `Cluster '${visible(text)}' is named without its subscription: write SUBSCRIPTION-ID/${shortName(cluster)}, or the ARM id (az aks show --query id).`
  )
}

/** `-g RESOURCE-GROUP -n NAME`, and the inputs that azure/aks-set-context has too. */
function namedCluster(settings: Settings): readonly ClusterName[] {
  const name = first(settings, 'cluster-name')
  const resourceGroup = first(settings, 'resource-group')
  const subscription = first(settings, 'subscription-id')
  if (name === null) return []
  if (resourceGroup === null)
    throw new InputError(
      `Option ${settingText('cluster-name')} is '${name}' without ${settingText('resource-group')}: name the resource group of this cluster, or for the namespace of manifests write ${settingText('namespace')}.`
    )
  return subscription === null
    ? [{ kind: 'short', resourceGroup, name }]
    : [{ kind: 'id', id: clusterArmId(subscription, resourceGroup, name) }]
}

const keyOf = (cluster: ClusterName): string =>
  (cluster.kind === 'id' ? cluster.id : shortName(cluster)).toLowerCase()

/** Every cluster that is named, once; ids are compared without case, as ARM does. */
export const clusterNames = (settings: Settings): readonly ClusterName[] => [
  ...new Map(
    [...all(settings, 'clusters').map(clusterOf), ...namedCluster(settings)].map(cluster => [
      keyOf(cluster),
      cluster
    ])
  ).values()
]
