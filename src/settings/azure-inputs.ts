import { InputError } from '../base/errors.ts'
import { type LookupMode, lookupModes } from '../facts/images.ts'
import type { DeploymentTarget } from '../kubernetes/deployment-target.ts'
import { clusterNames, type ClusterName } from './cluster-names.ts'
import { all, first, oneOf, settingText, switched, type Settings } from './setting-values.ts'

export type AzureInputs = {
  readonly clusters: readonly ClusterName[]
  readonly registries: readonly string[]
  readonly kubeletObjectId: string | null
  readonly thorough: boolean
  readonly quick: boolean
  readonly registryLookup: LookupMode
  /** Images to look up whether or not a manifest names them. */
  readonly images: readonly string[]
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
        clusters: unique((targets ?? []).flatMap(({ choice }) => choice.clusters ?? [])).map(
          id => ({ kind: 'id', id })
        )
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

/** What the user says of looking images up. */
export function lookupAsked(settings: Settings): Pick<AzureInputs, 'registryLookup' | 'images'> {
  const registryLookup = oneOf(settings, 'registry-lookup', lookupModes, 'auto')
  const images = all(settings, 'looked-up-images')
  if (registryLookup === 'off' && images.length > 0)
    throw new InputError(
      `Options ${settingText('registry-lookup')} and ${settingText('looked-up-images')} are both set: one looks nothing up (off), the other names images to look up; leave one of them out.`
    )
  return { registryLookup, images }
}

export const azureInputs = (settings: Settings): AzureInputs => ({
  clusters: clusterNames(settings),
  registries: unique(all(settings, 'registries').map(host => host.toLowerCase())),
  kubeletObjectId: first(settings, 'kubelet-object-id'),
  ...depth(settings),
  ...lookupAsked(settings),
  environment: first(settings, 'environment'),
  resourceManager: first(settings, 'resource-manager-endpoint'),
  authority: first(settings, 'authority-host'),
  clientId: first(settings, 'client-id'),
  tenantId: first(settings, 'tenant-id'),
  audience: first(settings, 'audience'),
  managedIdentity: managedIdentityAsked(settings)
})

/** What each command can do without a cluster; none advises what it would refuse. */
const otherwise = { check: ', or --facts with a facts file', collect: '' } as const

export function requireClusters(inputs: AzureInputs, command: keyof typeof otherwise): void {
  if (inputs.clusters.length === 0)
    throw new InputError(
      `No cluster is named: give -g RESOURCE-GROUP -n NAME, or --cluster (action: input clusters) with the ARM id of each target cluster${otherwise[command]}.`
    )
}
