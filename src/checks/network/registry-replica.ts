import { unknown, type Fact } from '../../facts/fact.ts'
import type { Facts, Registry } from '../../facts/facts.ts'
import { regionOfEndpoint } from '../../facts/registry-hosts.ts'
import { isSameRegion } from '../../facts/registry-network.ts'
import type { Replica } from '../../facts/surroundings.ts'
import { registryCommand, registryPartCommand } from '../wording/azure-commands.ts'
import type { Check, FindingDraft, Remediation } from '../check.ts'
import { listText } from '../wording/lists.ts'
import { bringAnswer } from '../wording/missing-answer.ts'
import { readRegistry, readReplications } from '../wording/permissions.ts'
import { pullsText, subjectOfPulls } from '../wording/registry-pulls.ts'
import { type RegistryPulls, registryPulls } from '../../pulls/pulls-by-registry.ts'
import { replicasOf } from '../../pulls/surroundings-of.ts'

type Trouble = Pick<FindingDraft, 'severity' | 'message' | 'remediation' | 'blocks'>

const isOneOf = (actual: string | null, ...fine: readonly string[]): boolean =>
  actual === null || fine.includes(actual.toLowerCase())

/**
 * Why a replica may lack images, as a clause; null where it is in order. It goes on serving while it is updated. The REST
 * reference calls the good status Ready, "Geo-replication in Azure Container Registry" online.
 */
function disorderOf({ provisioningState, status }: Replica): string | null {
  if (!isOneOf(provisioningState, 'succeeded', 'updating'))
    return `its provisioning state is ${provisioningState ?? ''}`
  return isOneOf(status, 'ready', 'online') ? null : `its status is ${status ?? ''}`
}

const replicaIn = (replicas: readonly Replica[], region: string): Replica | null =>
  replicas.find(({ location }) => isSameRegion(location, region)) ?? null

/** The home region never leaves a registry, and one without replicas has no other. */
const regionsOf = ({ location }: Registry, replicas: readonly Replica[]): readonly string[] => [
  ...new Set([
    location,
    ...replicas.map(each => each.location).filter(each => !isSameRegion(each, location))
  ])
]

const lookAt = (registry: Registry, { name, location }: Replica): Remediation => ({
  description: isSameRegion(location, registry.location)
    ? 'See what the replica says of itself; it is that of the home region, which cannot be made again, so a lasting fault is a case for Azure support.'
    : 'See what the replica says of itself: a new one fills in the background and heals alone, a failed one must be deleted and made again.',
  command: registryPartCommand(registry, ['replication', 'show'], name)
})

const takeLoginServer = ({ loginServer }: Registry): Remediation => ({
  description: `Name the login server ${loginServer} in the image; it leads to the nearest replica.`,
  command: null
})

const withoutPremium = (pulls: RegistryPulls): Trouble => ({
  severity: 'warning',
  blocks: 'maybe',
  message: `${pullsText(pulls)} lead nowhere: registry ${pulls.registry.name} is of tier ${pulls.registry.sku ?? ''}, and only registries of tier Premium have regional endpoints`,
  remediation: [
    takeLoginServer(pulls.registry),
    {
      description: 'Or raise the tier, and switch regional endpoints on.',
      command: registryCommand(
        ...([pulls.registry, ['update'], '--sku', 'Premium'] as const),
        ...['--regional-endpoints', 'enabled']
      )
    }
  ]
})

const withoutReplica = (
  pulls: RegistryPulls,
  region: string,
  replicas: readonly Replica[]
): Trouble => ({
  severity: 'warning',
  blocks: 'maybe',
  message: `${pullsText(pulls)} lead nowhere: registry ${pulls.registry.name} has no replica in region ${region}, only in ${listText(regionsOf(pulls.registry, replicas))}`,
  remediation: [
    takeLoginServer(pulls.registry),
    {
      description: 'Or replicate the registry to this region.',
      command: registryPartCommand(
        ...([pulls.registry, ['replication', 'create'], region] as const),
        ...['--location', region]
      )
    }
  ]
})

/** A regional endpoint answers from one replica alone, whether or not the login server leads there. */
function endpointTrouble(
  pulls: RegistryPulls,
  region: string,
  answer: Fact<readonly Replica[]>
): Trouble | null {
  const { registry } = pulls
  const isHome = isSameRegion(region, registry.location)
  if (!answer.known)
    return isHome
      ? null
      : {
          severity: 'unknown',
          blocks: 'maybe',
          message: `Whether registry ${registry.name} has a replica in region ${region}, from which cluster ${pulls.cluster.name} pulls, cannot be said: ${answer.reason.message}`,
          remediation: [bringAnswer(answer.reason)]
        }
  const replica = replicaIn(answer.value, region)
  if (replica === null) return isHome ? null : withoutReplica(pulls, region, answer.value)
  const disorder = disorderOf(replica)
  return disorder === null
    ? null
    : {
        severity: 'warning',
        blocks: 'maybe',
        message: `${pullsText(pulls)} may fail or miss images: the only replica behind this regional endpoint (${replica.name}) is not in order: ${disorder}`,
        remediation: [lookAt(registry, replica), takeLoginServer(registry)]
      }
}

/** Azure CLI renamed the option in 2.86 ("Geo-replication in Azure Container Registry"); ARM keeps the old name. */
const routeAgain = (registry: Registry, { name }: Replica): Remediation => ({
  description:
    'Route requests to it again, unless somebody took it out for a reason (Azure CLI before 2.86 calls the option --region-endpoint-enabled).',
  command: registryPartCommand(
    ...([registry, ['replication', 'update'], name] as const),
    ...['--global-endpoint-routing', 'true']
  )
})

/** The login server leads to the nearest replica that is in order, so this delays a fresh image and stops no old one. */
function loginServerTrouble(pulls: RegistryPulls, replicas: readonly Replica[]): Trouble | null {
  const { cluster, registry } = pulls
  const replica = replicaIn(replicas, cluster.location)
  if (replica === null) return null
  const disorder = disorderOf(replica)
  if (replica.endpointEnabled && disorder === null) return null
  return {
    severity: 'note',
    message: `${pullsText(pulls)} may be served from another region, where a fresh image arrives later: the replica in ${replica.location}, the region of the cluster, ${replica.endpointEnabled ? `is not in order: ${disorder ?? ''}` : 'gets no requests, because routing to it is switched off'}`,
    remediation: [
      replica.endpointEnabled ? lookAt(registry, replica) : routeAgain(registry, replica)
    ]
  }
}

const notCollected = unknown('not-collected', 'its replicas are not among the collected facts')

function troubleOf(pulls: RegistryPulls, facts: Facts): Trouble | null {
  const { host, registry } = pulls
  const region = regionOfEndpoint(host)
  if (region !== null && !isOneOf(registry.sku, 'premium')) return withoutPremium(pulls)
  const answer = replicasOf(facts, registry.id)
  if (region !== null) return endpointTrouble(pulls, region, answer ?? notCollected)
  return answer?.known === true ? loginServerTrouble(pulls, answer.value) : null
}

export const registryReplica: Check = {
  id: 'registry-replica',
  title: 'The replica that is to serve the cluster is missing or not in order',
  rationale: `A geo-replicated registry answers at its login server, which leads every request to the nearest replica, and with regional endpoints (a preview of
tier Premium) also at \`<registry>.<region>.geo.azurecr.io\`, where one replica alone answers and none stands in. An image that names the endpoint of a
region without replica names a host that does not exist, and one whose replica failed, is deleted or still fills may get \`not found\` for an image that other
regions have: a warning.

At the login server another region stands in where the replica of the cluster's own region is not in order or is taken out of routing. Images arrive in the
regions one after the other, so the next pull after a push can get \`manifest unknown\`: a note. Taking a replica out of routing does nothing to its
regional endpoint, and says nothing here. Whether regional endpoints are switched on, and whether an image has arrived in a region, is not read.

The replicas are read where an image names a regional endpoint or data endpoints tell of several regions, and in a \`--thorough\` run.`,
  references: [
    {
      title: 'Geo-replication in Azure Container Registry',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-geo-replication'
    },
    {
      title: 'Azure Container Registry endpoint reference',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-endpoint-reference'
    }
  ],
  causes: ['N12', 'T13'],
  permissions: [readRegistry, readReplications],
  *run(context) {
    for (const pulls of registryPulls(context)) {
      const trouble = troubleOf(pulls, context.facts)
      if (trouble !== null) yield { ...subjectOfPulls(pulls, pulls.uses), ...trouble }
    }
  }
}
