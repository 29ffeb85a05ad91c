import type { Facts, Registry } from '../../facts/facts.ts'
import { regionOfEndpoint } from '../../facts/registry-hosts.ts'
import { isSameRegion } from '../../facts/registry-network.ts'
import { type Replica, replicationsRead } from '../../facts/related-resources/replicas.ts'
import type { EndpointFault, ReplicaObstacle } from '../../pulls/obstacles/replica.ts'
import { type RegistryPulls, registryPulls } from '../../pulls/pulls-by-registry.ts'
import { disorderOf, replicaIn } from '../../pulls/replicas.ts'
import { answerTo } from '../../facts/related-resources/index.ts'
import { replicate } from './regional-endpoint-off.ts'
import { registryCommand, registryPartCommand } from '../wording/azure-commands.ts'
import { alternatives } from '../wording/alternatives.ts'
import type { Check, FindingDraft, Remediation } from '../check.ts'
import { evidenceMessage, evidenceText, obstaclesOf } from '../wording/from-obstacles.ts'
import { bringAnswer } from '../wording/missing-answer.ts'
import { registryRead } from '../../facts/arm-actions.ts'
import { pullsText, subjectOfPulls } from '../wording/registry-pulls.ts'

const lookAt = (registry: Registry, { name, location }: Replica): Remediation => ({
  description: isSameRegion(location, registry.location)
    ? 'See what the replica says of itself; it is that of the home region, which cannot be recreated, so a lasting fault is a case for Azure support.'
    : 'See what the replica says of itself: a new one fills in the background and heals alone, a failed one must be deleted and recreated.',
  command: registryPartCommand(registry, ['replication', 'show'], name)
})

const takeLoginServer = ({ loginServer }: Registry): Remediation => ({
  description: `Name the login server ${loginServer} in the image; it leads to the nearest replica.`,
  command: null
})

const raiseTier = (registry: Registry): Remediation => ({
  description: 'Or raise the tier, and switch regional endpoints on.',
  command: registryCommand(
    ...([registry, ['update'], '--sku', 'Premium'] as const),
    ...['--regional-endpoints', 'enabled']
  )
})

function cure(fault: EndpointFault, registry: Registry): readonly Remediation[] {
  switch (fault.kind) {
    case 'tier':
      return [takeLoginServer(registry), raiseTier(registry)]
    case 'no-replica':
      return [takeLoginServer(registry), replicate(registry, fault.region)]
    case 'disorder':
      return alternatives([lookAt(registry, fault.replica), takeLoginServer(registry)])
    case 'not-known':
      return [bringAnswer(fault.reason)]
  }
}

const openings: Readonly<Record<Exclude<EndpointFault['kind'], 'not-known'>, string>> = {
  tier: 'lead nowhere',
  'no-replica': 'lead nowhere',
  disorder: 'may fail or miss images'
}

/** A regional endpoint answers from one replica alone, whether or not the login server leads there. */
function endpointFinding(obstacle: ReplicaObstacle): FindingDraft {
  const { from, fault } = obstacle
  const about = {
    ...subjectOfPulls(from, from.uses),
    remediation: cure(fault, from.registry)
  }
  return fault.kind === 'not-known'
    ? { ...about, severity: 'unknown', message: evidenceMessage(obstacle) }
    : {
        ...about,
        severity: 'warning',
        message: `${pullsText(from)} ${openings[fault.kind]}: ${evidenceText(obstacle)}`
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
function loginServerNote(pulls: RegistryPulls, facts: Facts): FindingDraft | null {
  const { cluster, registry, host } = pulls
  const answer =
    regionOfEndpoint(host) === null
      ? answerTo(facts, { kind: 'replicas', registryId: registry.id })
      : null
  const replica = answer?.known === true ? replicaIn(answer.value, cluster.location) : null
  if (replica === null) return null
  const disorder = disorderOf(replica)
  if (replica.endpointEnabled && disorder === null) return null
  return {
    ...subjectOfPulls(pulls, pulls.uses),
    severity: 'note',
    message: `${pullsText(pulls)} may be served from another region, where a fresh image arrives later: the replica in ${replica.location}, the region of the cluster, ${replica.endpointEnabled ? `is not in order: ${disorder ?? ''}` : 'gets no requests, because routing to it is switched off'}`,
    remediation: [
      replica.endpointEnabled ? lookAt(registry, replica) : routeAgain(registry, replica)
    ]
  }
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
  permissions: [registryRead, replicationsRead],
  words: ['replica'],
  *run({ pulls, facts, obstacles }) {
    yield* obstaclesOf(obstacles, 'replica').map(endpointFinding)
    for (const from of registryPulls(pulls)) {
      const note = loginServerNote(from, facts)
      if (note !== null) yield note
    }
  }
}
