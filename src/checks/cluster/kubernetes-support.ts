import { listText } from '../../base/sentences.ts'
import { groupBy } from '../../base/group-by.ts'
import type { Fact } from '../../facts/fact.ts'
import type { Cluster, Facts } from '../../facts/facts.ts'
import { knownIssues } from '../../known-issues/index.ts'
import { parseKubernetesVersion } from '../../kubernetes/kubernetes-version.ts'
import { supportCalendarSource } from '../../known-issues/support-calendar.ts'
import { offeredMinors, planOf, type Support, supportNow } from '../../known-issues/support.ts'
import type { ImageUse } from '../../kubernetes/images/image-use.ts'
import type { Check, CheckContext, FindingDraft, Remediation, Severity } from '../check.ts'
import { exposedPulls } from '../../pulls/exposed-pulls.ts'
import { type LandingPool, landingPools, poolsOf } from '../../pulls/landing.ts'
import { clusterRead } from '../../facts/arm-actions.ts'
import {
  offeredVersionsRead,
  type OfferedVersion
} from '../../facts/related-resources/offered-versions.ts'
import { command } from '../../base/shell-command.ts'
import { answerTo } from '../../facts/related-resources/index.ts'
import { listUpgrades, supportedText } from './upgrade-commands.ts'
import { clusterOf } from '../../access/known-facts.ts'

/** A pool outside support, or of which nobody knows; `text` says so of the pool. */
type Outside = { readonly pool: LandingPool; readonly severity: Severity; readonly text: string }

/** A month as its end means its last day; minors older than the calendar ended before its first row did. */
const sinceText = ({ end, before }: Extract<Support, { kind: 'ended' }>): string =>
  `since ${before ? 'before ' : ''}${/^\d+-\d+$/.test(end) ? 'the end of ' : ''}${end}`

const planNames = { community: 'support', longTerm: 'long-term support' } as const

/** Unknown where something hangs on it: with a known issue that may be in one of its minors. */
const unknownVersion = (pool: LandingPool, issues: SupportAround['issues']): Outside => ({
  pool,
  severity: issues(pool).length > 0 ? 'unknown' : 'note',
  text: `node pool ${pool.name} shows no Kubernetes version${pool.kubernetesVersion === null ? '' : ` that could be read (${pool.kubernetesVersion})`}`
})

type Offered = Fact<readonly OfferedVersion[]> | null

/** What AKS offers in the region of a cluster. */
const offeredTo = (facts: Facts, { subscriptionId, location }: Cluster): Offered =>
  answerTo(facts, { kind: 'offeredVersions', subscriptionId, location })

const endText = (
  cluster: Cluster,
  support: Exclude<Support, { kind: 'supported' | 'not-listed' }>
) =>
  support.kind === 'ended'
    ? `out of AKS ${planNames[planOf(cluster)]} ${sinceText(support)}`
    : `which AKS does not offer in ${cluster.location} any more`

/** What is known around a pool: the date of the facts, what AKS offers, and which known issues may concern it. */
type SupportAround = {
  readonly date: string
  readonly offered: Offered
  readonly issues: (pool: LandingPool) => readonly string[]
}

/** ARM leaves the support plan out for older API versions, so a minor in long-term support may still be covered. */
function outsideSupport(
  cluster: Cluster,
  pool: LandingPool,
  { date, offered, issues }: SupportAround
): Outside | null {
  const version = parseKubernetesVersion(pool.kubernetesVersion)
  if (version === null) return unknownVersion(pool, issues)
  const support = supportNow(version.minor, date, planOf(cluster), offered)
  if (support.kind === 'supported' || support.kind === 'not-listed') return null
  const mayBeCovered =
    cluster.supportPlan === null &&
    supportNow(version.minor, date, 'longTerm', offered).kind === 'supported'
  return {
    pool,
    severity: mayBeCovered ? 'note' : 'warning',
    text: `node pool ${pool.name} runs Kubernetes ${pool.kubernetesVersion ?? version.minor}, ${endText(cluster, support)}${mayBeCovered ? ' unless the cluster has long-term support' : ''}`
  }
}

/** Ids of the known issues that concern pulls on these pools of the cluster. */
const issuesOn = (
  context: CheckContext,
  clusterId: string,
  pools: readonly LandingPool[]
): readonly string[] =>
  knownIssues
    .filter(issue =>
      exposedPulls(issue, context.pulls).some(
        pulls => pulls.clusterId === clusterId && pools.some(({ name }) => pulls.pools.has(name))
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

const canHaveLongTermSupport = ({ pool }: Outside, date: string, offered: Offered): boolean => {
  const minor = parseKubernetesVersion(pool.kubernetesVersion)?.minor
  return minor !== undefined && supportNow(minor, date, 'longTerm', offered).kind === 'supported'
}

/** What AKS told goes before what the calendar says. */
const choiceText = (cluster: Cluster, date: string, offered: Offered): string =>
  offered?.known === true
    ? `; AKS offers ${listText(offeredMinors(offered.value, planOf(cluster)))} in ${cluster.location}`
    : supportedText(date, planOf(cluster))

function remediation({ cluster, pools }: OutsidePools, facts: Facts): readonly Remediation[] {
  if (pools.every(({ pool }) => parseKubernetesVersion(pool.kubernetesVersion) === null))
    return [
      {
        description: `Wait until the node pools of ${cluster.name} are provisioned, and collect the facts again.`,
        command: null
      }
    ]
  const offered = offeredTo(facts, cluster)
  const upgrade = listUpgrades(
    cluster,
    `Upgrade cluster ${cluster.name} and its node pools to a supported minor${choiceText(cluster, facts.collectedAt, offered)}.`
  )
  return pools.every(pool => canHaveLongTermSupport(pool, facts.collectedAt, offered))
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

function finding(context: CheckContext, outside: OutsidePools): FindingDraft {
  const { clusterId, cluster, severity, pools } = outside
  const ids =
    severity === 'unknown'
      ? []
      : issuesOn(
          context,
          clusterId,
          pools.map(({ pool }) => pool)
        )
  return {
    severity,
    message: `Cluster ${cluster.name} ${consequences[severity]}: ${pools.map(({ text }) => text).join('; ')}${issuesText(ids)}`,
    remediation: remediation(outside, context.facts),
    uses: [...new Set(pools.flatMap(({ uses }) => uses))],
    cluster: clusterId,
    nodePools: pools.map(({ pool }) => pool.name)
  }
}

/** Only pools on which some image can be pulled: others have nothing to do with these manifests. */
function* outsideOn(cluster: Cluster, uses: readonly ImageUse[], around: SupportAround) {
  for (const pool of poolsOf(cluster)) {
    const outside = pool.autoProvisioned ? null : outsideSupport(cluster, pool, around)
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
time when the facts were collected: by the release calendar of ${supportCalendarSource.date}, and where that says the end has come, by the list of versions
that AKS offers in the region today, which counts more. With the support plan AKSLongTermSupport the end of long-term support counts. A pool whose version Azure does not tell runs at most three minors behind its cluster; where a known issue may concern one of these it is unknown, and is never taken as fixed.`,
  references: [supportCalendarSource],
  causes: ['L9'],
  permissions: [clusterRead, offeredVersionsRead],
  words: [],
  *run(context) {
    for (const [clusterId, verdicts] of groupBy(context.verdicts, verdict => verdict.cluster)) {
      const cluster = clusterOf(context.facts, clusterId)
      if (cluster === null) continue
      const uses = [...new Set(verdicts.flatMap(verdict => verdict.uses))]
      const outside = outsideOn(cluster, uses, {
        date: context.facts.collectedAt,
        offered: offeredTo(context.facts, cluster),
        issues: pool => issuesOn(context, clusterId, [pool])
      })
      for (const [severity, pools] of groupBy(outside, each => each.severity))
        yield finding(context, { clusterId, cluster, severity, pools })
    }
  }
}
