import type { ImageUse } from '../../kubernetes/images/image-use.ts'
import { landable } from '../../kubernetes/nodes/node-pools.ts'
import { registryCommand } from '../wording/azure-commands.ts'
import type { Check, FindingDraft, Remediation } from '../check.ts'
import { clusterRead, registryRead } from '../../facts/arm-actions.ts'
import { accessesBy } from '../wording/from-verdicts.ts'
import { pullsText, subjectOfPulls } from '../wording/registry-pulls.ts'
import { type RegistryPulls, registryPulls } from '../../pulls/pulls-by-registry.ts'

/** Read requests a minute that one identity has at one registry ("Azure Container Registry tiers", API request rate limits). */
const readsPerMinute: Readonly<Record<string, number>> = {
  basic: 5_000,
  standard: 5_000,
  premium: 10_000
}

/** The tag, its image manifest, the configuration and one layer: no image takes fewer. */
const readsPerPull = 4

const limitOf = ({ registry }: RegistryPulls): number | null =>
  readsPerMinute[registry.sku?.toLowerCase() ?? ''] ?? null

const number = (value: number): string => value.toLocaleString('en-US')

const isOfDaemonSet = ({ workload, class: imageClass, pod }: ImageUse): boolean =>
  workload.kind === 'DaemonSet' && imageClass === 'pod' && pod !== null

/** Every node pulls each image of a daemon set; nodes that Karpenter adds are not counted. */
function readsOfDaemonSets({ cluster }: RegistryPulls, uses: readonly ImageUse[]): number {
  const pairs = new Map(
    uses.flatMap(use =>
      cluster.nodePools
        .filter(pool => use.pod !== null && landable(pool, use.pod, cluster) === 'yes')
        .map(pool => [`${use.image.text} ${pool.name}`, pool.count ?? 0] as const)
    )
  )
  return [...pairs.values()].reduce((total, count) => total + count * readsPerPull, 0)
}

const largerTier = ({ registry }: RegistryPulls): readonly Remediation[] =>
  registry.sku?.toLowerCase() === 'premium'
    ? []
    : [
        {
          description: 'Or take the tier Premium, which allows twice as much.',
          command: registryCommand(registry, ['update'], '--sku', 'Premium')
        }
      ]

function anonymousPulls(pulls: RegistryPulls, limit: number): FindingDraft | null {
  const anonymous = new Set(
    [...accessesBy(pulls.accesses, 'anonymous-pull')].flatMap(({ access }) => access.uses)
  )
  const uses = pulls.uses.filter(use => anonymous.has(use))
  if (uses.length === 0 || pulls.registry.sku?.toLowerCase() === 'premium') return null
  return {
    ...subjectOfPulls(pulls, uses),
    severity: 'note',
    message: `${pullsText(pulls)} are anonymous, and all anonymous clients of the registry together have about ${number(limit)} read requests a minute in its tier ${pulls.registry.sku ?? ''}: others can use them up (429 Too Many Requests)`,
    remediation: [
      {
        description:
          'Grant the identity of the nodes: signed-in clients have a limit each of their own.',
        command: null
      },
      ...largerTier(pulls)
    ]
  }
}

function daemonSets(pulls: RegistryPulls, limit: number): FindingDraft | null {
  const uses = pulls.uses.filter(isOfDaemonSet)
  const reads = readsOfDaemonSets(pulls, uses)
  if (reads <= limit) return null
  return {
    ...subjectOfPulls(pulls, uses),
    severity: 'note',
    message: `${pullsText(pulls)} for daemon sets are at least ${number(reads)} read requests when all nodes start them at once, and an identity has about ${number(limit)} a minute in tier ${pulls.registry.sku ?? ''}: some may get 429 Too Many Requests and be tried again`,
    remediation: [
      {
        description:
          'Let the daemon sets roll out in steps (updateStrategy), scale node pools in steps, and use fewer layers.',
        command: null
      },
      ...largerTier(pulls)
    ]
  }
}

export const registryThrottling: Check = {
  id: 'registry-throttling',
  title: 'The registry may throttle these pulls',
  rationale: `A registry answers \`429 Too Many Requests\` beyond a number of requests a minute, by tier and by identity. All nodes of a cluster are one identity, and all
anonymous clients of a registry, wherever they are, are one together. The kubelet tries again, so throttling delays more than it breaks.

A note in two cases only: pulls are anonymous and the tier is not Premium; or daemon sets ask for more than the limit when they start on all nodes
at once, counted low with four requests for each image and node. The published limits are approximate. Load from elsewhere cannot be seen.`,
  references: [
    {
      title: 'Azure Container Registry tiers (API request rate limits)',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-skus'
    },
    {
      title: 'Anonymous pull access',
      url: 'https://learn.microsoft.com/azure/container-registry/anonymous-pull-access'
    }
  ],
  causes: ['L1'],
  permissions: [clusterRead, registryRead],
  words: [],
  *run(context) {
    for (const pulls of registryPulls(context.pulls)) {
      const limit = limitOf(pulls)
      if (limit === null) continue
      for (const draft of [anonymousPulls(pulls, limit), daemonSets(pulls, limit)])
        if (draft !== null) yield draft
    }
  }
}
