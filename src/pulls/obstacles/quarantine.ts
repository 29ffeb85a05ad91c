import type { PullAccess } from '../../access/pull-access.ts'
import type { Operation } from '../../access/rbac/permissions.ts'
import type { Facts, Registry } from '../../facts/facts.ts'
import type { ImageUse } from '../../kubernetes/images/image-use.ts'
import type { ObstacleBase, ObstacleSource } from '../obstacle.ts'
import { permissionsAt, permits } from '../pull-traits.ts'
import { type RegistryPulls, registryPulls, stoppedOf } from '../pulls-by-registry.ts'

/** The registry hides each image until a scanner has passed it, and only the registry knows which have passed. */
export type QuarantineObstacle = ObstacleBase<'quarantine'> & { readonly from: RegistryPulls }

/** Who may do this pulls quarantined images too (Azure/acr, docs/preview/quarantine/readme.md). */
const readQuarantined: Operation = {
  kind: 'action',
  name: 'Microsoft.ContainerRegistry/registries/quarantine/read'
}

const seesQuarantined = (facts: Facts, registry: Registry, { puller }: PullAccess): boolean =>
  puller.objectId !== null &&
  permits(permissionsAt(facts, registry, puller.objectId), readQuarantined) === true

function blindUses(facts: Facts, { registry, accesses, uses }: RegistryPulls): readonly ImageUse[] {
  const blind = accesses.filter(access => !seesQuarantined(facts, registry, access))
  const theirs = new Set(blind.flatMap(access => access.uses))
  return uses.filter(use => theirs.has(use))
}

const obstacleOf = (from: RegistryPulls, uses: readonly ImageUse[]): QuarantineObstacle => ({
  kind: 'quarantine',
  pulls: stoppedOf(from, uses),
  nodePools: [],
  certainty: 'perhaps',
  evidence: [
    'the registry has a quarantine policy, and the state of an image cannot be read from here'
  ],
  from
})

export const quarantine: ObstacleSource<QuarantineObstacle> = {
  kind: 'quarantine',
  *find(context) {
    for (const from of registryPulls(context)) {
      if (!from.registry.quarantine) continue
      const uses = blindUses(context.facts, from)
      if (uses.length > 0) yield obstacleOf(from, uses)
    }
  }
}
