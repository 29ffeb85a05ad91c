import { indexFacts } from '../access/facts-index.ts'
import { groupBy, type Group } from '../base/group-by.ts'
import { indexManifests } from '../access/manifests-index.ts'
import type { PullAccess } from '../access/pull-access.ts'
import type { Cluster } from '../facts/facts.ts'
import { canShow, type Exposure, exposureOf } from '../known-issues/affected.ts'
import { statusOf } from '../known-issues/fix-table.ts'
import type { KnownIssue } from '../known-issues/known-issue.ts'
import { isSurelyPulled } from '../kubernetes/images/image-class.ts'
import type { ImageUse } from '../kubernetes/images/image-use.ts'
import type { Truth } from '../base/three-valued.ts'
import { memoize, memoizeForObjects } from '../base/memoize.ts'
import type { PullContext } from './pull-context.ts'
import { type LandingPool, landingPools, poolsOf } from './landing.ts'
import { coveredBySecret, type AccessTraits, traitsOf } from './pull-traits.ts'
import { clusterOf } from '../access/known-facts.ts'

/**
 * Pulls from one registry on one cluster that a known issue concerns in the same way. Each of the uses is concerned on
 * each of the pools where it can land: what an issue asks of a pull rests on the image, or on the pool, never on both.
 */
export type ExposedPulls = {
  /** ARM id as the accesses have it. */
  readonly clusterId: string
  readonly cluster: Cluster
  readonly registry: string
  readonly severity: Exposure['severity']
  readonly blocks: Exposure['blocks']
  /** Each pool once, with one of its exposures. */
  readonly pools: ReadonlyMap<string, ExposedPool>
  readonly uses: ReadonlySet<ImageUse>
  readonly images: ReadonlySet<string>
  readonly because: ReadonlySet<string>
  readonly open: ReadonlySet<string>
}

export type ExposedPool = { readonly pool: LandingPool; readonly exposure: Exposure }

type ExposedPull = ExposedPool & { readonly access: PullAccess; readonly use: ImageUse }

/** Different registry hosts that the kubelets of a pool are asked to pull from, of any kind of registry. */
function registryHostsOn(pool: LandingPool, cluster: Cluster, uses: readonly ImageUse[]): number {
  const hosts = uses
    .filter(use => landingPools(cluster, [pool], use).length > 0)
    .flatMap(({ image }) => (image.kind === 'reference' ? [image.reference.domain] : []))
  return new Set(hosts.map(host => host.toLowerCase())).size
}

/** What every known issue asks about the pulls of one cluster; each answer is computed when it is first asked for. */
type Survey = {
  readonly registryHosts: (pool: LandingPool) => number
  readonly traits: (access: PullAccess) => AccessTraits
  readonly pullSecret: (access: PullAccess, use: ImageUse) => Truth
}

function surveyOf({ manifests, facts }: PullContext, cluster: Cluster): Survey {
  const pulled = manifests.uses.filter(isSurelyPulled)
  const objects = indexManifests(manifests)
  const index = indexFacts(facts)
  const secretsOf = memoize((access: PullAccess) =>
    memoize((use: ImageUse) => coveredBySecret(access, use, objects, index))
  )
  return {
    registryHosts: memoize(pool => registryHostsOn(pool, cluster, pulled)),
    traits: memoize(access => traitsOf(facts, cluster, access)),
    pullSecret: (access, use) => secretsOf(access)(use)
  }
}

/** The same surveys for every issue of one run. */
const surveysFor = memoizeForObjects((context: PullContext) =>
  memoize((cluster: Cluster) => surveyOf(context, cluster))
)

/** Most pools of today are beyond every fix table, so the tables are asked before the pulls, and once for each cluster. */
const poolsAtRiskOf = memoizeForObjects((issue: KnownIssue) =>
  memoizeForObjects((cluster: Cluster) =>
    poolsOf(cluster)
      .map(pool => ({ pool, status: statusOf(issue, pool) }))
      .filter(({ status }) => canShow(issue, status))
  )
)

function* exposedOn(
  issue: KnownIssue,
  context: PullContext,
  cluster: Cluster,
  accesses: readonly PullAccess[]
): Generator<ExposedPull, void, undefined> {
  const atRisk = poolsAtRiskOf(issue)(cluster)
  if (atRisk.length === 0) return
  const survey = surveysFor(context)(cluster)
  for (const access of accesses)
    for (const { pool, status } of atRisk) {
      const traits = {
        ...survey.traits(access),
        registryHosts: survey.registryHosts(pool),
        nodeProvisioningMode: pool.autoProvisioned ? 'Auto' : null
      }
      // A pull secret can only spare a pull, and to look for one costs more than all the rest.
      if (exposureOf(issue, status, { ...traits, pullSecret: 'no' }) === null) continue
      for (const use of access.uses) {
        if (landingPools(cluster, [pool], use).length === 0) continue
        const pullSecret = survey.pullSecret(access, use)
        const exposure = exposureOf(issue, status, { ...traits, pullSecret })
        if (exposure !== null) yield { pool, exposure, access, use }
      }
    }
}

const groupOf = ({ exposure, access }: ExposedPull): string =>
  [access.registry, exposure.severity, exposure.blocks].join(' ')

const together = (cluster: Cluster, pulls: Group<ExposedPull>): ExposedPulls => {
  const [{ access, exposure }] = pulls
  return {
    clusterId: access.cluster,
    cluster,
    registry: access.registry,
    severity: exposure.severity,
    blocks: exposure.blocks,
    pools: new Map(pulls.map(each => [each.pool.name, each])),
    uses: new Set(pulls.map(({ use }) => use)),
    images: new Set(pulls.map(pull => pull.access.image)),
    because: new Set(pulls.flatMap(each => each.exposure.because)),
    open: new Set(pulls.flatMap(each => each.exposure.open))
  }
}

function pullsExposedTo(issue: KnownIssue, context: PullContext): readonly ExposedPulls[] {
  const byCluster = groupBy(context.accesses, access => access.cluster)
  return [...byCluster].flatMap(([id, accesses]) => {
    const cluster = clusterOf(context.facts, id)
    if (cluster === null) return []
    const groups = groupBy(exposedOn(issue, context, cluster, accesses), groupOf)
    return [...groups.values()].map(pulls => together(cluster, pulls))
  })
}

const exposuresFor = memoizeForObjects((context: PullContext) =>
  memoize((issue: KnownIssue) => pullsExposedTo(issue, context))
)

/**
 * One group for each cluster, registry, severity and certainty, however many images and pools are concerned. Obstacles,
 * checks and support ask; the first call for a context computes.
 */
export const exposedPulls = (issue: KnownIssue, context: PullContext): readonly ExposedPulls[] =>
  exposuresFor(context)(issue)
