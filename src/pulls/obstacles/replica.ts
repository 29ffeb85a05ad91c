import { listText } from '../../base/sentences.ts'
import { type Fact, type Reason, unknown } from '../../facts/fact.ts'
import type { Facts, Registry } from '../../facts/facts.ts'
import { regionOfEndpoint } from '../../facts/registry-hosts.ts'
import { isSameRegion } from '../../facts/registry-network.ts'
import type { Replica } from '../../facts/related-resources/replicas.ts'
import type { ObstacleBase, ObstacleSource } from '../obstacle.ts'
import { type RegistryPulls, registryPulls, stoppedOf } from '../pulls-by-registry.ts'
import { disorderOf, replicaIn } from '../replicas.ts'
import { answerTo } from '../../facts/related-resources/index.ts'
import { isSurelyOff } from './regional-endpoint.ts'

/** What is wrong with the one replica that answers at a regional endpoint. */
export type EndpointFault =
  /** Only the tier Premium has regional endpoints. */
  | { readonly kind: 'tier' }
  | { readonly kind: 'no-replica'; readonly region: string }
  | { readonly kind: 'disorder'; readonly replica: Replica }
  | { readonly kind: 'not-known'; readonly region: string; readonly reason: Reason }

/** A regional endpoint answers from one replica alone, and that one may not serve; where the endpoint is off, that is the cause. */
export type ReplicaObstacle = ObstacleBase<'replica'> & {
  readonly from: RegistryPulls
  readonly fault: EndpointFault
}

/** The home region never leaves a registry, and one without replicas has no other. */
const regionsOf = ({ location }: Registry, replicas: readonly Replica[]): readonly string[] => [
  ...new Set([
    location,
    ...replicas.map(each => each.location).filter(each => !isSameRegion(each, location))
  ])
]

const obstacle = (
  from: RegistryPulls,
  fault: EndpointFault,
  evidence: string
): ReplicaObstacle => ({
  kind: 'replica',
  pulls: stoppedOf(from),
  nodePools: [],
  certainty: 'perhaps',
  evidence: [evidence],
  from,
  fault
})

const withoutPremium = (from: RegistryPulls): ReplicaObstacle =>
  obstacle(
    from,
    { kind: 'tier' },
    `registry ${from.registry.name} is of tier ${from.registry.sku ?? ''}, and only registries of tier Premium have regional endpoints`
  )

const withoutReplica = (
  from: RegistryPulls,
  region: string,
  replicas: readonly Replica[]
): ReplicaObstacle =>
  obstacle(
    from,
    { kind: 'no-replica', region },
    `registry ${from.registry.name} has no replica in region ${region}, only in ${listText(regionsOf(from.registry, replicas))}`
  )

const isHome = ({ registry }: RegistryPulls, region: string): boolean =>
  isSameRegion(region, registry.location)

const notKnown = (from: RegistryPulls, region: string, reason: Reason): ReplicaObstacle =>
  obstacle(
    from,
    { kind: 'not-known', region, reason },
    `whether registry ${from.registry.name} ${isHome(from, region) ? 'is in order' : 'has a replica'} in region ${region}, from which cluster ${from.cluster.name} pulls, cannot be determined: ${reason.message}`
  )

const inDisorder = (from: RegistryPulls, replica: Replica, disorder: string): ReplicaObstacle =>
  obstacle(
    from,
    { kind: 'disorder', replica },
    `the only replica behind this regional endpoint (${replica.name}) is not in order: ${disorder}`
  )

const notCollected = unknown('not-collected', 'its replicas are not among the collected facts')

function obstacleAt(
  from: RegistryPulls,
  region: string,
  asked: Fact<readonly Replica[]> | null
): ReplicaObstacle | null {
  if (asked === null && isHome(from, region)) return null
  const answer = asked ?? notCollected
  if (!answer.known) return notKnown(from, region, answer.reason)
  const replica = replicaIn(answer.value, region)
  if (replica === null)
    return isHome(from, region) ? null : withoutReplica(from, region, answer.value)
  const disorder = disorderOf(replica)
  return disorder === null ? null : inDisorder(from, replica, disorder)
}

const isPremium = ({ sku }: Registry): boolean => sku === null || sku.toLowerCase() === 'premium'

function obstacleOf(from: RegistryPulls, facts: Facts): ReplicaObstacle | null {
  const { host, registry } = from
  const region = regionOfEndpoint(host)
  if (region === null || isSurelyOff(from, facts)) return null
  return isPremium(registry)
    ? obstacleAt(from, region, answerTo(facts, { kind: 'replicas', registryId: registry.id }))
    : withoutPremium(from)
}

export const replica: ObstacleSource<ReplicaObstacle> = {
  kind: 'replica',
  *find(context) {
    for (const from of registryPulls(context)) {
      const found = obstacleOf(from, context.facts)
      if (found !== null) yield found
    }
  }
}
