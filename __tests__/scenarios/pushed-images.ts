import type {
  AzureWorldData,
  FaultData,
  NodePoolData,
  PushedData,
  RegistryData
} from '../emulator/world.ts'
import { acrPull, cluster, registry } from './building-blocks.ts'

/** The tag of `web` in building-blocks.ts. */
export const webImage: PushedData = { repository: 'team/web', tag: '1.0' }

/** The shop whose registry holds these images; the caller may read them. */
export const shopWith = (
  pushed: readonly PushedData[],
  of: Partial<RegistryData> = {}
): AzureWorldData & { readonly registries: readonly RegistryData[] } => ({
  clusters: [cluster],
  registries: [{ ...registry, pushed, ...of }],
  roleAssignments: [acrPull]
})

export const system: NodePoolData = { name: 'system' }
export const armPool: NodePoolData = {
  name: 'arm',
  mode: 'User',
  vmSize: 'Standard_D4pds_v5',
  nodeImageVersion: 'AKSUbuntu-2204gen2arm64containerd-202610.13.0'
}
export const windowsPool: NodePoolData = {
  name: 'win',
  mode: 'User',
  osType: 'Windows',
  osSku: 'Windows2022',
  nodeImageVersion: 'AKSWindows-2022-containerd-20348.2700.240911'
}

/** Nodes of these pools. */
export const pools = (...nodePools: readonly NodePoolData[]): Pick<AzureWorldData, 'clusters'> => ({
  clusters: [{ ...cluster, nodePools }]
})

/** Lines of a PodSpec that keep it on Windows. */
export const onWindows: readonly string[] = ['nodeSelector:', '  kubernetes.io/os: windows']
export const onArm: readonly string[] = ['nodeSelector:', '  kubernetes.io/arch: arm64']

/** Of every request for a manifest. */
export const manifestsAnswer = (answer: FaultData['answer'], times?: number): FaultData => ({
  url: 'contoso.azurecr.io/v2/*/manifests/*',
  answer,
  ...(times === undefined ? {} : { times })
})
