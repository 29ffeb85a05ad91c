import { InputError } from '../base/errors.ts'
import { type LookupMode, lookupModes } from '../facts/images.ts'
import { visible } from '../base/visible.ts'
import type { DeploymentTarget } from '../kubernetes/deployment-target.ts'
import { all, first, oneOf, settingText, switched, type Settings } from './setting-values.ts'

export type AzureInputs = {
  /** ARM ids. */
  readonly clusters: readonly string[]
  readonly registries: readonly string[]
  readonly kubeletObjectId: string | null
  readonly thorough: boolean
  readonly quick: boolean
  readonly registryLookup: LookupMode
  readonly environment: string | null
  readonly resourceManager: string | null
  readonly authority: string | null
  readonly clientId: string | null
  readonly tenantId: string | null
  readonly audience: string | null
  readonly managedIdentity: boolean
}

/** The clusters that the targets name one by one are meant where nothing else says which. */
export const withTargetClusters = (
  inputs: AzureInputs,
  targets: readonly DeploymentTarget[] | null
): AzureInputs =>
  inputs.clusters.length > 0
    ? inputs
    : {
        ...inputs,
        clusters: unique((targets ?? []).flatMap(({ choice }) => choice.clusters ?? []))
      }

const guid = '[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}'
const clusterId =
  /^\/subscriptions\/[^/]+\/resourcegroups\/[^/]+\/providers\/microsoft\.containerservice\/managedclusters\/[^/,\s]+$/i
const shortClusterId = new RegExp(`^(${guid})/([^/,\\s]+)/([^/,\\s]+)$`)

const armId = (subscription: string, group: string, name: string): string =>
  `/subscriptions/${subscription}/resourceGroups/${group}/providers/Microsoft.ContainerService/managedClusters/${name}`

/** The ARM id that a text names, in either form; InputError where it names no cluster. */
export function clusterIdOf(text: string): string {
  const id = text.replace(/(?<!\/)\/+$/, '')
  if (clusterId.test(id)) return id
  const [, subscription, group, name] = shortClusterId.exec(id) ?? []
  if (subscription !== undefined && group !== undefined && name !== undefined)
    return armId(subscription, group, name)
  throw new InputError(
    `Option ${settingText('clusters')} has '${visible(text)}', which names no AKS cluster: write one id a line, the ARM id (az aks show --query id) or SUBSCRIPTION-ID/RESOURCE-GROUP/NAME.`
  )
}

function namedCluster(settings: Settings): readonly string[] {
  const name = first(settings, 'cluster-name')
  if (name === null) return []
  const group = first(settings, 'resource-group')
  const subscription = first(settings, 'subscription-id')
  const missing = (['resource-group', 'subscription-id'] as const).filter(
    each => first(settings, each) === null
  )
  if (group === null || subscription === null)
    throw new InputError(
      `Input cluster-name is '${name}' without ${missing.join(' and ')}: give all three, or use clusters with the ARM id.`
    )
  return [armId(subscription, group, name)]
}

const unique = (values: readonly string[]): readonly string[] => [
  ...new Map(values.map(value => [value.toLowerCase(), value])).values()
]

function managedIdentityAsked(settings: Settings): boolean {
  return (
    oneOf(settings, 'auth-type', ['identity', 'service_principal'], 'service_principal') ===
    'identity'
  )
}

function depth(settings: Settings): Pick<AzureInputs, 'thorough' | 'quick'> {
  const asked = {
    thorough: switched(settings, 'thorough', false),
    quick: switched(settings, 'quick', false)
  }
  if (asked.thorough && asked.quick)
    throw new InputError(
      `Options ${settingText('thorough')} and ${settingText('quick')} are both set: one reads more, the other less; leave one of them out.`
    )
  return asked
}

export const azureInputs = (settings: Settings): AzureInputs => ({
  clusters: unique([...all(settings, 'clusters').map(clusterIdOf), ...namedCluster(settings)]),
  registries: unique(all(settings, 'registries').map(host => host.toLowerCase())),
  kubeletObjectId: first(settings, 'kubelet-object-id'),
  ...depth(settings),
  registryLookup: oneOf(settings, 'registry-lookup', lookupModes, 'auto'),
  environment: first(settings, 'environment'),
  resourceManager: first(settings, 'resource-manager-endpoint'),
  authority: first(settings, 'authority-host'),
  clientId: first(settings, 'client-id'),
  tenantId: first(settings, 'tenant-id'),
  audience: first(settings, 'audience'),
  managedIdentity: managedIdentityAsked(settings)
})

export function requireClusters(inputs: AzureInputs): void {
  if (inputs.clusters.length === 0)
    throw new InputError(
      'No cluster is named: give --cluster (action: input clusters) with the ARM id of each target cluster, or --facts with a facts file.'
    )
}
