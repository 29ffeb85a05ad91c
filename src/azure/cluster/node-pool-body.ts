import * as z from 'zod/mini'
import type { NodePool } from '../../facts/facts.ts'

const text = z.nullish(z.string())

/** The part of ARM's `agentPoolProfiles[]` that decides pulls. */
export const nodePoolBody = z.object({
  name: z.string(),
  mode: text,
  osType: text,
  osSKU: text,
  vmSize: text,
  currentOrchestratorVersion: text,
  orchestratorVersion: text,
  nodeImageVersion: text,
  nodeLabels: z.nullish(z.record(z.string(), z.string())),
  nodeTaints: z.nullish(z.array(z.string())),
  scaleSetPriority: text,
  count: z.nullish(z.number()),
  powerState: z.nullish(z.object({ code: text })),
  provisioningState: text,
  vnetSubnetID: text,
  artifactStreamingProfile: z.nullish(z.object({ enabled: z.nullish(z.boolean()) })),
  virtualMachinesProfile: z.nullish(
    z.object({
      scale: z.nullish(
        z.object({
          manual: z.nullish(z.array(z.object({ size: text, count: z.nullish(z.number()) })))
        })
      )
    })
  )
})

type Body = z.infer<typeof nodePoolBody>

export const nodePoolFrom = (body: Body): NodePool => ({
  name: body.name,
  mode: body.mode ?? 'User',
  // ARM's default is Linux.
  osType: body.osType?.toLowerCase() === 'windows' ? 'Windows' : 'Linux',
  osSku: body.osSKU ?? null,
  architecture: architecture(body),
  vmSize: sizes(body)[0] ?? null,
  kubernetesVersion: body.currentOrchestratorVersion ?? wantedVersion(body),
  nodeImageVersion: body.nodeImageVersion ?? null,
  labels: body.nodeLabels ?? {},
  taints: body.nodeTaints ?? [],
  spot: body.scaleSetPriority?.toLowerCase() === 'spot',
  count: body.count ?? manualCount(body),
  powerState: body.powerState?.code ?? null,
  provisioningState: body.provisioningState ?? null,
  artifactStreaming: body.artifactStreamingProfile?.enabled ?? false,
  subnetId: body.vnetSubnetID ?? null
})

/**
 * "If orchestratorVersion is a fully specified version <major.minor.patch>, [currentOrchestratorVersion] will be exactly
 * equal to it" (azure-rest-api-specs, ManagedClusterAgentPoolProfileProperties); a minor alone says not which patch.
 */
const wantedVersion = ({ orchestratorVersion }: Body): string | null =>
  orchestratorVersion != null && /^v?\d+\.\d+\.\d+/.test(orchestratorVersion)
    ? orchestratorVersion
    : null

/** Pools of type VirtualMachines list their sizes apart, and may mix them. */
const manual = (body: Body) => body.virtualMachinesProfile?.scale?.manual ?? []

const sizes = (body: Body): string[] =>
  body.vmSize == null ? manual(body).flatMap(({ size }) => size ?? []) : [body.vmSize]

const manualCount = (body: Body): number | null =>
  manual(body).length === 0
    ? null
    : manual(body).reduce((total, { count }) => total + (count ?? 0), 0)

/**
 * ARM does not say the architecture. Node images for Arm name it; sizes have a `p` among the features after their
 * digits ("Azure VM sizes naming conventions": p = ARM Cpu).
 */
function architecture(body: Body): NodePool['architecture'] {
  if (/arm64/i.test(body.nodeImageVersion ?? '')) return 'arm64'
  const found = new Set(sizes(body).map(sizeArchitecture))
  const [only] = found
  return found.size === 1 && only !== undefined ? only : null
}

function sizeArchitecture(size: string): NodePool['architecture'] {
  const features = /^(?:standard|basic)_[a-z]+\d+(?:-\d+)?(?<features>[a-z]*)(?:_|$)/i.exec(size)
    ?.groups?.['features']
  if (features === undefined) return null
  return features.toLowerCase().includes('p') ? 'arm64' : 'amd64'
}
