import { clusterOf } from '../access/known-facts.ts'
import { indexManifests, type PodChanges } from '../access/manifests-index.ts'
import type { PullAccess } from '../access/pull-access.ts'
import { groupBy } from '../base/group-by.ts'
import type { Facts } from '../facts/facts.ts'
import type { ImageUse } from '../kubernetes/images/image-use.ts'
import { lookUpOf } from './looked-up.ts'
import { evidenceOf } from './verdict-evidence.ts'
import { landingPools, poolsOf } from './landing.ts'
import type { Obstacle, ObstacleKind } from './obstacles/index.ts'
import type { PullContext } from './pull-context.ts'
import type { SettledFrom, Verdict, VerdictEvidence, VerdictRuling } from './verdict.ts'

/** They stop a pull whoever asks, so that it does not matter what the credentials are worth. */
const stopEverybody: ReadonlySet<ObstacleKind> = new Set([
  'no-way-in',
  'regional-endpoint',
  'image-absent',
  'image-locked',
  'image-platform',
  'not-an-image'
])

/** Whether one of the obstacles stands on every pool where one of the uses can land. */
function areEverywhere(
  obstacles: readonly Obstacle[],
  { cluster: id, uses }: PullAccess,
  facts: Facts
): boolean {
  const cluster = clusterOf(facts, id)
  if (cluster === null) return false
  const pools = poolsOf(cluster)
  return uses.every(use => {
    const before = obstacles.filter(({ pulls }) => pulls.uses.has(use))
    const stands = (pool: string): boolean =>
      before.some(({ nodePools }) => nodePools.length === 0 || nodePools.includes(pool))
    return before.length > 0 && landingPools(cluster, pools, use).every(({ name }) => stands(name))
  })
}

const isSure = ({ certainty }: Obstacle): boolean => certainty === 'surely'

/** What a grant becomes behind these obstacles. */
function blocked(obstacles: readonly Obstacle[], access: PullAccess, facts: Facts): VerdictRuling {
  const sure = obstacles.filter(isSure)
  if (sure.length === 0) return { result: 'unknown', open: { kind: 'perhaps-blocked', obstacles } }
  return areEverywhere(sure, access, facts)
    ? { result: 'no-pull', cause: { kind: 'blocked', obstacles: sure } }
    : { result: 'unknown', open: { kind: 'blocked-in-part', obstacles } }
}

function rulingOn(access: PullAccess, obstacles: readonly Obstacle[], facts: Facts): VerdictRuling {
  switch (access.result) {
    case 'granted':
      return obstacles.length === 0
        ? { result: 'pull', by: access.by }
        : blocked(obstacles, access, facts)
    case 'refused':
      return { result: 'no-pull', cause: access.cause }
    case 'undecided': {
      const sure = obstacles.filter(each => isSure(each) && stopEverybody.has(each.kind))
      return sure.length > 0 && areEverywhere(sure, access, facts)
        ? { result: 'no-pull', cause: { kind: 'blocked', obstacles: sure } }
        : { result: 'unknown', open: access.open }
    }
  }
}

/** What is deployed in place of the file may be another image or another pod, whatever the file comes to. */
function unlessRebuilt(
  written: VerdictRuling,
  { unbuilt, unrendered, overridden, assumed }: ImageUse
): VerdictRuling {
  if (written.result === 'unknown') return written
  if (unbuilt !== null)
    return {
      result: 'unknown',
      open: {
        kind: 'kustomization-not-built',
        kustomization: unbuilt,
        written: written.result
      }
    }
  if (unrendered !== null)
    return {
      result: 'unknown',
      open: { kind: 'chart-not-rendered', chart: unrendered, written: written.result }
    }
  if (overridden !== null)
    return {
      result: 'unknown',
      open: { kind: 'deployed-otherwise', by: overridden, written: written.result }
    }
  if (assumed.length > 0)
    return {
      result: 'unknown',
      open: { kind: 'default-assumed', placeholders: assumed, written: written.result }
    }
  return written
}

/** They come with the pod, whose own list a policy may replace as well as add to. */
const credentialsOfPod: ReadonlySet<PullAccess['puller']['kind']> = new Set([
  'pull-secret',
  'service-account-identity'
])

/** A pull secret that is added takes no grant of the nodes away: the kubelet tries one credential after the other. */
const restsOnPod = (written: VerdictRuling, { puller }: PullAccess): boolean =>
  written.result === 'pull'
    ? written.by.kind === 'granted' && credentialsOfPod.has(puller.kind)
    : written.result === 'no-pull' && written.cause.kind === 'pull-secret-undecodable'

/** What admission makes of a pod counts, whatever its manifest comes to. */
function unlessChanged(
  written: VerdictRuling,
  access: PullAccess,
  changers: readonly PodChanges[]
): VerdictRuling {
  if (written.result === 'unknown') return written
  const open = (what: 'images' | 'credentials', by: readonly PodChanges[]): VerdictRuling => ({
    result: 'unknown',
    open: {
      kind: 'changed-at-admission',
      what,
      by: by.map(({ text, location: { file, line } }) => `${text} (${file}:${line})`),
      written: written.result
    }
  })
  const replacing = changers.filter(({ changes }) => changes.has('images'))
  if (replacing.length > 0) return open('images', replacing)
  return changers.length > 0 && restsOnPod(written, access)
    ? open('credentials', changers)
    : written
}

function verdictOn(
  settledFrom: SettledFrom,
  uses: readonly ImageUse[],
  ruling: VerdictRuling,
  evidence: readonly VerdictEvidence[]
): Verdict {
  const { cluster, image, registry, repository, puller } = settledFrom.access
  return { ...ruling, cluster, image, registry, repository, puller, evidence, uses, settledFrom }
}

/** An answer that is open anyway is the same for all uses; else those that a renderer may change part from the rest. */
function verdictsOn(
  access: PullAccess,
  obstacles: readonly Obstacle[],
  context: PullContext
): readonly Verdict[] {
  const { facts, manifests } = context
  const { changersOf } = indexManifests(manifests)
  const around = { facts, lookUp: lookUpOf(context, access) }
  const written = rulingOn(access, obstacles, facts)
  const settledFrom = { access, obstacles, written }
  if (written.result === 'unknown') {
    const evidence = evidenceOf(access, written, written, around)
    return [verdictOn(settledFrom, access.uses, written, evidence)]
  }
  const groups = groupBy(access.uses, use => {
    const { unbuilt, unrendered, overridden, assumed } = use
    const changed = changersOf(use).flatMap(({ text, changes }) => [text, ...changes])
    return [unbuilt ?? unrendered ?? overridden, ...assumed, ...changed].join('\n')
  })
  return [...groups.values()].map(uses => {
    const [use] = uses
    const ruling = unlessChanged(unlessRebuilt(written, use), access, changersOf(use))
    return verdictOn(settledFrom, uses, ruling, evidenceOf(access, written, ruling, around))
  })
}

/** By cluster first, because most obstacles stand before the pulls of other clusters. */
function obstaclesBefore(
  obstacles: readonly Obstacle[]
): (access: PullAccess) => readonly Obstacle[] {
  const byCluster = groupBy(obstacles, ({ pulls }) => pulls.clusterId)
  return access =>
    (byCluster.get(access.cluster) ?? []).filter(
      ({ pulls: { host, uses } }) =>
        (host === null || host === access.registry) && access.uses.some(use => uses.has(use))
    )
}

/**
 * The one place where what the credentials come to, and what stands between node and registry, become a verdict. `pull`
 * means that nothing known stands against it; `no-pull` that something does on every node; the rest is `unknown`.
 */
export function settle(context: PullContext, obstacles: readonly Obstacle[]): readonly Verdict[] {
  const before = obstaclesBefore(obstacles)
  return context.accesses.flatMap(access => verdictsOn(access, before(access), context))
}
