import { indexFacts } from '../access/facts-index.ts'
import { grouped } from '../access/grouping.ts'
import { indexManifests } from '../access/manifests-index.ts'
import type { Verdict } from '../access/verdict.ts'
import type { Cluster } from '../facts/facts.ts'
import { canShow, type Exposure, exposureOf } from '../known-issues/affected.ts'
import { statusOf } from '../known-issues/fix-table.ts'
import type { KnownIssue } from '../known-issues/known-issue.ts'
import type { ImageUse } from '../kubernetes/manifests.ts'
import type { CheckContext } from './check.ts'
import { type LandingPool, landingPools, poolsOf } from './landing.ts'
import { coveredBySecret, traitsOfVerdict } from './pull-traits.ts'
import { clusterOf } from './wording.ts'

/** Pulls from one registry on one cluster that a known issue concerns in the same way. */
export type ExposedPulls = {
  /** ARM id as the verdicts have it. */
  readonly clusterId: string
  readonly cluster: Cluster
  readonly registry: string
  readonly severity: Exposure['severity']
  /** Each pool once, with one of its exposures. */
  readonly pools: ReadonlyMap<string, ExposedPool>
  readonly uses: ReadonlySet<ImageUse>
  readonly images: ReadonlySet<string>
  readonly because: ReadonlySet<string>
  readonly open: ReadonlySet<string>
}

export type ExposedPool = { readonly pool: LandingPool; readonly exposure: Exposure }

type ExposedPull = ExposedPool & { readonly verdict: Verdict; readonly use: ImageUse }

/** Different registry hosts that the kubelets of a pool are asked to pull from, of any kind of registry. */
function registryHostsOn(pool: LandingPool, cluster: Cluster, uses: readonly ImageUse[]): number {
  const hosts = uses
    .filter(use => use.class === 'pod' || use.class === 'container')
    .filter(use => landingPools(cluster, [pool], use).length > 0)
    .flatMap(({ image }) => (image.kind === 'reference' ? [image.reference.domain] : []))
  return new Set(hosts.map(host => host.toLowerCase())).size
}

/** Most pools of today are beyond every fix table, so the tables are asked before the pulls. */
const poolsAtRisk = (issue: KnownIssue, { manifests }: CheckContext, cluster: Cluster) =>
  poolsOf(cluster)
    .map(pool => ({ pool, status: statusOf(issue, pool) }))
    .filter(({ status }) => canShow(issue, status))
    .map(each => ({
      ...each,
      registryHosts: registryHostsOn(each.pool, cluster, manifests.uses),
      nodeProvisioningMode: each.pool.autoProvisioned ? 'Auto' : null
    }))

function* exposedOn(
  issue: KnownIssue,
  context: CheckContext,
  cluster: Cluster,
  verdicts: readonly Verdict[]
): Generator<ExposedPull, void, undefined> {
  const atRisk = poolsAtRisk(issue, context, cluster)
  if (atRisk.length === 0) return
  const manifests = indexManifests(context.manifests)
  const facts = indexFacts(context.facts)
  for (const verdict of verdicts) {
    const traits = traitsOfVerdict(context.facts, cluster, verdict)
    for (const use of verdict.uses) {
      const pullSecret = coveredBySecret(verdict, use, manifests, facts)
      for (const { pool, status, ...poolTraits } of atRisk) {
        if (landingPools(cluster, [pool], use).length === 0) continue
        const exposure = exposureOf(issue, status, { ...traits, ...poolTraits, pullSecret })
        if (exposure !== null) yield { pool, exposure, verdict, use }
      }
    }
  }
}

const groupOf = ({ exposure, verdict }: ExposedPull): string =>
  [verdict.registry, exposure.severity].join(' ')

const together = (cluster: Cluster, pulls: readonly ExposedPull[]): ExposedPulls[] =>
  pulls.slice(0, 1).map(({ verdict, exposure: { severity } }) => ({
    clusterId: verdict.cluster,
    cluster,
    registry: verdict.registry,
    severity,
    pools: new Map(pulls.map(({ pool, exposure }) => [pool.name, { pool, exposure }])),
    uses: new Set(pulls.map(({ use }) => use)),
    images: new Set(pulls.map(pull => pull.verdict.image)),
    because: new Set(pulls.flatMap(({ exposure }) => exposure.because)),
    open: new Set(pulls.flatMap(({ exposure }) => exposure.open))
  }))

/** One group for each cluster, registry and severity, however many images and pools are concerned. */
export function exposedPulls(issue: KnownIssue, context: CheckContext): readonly ExposedPulls[] {
  const byCluster = grouped(context.verdicts, verdict => verdict.cluster)
  return [...byCluster].flatMap(([id, verdicts]) => {
    const cluster = clusterOf(context.facts, id)
    if (cluster === null) return []
    const groups = grouped(exposedOn(issue, context, cluster, verdicts), groupOf)
    return [...groups.values()].flatMap(pulls => together(cluster, pulls))
  })
}
