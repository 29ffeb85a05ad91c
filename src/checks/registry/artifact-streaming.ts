import { groupBy } from '../../base/group-by.ts'
import type { Registry } from '../../facts/facts.ts'
import type { ImageUse } from '../../kubernetes/image-use.ts'
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

const streamingPools = ({ cluster }: RegistryPulls, use: ImageUse) =>
  eligiblePools(
    cluster.nodePools.filter(pool => pool.artifactStreaming),
    use.pod,
    cluster
  )

function finding(pulls: RegistryPulls, uses: readonly ImageUse[], reason: string): FindingDraft {
  const pools = [
    ...new Set(uses.flatMap(use => streamingPools(pulls, use).map(({ name }) => name)))
  ]
  return {
    ...subjectOfPulls(pulls, uses),
    severity: 'note',
    message: `${pullsText(pulls)} are ordinary pulls, although ${poolsText(pools)} ${pools.length === 1 ? 'has' : 'have'} artifact streaming: ${reason}`,
    remediation: pools.map(pool => ({
      description: `If pulls on node pool ${pool} fail with http://localhost:8578 in the message, look at grants and network first; this takes streaming out of the way.`,
      command: nodePoolCommand(pulls.cluster, pool, 'update', '--disable-artifact-streaming')
    })),
    nodePools: pools
  }
}

export const artifactStreaming: Check = {
  id: 'artifact-streaming',
  title: 'Artifact streaming does not apply to this pull',
  rationale: `On a node pool with artifact streaming containerd asks a helper on the node (\`http://localhost:8578\`) instead of the registry. It streams only Linux
amd64 images, by tag, from Premium registries without a customer-managed key, and not with the credentials of a pull secret; everything else is
pulled in full. That works, but slowly, and a message such as \`Head "http://localhost:8578/v2/…"\` then points at the helper although the cause is the same
as for any other pull: a missing grant, or a registry that the node does not reach.`,
  references: [
    {
      title: 'Artifact streaming in AKS',
      url: 'https://learn.microsoft.com/azure/aks/artifact-streaming'
    },
    {
      title: 'Troubleshoot artifact streaming',
      url: 'https://learn.microsoft.com/azure/container-registry/troubleshoot-artifact-streaming'
    },
    { title: 'Azure/acr #739', url: 'https://github.com/Azure/acr/issues/739' }
  ],
  causes: ['L7'],
  permissions: [clusterRead, registryRead],
  words: [],
  *run(context) {
    for (const pulls of registryPulls(context.pulls)) {
      const streamed = pulls.uses.filter(use => streamingPools(pulls, use).length > 0)
      const byReason = groupBy(streamed, use => excludedBy(pulls.registry) ?? excludedUse(use))
      for (const [reason, uses] of byReason) if (reason !== null) yield finding(pulls, uses, reason)
    }
  }
}
