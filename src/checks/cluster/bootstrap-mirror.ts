import type { Fact } from '../../facts/fact.ts'
import type { Cluster, Registry } from '../../facts/facts.ts'
import { microsoftRegistry, registryHost } from '../../kubernetes/images/registry-host.ts'
import { microsoftRule } from './bootstrap-cures.ts'
import type { CheckContext, FindingDraft, Remediation } from '../check.ts'
import { type PulledImage, pulledImages } from '../wording/pulled-images.ts'
import { bootstrapRegistryOf } from '../../access/known-facts.ts'
import { resourceName } from '../../base/resource-id.ts'

/** The registry through which a cluster takes what is on mcr.microsoft.com. */
export type Mirror = {
  readonly clusterId: string
  readonly cluster: Cluster
  readonly registryId: string
  readonly answer: Fact<Registry>
  readonly pulled: readonly PulledImage[]
}

/** The mirrors that somebody asked for, where manifests pull from mcr.microsoft.com. */
export function mirrorsIn(context: CheckContext): readonly Mirror[] {
  const pulled = pulledImages(context).filter(
    ({ reference }) => registryHost(reference) === microsoftRegistry
  )
  if (pulled.length === 0) return []
  return context.facts.clusters.flatMap(({ id: clusterId, answer: about }) => {
    if (!about.known || about.value.artifactSource?.toLowerCase() !== 'cache') return []
    const { bootstrapRegistryId: registryId } = about.value
    const answer = bootstrapRegistryOf(context.facts, registryId)
    return registryId === null || answer === null
      ? []
      : [{ clusterId, cluster: about.value, registryId, answer, pulled }]
  })
}

/** Nodes ask for `mcr.microsoft.com/<path>` under this path (Azure/AgentBaker, BootstrapProfileContainerRegistryServer). */
export const mirrored = ({ reference }: PulledImage): string =>
  microsoftRule.target.replace('*', reference.repository)

/** Without `image`: several findings may concern one image, and a fingerprint that rests on it would not tell them apart. */
const finding = (
  { clusterId }: Mirror,
  pulled: readonly PulledImage[],
  draft: Pick<FindingDraft, 'severity' | 'message' | 'remediation'>
): FindingDraft => ({
  ...draft,
  uses: pulled.map(({ use }) => use),
  cluster: clusterId,
  registry: microsoftRegistry
})

/** `fault` ends a sentence that names the registry. */
export const broken = (
  mirror: Mirror,
  fault: string,
  remediation: readonly Remediation[],
  pulled = mirror.pulled
): FindingDraft =>
  finding(mirror, pulled, {
    severity: 'warning',
    message: `Pulls from ${microsoftRegistry} on cluster ${mirror.cluster.name} may fail: they go through registry ${resourceName(mirror.registryId)} (artifact source Cache), ${fault}`,
    remediation
  })

/** `what` speaks of `mirrorText`. */
export const unsaid = (
  mirror: Mirror,
  what: string,
  why: string,
  remediation: readonly Remediation[],
  pulled = mirror.pulled
): FindingDraft =>
  finding(mirror, pulled, {
    severity: 'unknown',
    message: `Whether ${what} cannot be determined: ${why}`,
    remediation
  })

export const mirrorText = ({ cluster, registryId }: Mirror): string =>
  `registry ${resourceName(registryId)}, which mirrors ${microsoftRegistry} for cluster ${cluster.name},`
