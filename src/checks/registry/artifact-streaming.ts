import { groupBy } from '../../base/group-by.ts'
import type { NodePool, Registry } from '../../facts/facts.ts'
import type { ImageUse } from '../../kubernetes/images/image-use.ts'
import { eligiblePools } from '../../kubernetes/nodes/node-pools.ts'
import { nodePoolCommand } from '../wording/azure-commands.ts'
import type { Check, FindingDraft } from '../check.ts'
import { poolsText } from '../wording/wording.ts'
import { clusterRead, registryRead } from '../../facts/arm-actions.ts'
import { pullsText, subjectOfPulls } from '../wording/registry-pulls.ts'
import { type RegistryPulls, registryPulls } from '../../pulls/pulls-by-registry.ts'

/** What excludes all images of a registry ("Artifact streaming", limitations). */
function excludedBy({ sku, encrypted }: Registry): string | null {
  if (sku !== null && sku.toLowerCase() !== 'premium')
    return `the registry is of tier ${sku}, and only Premium streams`
  return encrypted ? 'the registry is encrypted with a customer-managed key' : null
}

/** What excludes one image in one pod (the same list). */
function excludedUse({ image, pod }: ImageUse): string | null {
  if (image.kind === 'reference' && image.reference.digest !== null)
    return 'the image is named by digest, and only tags are streamed'
  return pod !== null && pod.imagePullSecrets.length > 0
    ? 'the pod has a pull secret, whose credentials do not stream'
    : null
}

const mayStream = ({ architecture }: NodePool): boolean => architecture !== 'arm64'

/** Streaming nodes are amd64 (the same list). */
function excludedOn(pools: readonly NodePool[]): string | null {
  return pools.length > 0 && !pools.some(mayStream)
    ? 'its nodes are arm64, and only amd64 images are streamed'
    : null
}

const streamingPools = ({ cluster }: RegistryPulls, use: ImageUse) =>
  eligiblePools(
    cluster.nodePools.filter(pool => pool.artifactStreaming),
    use.pod,
    cluster
  )

const poolsOfUses = (pulls: RegistryPulls, uses: readonly ImageUse[]): readonly NodePool[] => [
  ...new Set(uses.flatMap(use => streamingPools(pulls, use)))
]

/** Reports in which the helper failed although the grant was right, and pulls worked again without it. */
const reports = 'Azure/acr #739, #743 and #763'

const streamed = (pools: readonly NodePool[]): string =>
  `go through the streaming helper of ${poolsText(pools.map(({ name }) => name))} (http://localhost:8578), which has failed with grants in order (${reports})`

const notStreamed = (pools: readonly NodePool[], reason: string): string =>
  `are ordinary pulls, although ${poolsText(pools.map(({ name }) => name))} ${pools.length === 1 ? 'has' : 'have'} artifact streaming: ${reason}`

function finding(
  pulls: RegistryPulls,
  uses: readonly ImageUse[],
  reason: string | null
): FindingDraft {
  const all = poolsOfUses(pulls, uses)
  const pools = reason === null ? all.filter(mayStream) : all
  return {
    ...subjectOfPulls(pulls, uses),
    severity: 'note',
    message: `${pullsText(pulls)} ${reason === null ? streamed(pools) : notStreamed(pools, reason)}`,
    remediation: pools.map(({ name }) => ({
      description: `If pulls on node pool ${name} fail with http://localhost:8578 in the message, look at grants and network first; this takes streaming out of the way.`,
      command: nodePoolCommand(pulls.cluster, name, 'update', '--disable-artifact-streaming')
    })),
    nodePools: pools.map(({ name }) => name)
  }
}

export const artifactStreaming: Check = {
  id: 'artifact-streaming',
  title: 'Artifact streaming stands between the nodes and the registry',
  rationale: `On a node pool with artifact streaming containerd asks a helper on the node (\`http://localhost:8578\`) instead of the registry. It streams only Linux
amd64 images, by tag, from Premium registries without a customer-managed key, and not with the credentials of a pull secret; everything else is
pulled in full. That works, but slowly, and a message such as \`Head "http://localhost:8578/v2/…"\` then points at the helper although the cause is the same
as for any other pull: a missing grant, or a registry that the node does not reach. Where streaming does apply, it is said too: in three reports the helper failed
although the grant was right, and pulls worked again without it. Azure shows that streaming is on, not that it fails.`,
  references: [
    {
      title: 'Artifact streaming in AKS',
      url: 'https://learn.microsoft.com/azure/aks/artifact-streaming'
    },
    {
      title: 'Troubleshoot artifact streaming',
      url: 'https://learn.microsoft.com/azure/container-registry/troubleshoot-artifact-streaming'
    },
    { title: 'Azure/acr #739', url: 'https://github.com/Azure/acr/issues/739' },
    { title: 'Azure/acr #743', url: 'https://github.com/Azure/acr/issues/743' },
    { title: 'Azure/acr #763', url: 'https://github.com/Azure/acr/issues/763' }
  ],
  causes: ['L7'],
  permissions: [clusterRead, registryRead],
  words: [],
  *run(context) {
    for (const pulls of registryPulls(context.pulls)) {
      const affected = pulls.uses.filter(use => streamingPools(pulls, use).length > 0)
      const byReason = groupBy(
        affected,
        use =>
          excludedBy(pulls.registry) ?? excludedUse(use) ?? excludedOn(streamingPools(pulls, use))
      )
      for (const [reason, uses] of byReason) yield finding(pulls, uses, reason)
    }
  }
}
