import { type Reason } from '../../facts/fact.ts'
import type { Facts } from '../../facts/facts.ts'
import { regionOfEndpoint } from '../../facts/registry-hosts.ts'
import { answerTo } from '../../facts/related-resources/index.ts'
import type { ObstacleBase, ObstacleSource } from '../obstacle.ts'
import { type RegistryPulls, registryPulls, stoppedOf } from '../pulls-by-registry.ts'

/** A registry answers at regional endpoints only where somebody switched them on, and only in its own regions. */
export type RegionalEndpointObstacle = ObstacleBase<'regional-endpoint'> & {
  readonly from: RegistryPulls
  /** `not-told`: nobody knows; the reason, where Azure gave one. */
  readonly fault:
    | { readonly kind: 'off' }
    | { readonly kind: 'not-listed'; readonly hosts: readonly string[] }
    | { readonly kind: 'not-told'; readonly reason: Reason | null }
}

/** null: the registry answers there. */
function faultAt(
  { host, registry }: RegistryPulls,
  facts: Facts
): RegionalEndpointObstacle['fault'] | null {
  const answer = answerTo(facts, { kind: 'regionalEndpoints', registryId: registry.id })
  if (answer?.known !== true) return { kind: 'not-told', reason: answer?.reason ?? null }
  const { enabled, hosts } = answer.value
  if (enabled === false) return { kind: 'off' }
  if (enabled === null || hosts.length === 0) return { kind: 'not-told', reason: null }
  return hosts.includes(host) ? null : { kind: 'not-listed', hosts }
}

/** Whether nothing answers at the host, whatever else is wrong behind it. */
export function isSurelyOff(from: RegistryPulls, facts: Facts): boolean {
  const fault = regionOfEndpoint(from.host) === null ? null : faultAt(from, facts)
  return fault !== null && fault.kind !== 'not-told'
}

function textOf(fault: RegionalEndpointObstacle['fault'], { host, registry }: RegistryPulls) {
  switch (fault.kind) {
    case 'off':
      return `the regional endpoints of registry ${registry.name} are off, and nothing answers at ${host}`
    case 'not-listed':
      return `registry ${registry.name} has no regional endpoint ${host}: it has ${fault.hosts.join(', ')}`
    case 'not-told':
      return `whether registry ${registry.name} answers at its regional endpoint ${host} cannot be determined: ${fault.reason?.message ?? 'Azure did not say whether its regional endpoints are on'}`
  }
}

const obstacleOf = (
  from: RegistryPulls,
  fault: RegionalEndpointObstacle['fault']
): RegionalEndpointObstacle => ({
  kind: 'regional-endpoint',
  pulls: stoppedOf(from),
  nodePools: [],
  certainty: fault.kind === 'not-told' ? 'perhaps' : 'surely',
  evidence: [textOf(fault, from)],
  from,
  fault
})

export const regionalEndpoint: ObstacleSource<RegionalEndpointObstacle> = {
  kind: 'regional-endpoint',
  *find(context) {
    for (const from of registryPulls(context)) {
      const fault = regionOfEndpoint(from.host) === null ? null : faultAt(from, context.facts)
      if (fault !== null) yield obstacleOf(from, fault)
    }
  }
}
