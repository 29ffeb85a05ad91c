import type { Registry } from '../../facts/facts.ts'
import { isPublicAccessDisabled } from '../../facts/registry-network.ts'
import type { ObstacleBase, ObstacleSource } from '../obstacle.ts'
import { type RegistryPulls, registryPulls, stoppedOf } from '../pulls-by-registry.ts'

/** The public endpoint of the registry is off, and it has no other: every pull gets 403 Forbidden, whoever asks. */
export type NoWayInObstacle = ObstacleBase<'no-way-in'> & { readonly from: RegistryPulls }

const pendingText = ({ pendingPrivateEndpoints: pending }: Registry): string =>
  pending === null || pending === 0
    ? ''
    : ` (${pending} ${pending === 1 ? 'waits' : 'wait'} for approval)`

const obstacleOf = (from: RegistryPulls): NoWayInObstacle => ({
  kind: 'no-way-in',
  pulls: stoppedOf(from),
  nodePools: [],
  certainty: 'surely',
  evidence: [
    `public access of the registry is disabled, and no private endpoint is approved${pendingText(from.registry)}`
  ],
  from
})

export const noWayIn: ObstacleSource<NoWayInObstacle> = {
  kind: 'no-way-in',
  *find(context) {
    for (const from of registryPulls(context))
      if (isPublicAccessDisabled(from.registry) && from.registry.approvedPrivateEndpoints === 0)
        yield obstacleOf(from)
  }
}
