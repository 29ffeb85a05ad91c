import { listText } from '../../base/sentences.ts'
import { groupBy } from '../../base/group-by.ts'
import type { Cluster, NodePool, Registry } from '../../facts/facts.ts'
import type { ImageUse } from '../../kubernetes/images/image-use.ts'
import { landable } from '../../kubernetes/nodes/node-pools.ts'
import type { Check, FindingDraft, Remediation } from '../check.ts'
import { poolsText } from '../wording/wording.ts'
import { clusterRead, registryRead } from '../../facts/arm-actions.ts'
import { pullsText, subjectOfPulls } from '../wording/registry-pulls.ts'
import { lookedUpPulls } from '../../pulls/looked-up.ts'
import { type RegistryPulls, registryPulls } from '../../pulls/pulls-by-registry.ts'
import { command } from '../../base/shell-command.ts'

/**
 * As an image index names it; a Windows container also needs the build of its host, so the system is named there. Windows
 * nodes are always amd64 ("Use Arm64 VMs in AKS"). null: not known.
 */
function platformOf({ osType, osSku, architecture }: NodePool): string | null {
  if (osType === 'Windows') return `windows/amd64${osSku === null ? '' : ` ${osSku}`}`
  return architecture === null ? null : `linux/${architecture}`
}

/** Pools by platform on which the pod lands without doubt: one that it may be kept from by a label does not count. */
function platformsOf(cluster: Cluster, { pod }: ImageUse): ReadonlyMap<string, readonly string[]> {
  const pools = cluster.nodePools.filter(
    pool => pod !== null && landable(pool, pod, cluster) === 'yes'
  )
  const platforms = pools.flatMap(pool => {
    const platform = platformOf(pool)
    return platform === null ? [] : [{ platform, pool: pool.name }]
  })
  return new Map(
    [...groupBy(platforms, ({ platform }) => platform)].map(([platform, group]) => [
      platform,
      group.map(({ pool }) => pool)
    ])
  )
}

const platformsText = (platforms: ReadonlyMap<string, readonly string[]>): string =>
  listText([...platforms].map(([platform, pools]) => `${platform} (${poolsText(pools)})`))

function showImage(
  { name, subscriptionId }: Registry,
  { image }: ImageUse
): readonly Remediation[] {
  if (image.kind !== 'reference') return []
  const { repository, tag, digest } = image.reference
  const version = digest === null ? `:${tag ?? 'latest'}` : `@${digest}`
  return [
    {
      description: `See which platforms ${image.text} has (needs the right to pull).`,
      command: command(
        ...['az', 'acr', 'manifest', 'show', '--registry', name],
        ...['--name', `${repository}${version}`, '--subscription', subscriptionId]
      )
    }
  ]
}

const stayOnOnePlatform: Remediation = {
  description:
    'Push the image for all of these platforms, or keep the pods on one with a node selector (kubernetes.io/os, kubernetes.io/arch; for Windows builds kubernetes.azure.com/os-sku).',
  command: null
}

type Mixed = {
  readonly use: ImageUse
  readonly platforms: ReadonlyMap<string, readonly string[]>
}

const finding = (pulls: RegistryPulls, text: string, mixed: readonly Mixed[]): FindingDraft => ({
  ...subjectOfPulls(
    pulls,
    mixed.map(({ use }) => use)
  ),
  severity: 'note',
  message: `${pullsText(pulls)} can come from ${text}: every image must exist for each of these platforms, which is not looked up`,
  remediation: [
    ...mixed.slice(0, 1).flatMap(({ use }) => showImage(pulls.registry, use)),
    stayOnOnePlatform
  ],
  nodePools: [...new Set(mixed.flatMap(({ platforms }) => [...platforms.values()].flat()))]
})

export const mixedPlatforms: Check = {
  id: 'mixed-platforms',
  title: 'The pods can land on nodes of several platforms',
  rationale: `A tag or digest can stand for an image index with one image for each platform. Where the index lacks the platform of the node, the pull fails with
\`no match for platform in manifest: not found\`; an image without index is pulled anywhere and then fails to start (\`exec format error\`, or on Windows
"container operating system does not match the host"). A cluster that gets its first arm64 or Windows node pool meets this with
deployments that have worked for years: AKS puts no taint on such pools, so nothing keeps old pods away.

Operating system and architecture of the node pools are read, node selectors, affinity and tolerations of the pods respected; only pools on
which a pod lands without doubt count. A note, because the platforms of the image show only at the registry; of images that were looked up there, image-platform-missing and
image-platform-mismatch speak instead. Auto-provisioned nodes are left out.`,
  references: [
    {
      title: 'Multi-architecture images in Azure Container Registry',
      url: 'https://learn.microsoft.com/azure/container-registry/push-multi-architecture-images'
    },
    {
      title: 'Use Arm64 VMs in AKS',
      url: 'https://learn.microsoft.com/azure/aks/use-arm64-vms'
    },
    {
      title: 'Windows container version compatibility',
      url: 'https://learn.microsoft.com/virtualization/windowscontainers/deploy-containers/version-compatibility'
    }
  ],
  causes: ['N7', 'N9'],
  permissions: [clusterRead, registryRead],
  words: [],
  *run(context) {
    const lookedUp = new Set(
      lookedUpPulls(context.pulls).flatMap(({ found, access }) => (found.known ? access.uses : []))
    )
    for (const pulls of registryPulls(context.pulls)) {
      const mixed = pulls.uses
        .filter(use => !lookedUp.has(use))
        .map(use => ({ use, platforms: platformsOf(pulls.cluster, use) }))
        .filter(({ platforms }) => platforms.size > 1)
      for (const [text, group] of groupBy(mixed, ({ platforms }) => platformsText(platforms)))
        yield finding(pulls, text, group)
    }
  }
}
