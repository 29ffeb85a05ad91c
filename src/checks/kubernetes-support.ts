import { grouped } from '../access/grouping.ts'
import type { Cluster } from '../facts/facts.ts'
import { knownIssues } from '../known-issues/index.ts'
import { parseKubernetesVersion } from '../kubernetes/kubernetes-version.ts'
import { supportCalendarSource } from '../known-issues/support-calendar.ts'
import { type Support, supportOf } from '../known-issues/support.ts'
import type { ImageUse } from '../kubernetes/manifests.ts'
import type { Check, CheckContext, FindingDraft, Remediation, Severity } from './check.ts'
import { exposedPulls } from './exposed-pulls.ts'
import { type LandingPool, landingPools, poolsOf } from './landing.ts'
import { readCluster } from './permissions.ts'
import { command } from './remediation.ts'
import { listUpgrades, planOf, supportedText } from './upgrade-commands.ts'
import { clusterOf } from './wording.ts'

/** A pool outside support, or of which nobody knows; `text` says so of the pool. */
type Outside = { readonly pool: LandingPool; readonly severity: Severity; readonly text: string }

/** A month as its end means its last day; minors older than the calendar ended before its first row did. */
const sinceText = ({ end, before }: Extract<Support, { kind: 'ended' }>): string =>
  `since ${before ? 'before ' : ''}${/^\d+-\d+$/.test(end) ? 'the end of ' : ''}${end}`

const planNames = { community: 'support', longTerm: 'long-term support' } as const

const unknownVersion = (pool: LandingPool): Outside => ({
  pool,
  severity: 'unknown',
  text: `node pool ${pool.name} shows no Kubernetes version${pool.kubernetesVersion === null ? '' : ` that could be read (${pool.kubernetesVersion})`}`
})

/** ARM leaves the support plan out for older API versions, so a minor in long-term support may still be covered. */
function outsideSupport(cluster: Cluster, pool: LandingPool, date: string): Outside | null {
  const version = parseKubernetesVersion(pool.kubernetesVersion)
  if (version === null) return unknownVersion(pool)
  const plan = planOf(cluster)
  const support = supportOf(version.minor, date, plan)
  if (support.kind !== 'ended') return null
  const mayBeCovered =
    cluster.supportPlan === null && supportOf(version.minor, date, 'longTerm').kind === 'supported'
  return {
    pool,
    severity: mayBeCovered ? 'note' : 'warning',
    text: `node pool ${pool.name} runs Kubernetes ${pool.kubernetesVersion ?? version.minor}, out of AKS ${planNames[plan]} ${sinceText(support)}${mayBeCovered ? ' unless the cluster has long-term support' : ''}`
  }
}

/** Ids of the known issues that concern pulls on these pools of the cluster. */
const issuesOn = (context: CheckContext, clusterId: string, pools: readonly Outside[]) =>
  knownIssues
    .filter(issue =>
      exposedPulls(issue, context).some(
        pulls =>
          pulls.clusterId === clusterId && pools.some(({ pool }) => pulls.pools.has(pool.name))
      )
    )
    .map(({ id }) => id)

const issuesText = (ids: readonly string[]): string =>
  ids.length === 0 ? '' : `; known issues of such versions concern these pulls: ${ids.join(', ')}`

const longTermSupport = (cluster: Cluster): Remediation => ({
  description: 'Or take long-term support for this version (Premium tier).',
  command: command(
    ...['az', 'aks', 'update', '--resource-group', cluster.resourceGroup, '--name', cluster.name],
    ...['--tier', 'premium', '--k8s-support-plan', 'AKSLongTermSupport'],
    ...['--subscription', cluster.subscriptionId]
  )
})

const canHaveLongTermSupport = ({ pool }: Outside, date: string): boolean => {
  const minor = parseKubernetesVersion(pool.kubernetesVersion)?.minor
  return minor !== undefined && supportOf(minor, date, 'longTerm').kind === 'supported'
}

function remediation(
  cluster: Cluster,
  severity: Severity,
  pools: readonly Outside[],
  date: string
) {
  if (severity === 'unknown')
    return [
      {
        description: `Wait until the node pools of ${cluster.name} are provisioned, and collect the facts again.`,
        command: null
      }
    ]
  const upgrade = listUpgrades(
    cluster,
    `Upgrade cluster ${cluster.name} and its node pools to a supported minor${supportedText(date, planOf(cluster))}.`
  )
  return pools.every(pool => canHaveLongTermSupport(pool, date))
    ? [upgrade, longTermSupport(cluster)]
    : [upgrade]
}

const consequences: Readonly<Record<Severity, string>> = {
  error: 'runs outside AKS support',
  warning: 'runs outside AKS support',
  note: 'may run outside AKS support',
  unknown: 'cannot be judged by Kubernetes version, neither for AKS support nor for known issues'
}

type OutsidePools = {
  /** ARM id as the verdicts have it. */
  readonly clusterId: string
  readonly cluster: Cluster
  readonly severity: Severity
  readonly pools: readonly OutsideWithUses[]
}

type OutsideWithUses = Outside & { readonly uses: readonly ImageUse[] }

function finding(
  context: CheckContext,
  { clusterId, cluster, severity, pools }: OutsidePools
): FindingDraft {
  const ids = severity === 'unknown' ? [] : issuesOn(context, clusterId, pools)
  return {
    severity,
    message: `Cluster ${cluster.name} ${consequences[severity]}: ${pools.map(({ text }) => text).join('; ')}${issuesText(ids)}`,
    remediation: remediation(cluster, severity, pools, context.facts.collectedAt),
    uses: [...new Set(pools.flatMap(({ uses }) => uses))],
    cluster: clusterId,
    nodePools: pools.map(({ pool }) => pool.name)
  }
}

/** Only pools on which some image can be pulled: others have nothing to do with these manifests. */
function* outsideOn(cluster: Cluster, uses: readonly ImageUse[], date: string) {
  for (const pool of poolsOf(cluster)) {
    const outside = pool.autoProvisioned ? null : outsideSupport(cluster, pool, date)
    if (outside === null) continue
    const landing = uses.filter(use => landingPools(cluster, [pool], use).length > 0)
    if (landing.length > 0) yield { ...outside, uses: landing }
  }
}

export const kubernetesVersionUnsupported: Check = {
  id: 'kubernetes-version-unsupported',
  title: 'A node pool runs a Kubernetes version outside AKS support',
  rationale: `Known issues of the credential provider are fixed in versions that AKS still offers; a pool outside support keeps
them, and gets no fix any more. Support is judged by the minor of the node pool's kubelets, which may be older than the control plane, at the
time when the facts were collected, by the release calendar of ${supportCalendarSource.date}. With the support plan AKSLongTermSupport the
end of long-term support counts. A pool whose version Azure does not tell is unknown, and is never taken as fixed.`,
  references: [supportCalendarSource],
  causes: ['L9'],
  permissions: [readCluster],
  *run(context) {
    for (const [clusterId, verdicts] of grouped(context.verdicts, verdict => verdict.cluster)) {
      const cluster = clusterOf(context.facts, clusterId)
      if (cluster === null) continue
      const uses = [...new Set(verdicts.flatMap(verdict => verdict.uses))]
      const outside = outsideOn(cluster, uses, context.facts.collectedAt)
      for (const [severity, pools] of grouped(outside, each => each.severity))
        yield finding(context, { clusterId, cluster, severity, pools })
    }
  }
}
