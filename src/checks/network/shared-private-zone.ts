import { command } from '../../base/shell-command.ts'
import { clusterRead, registryRead } from '../../facts/arm-actions.ts'
import type { Registry } from '../../facts/facts.ts'
import {
  isBehindFirewall,
  isIsolated,
  isPublicAccessDisabled,
  privateZone
} from '../../facts/registry-network.ts'
import { type RegistryPulls, registryPulls } from '../../pulls/pulls-by-registry.ts'
import type { Check, Remediation } from '../check.ts'
import { pullsText, subjectOfPulls } from '../wording/registry-pulls.ts'

/** The public way is shut, and of the private ones the name of the registry leads to one. */
const hasSeveralWays = ({ cluster, registry }: RegistryPulls): boolean =>
  registry.approvedPrivateEndpoints > 1 &&
  (isPublicAccessDisabled(registry) || isBehindFirewall(registry) || isIsolated(cluster))

const compareRecords = (registry: Registry): readonly Remediation[] => [
  {
    description: 'See the private endpoints of the registry, and in which networks they are.',
    command: command(
      ...['az', 'acr', 'private-endpoint-connection', 'list', '--registry-name', registry.name],
      ...['--query', '[].privateEndpoint.id', '--subscription', registry.subscriptionId]
    )
  },
  {
    description: `See that each of their networks has a zone ${privateZone(registry)} of its own, or that all use one endpoint; and that the records of ${registry.name} in it are those of the endpoint.`,
    command: command(
      ...['az', 'network', 'private-dns', 'zone', 'list'],
      ...['--query', `[?name=='${privateZone(registry)}'].id`]
    )
  }
]

export const sharedPrivateZone: Check = {
  id: 'shared-private-zone',
  title: 'Several private endpoints may share the records of the registry',
  rationale: `A private DNS zone holds one record for the name of the registry. Where two private endpoints of one registry register in the same zone, the later one replaces the
record of the first, whose network is then led to an address that it may not reach; and the record goes when the later one is deleted. The endpoints
are approved and the zone is linked all the same. How many endpoints there are is read, and the records are not: a note, where only a private endpoint leads in.`,
  references: [
    {
      title: 'Azure private endpoint private DNS zone values',
      url: 'https://learn.microsoft.com/azure/private-link/private-endpoint-dns'
    }
  ],
  causes: ['T14'],
  permissions: [clusterRead, registryRead],
  words: [],
  *run({ pulls }) {
    for (const from of registryPulls(pulls))
      if (hasSeveralWays(from))
        yield {
          ...subjectOfPulls(from, from.uses),
          severity: 'note',
          message: `${pullsText(from)} take one of ${from.registry.approvedPrivateEndpoints} private endpoints of registry ${from.registry.name}: where two of them share a zone ${privateZone(from.registry)}, the later one has replaced the records of the other`,
          remediation: compareRecords(from.registry)
        }
  }
}
