import type { HostNotServed } from '../../access/pull-access.ts'
import { assuming } from '../wording/assumption.ts'
import type { Check } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { clusterRead } from '../../facts/arm-actions.ts'
import { clusterText } from '../wording/wording.ts'

type Wording = { readonly why: string; readonly cure: (host: string) => string }

/**
 * `name.privatelink.suffix` is the record of a private zone for `name.suffix`, and `name.region.data.privatelink.suffix` for its
 * layers ("Connect privately to a registry").
 */
const loginServerBehind = (host: string): string =>
  host.replace(/^([^.]*)\..*?\bprivatelink\./, '$1.')

const reasons: Readonly<Record<HostNotServed, Wording>> = {
  port: {
    why: 'it carries a port, which the credential provider matches literally',
    cure: host => `Write ${host}, without a port.`
  },
  'other-cloud': {
    why: 'its suffix belongs to another cloud than the cluster',
    cure: () => "Use a registry of the cluster's cloud, or give the pod a pull secret."
  },
  'regional-endpoint': {
    why: 'it is a regional endpoint, which the node image does not know yet',
    cure: () =>
      'Use the global login server NAME.azurecr.io, upgrade the node image, or give the pod a pull secret.'
  },
  'regional-endpoint-by-principal': {
    why: 'it is a regional endpoint, and before Kubernetes 1.30 the credentials of a service principal are for login servers alone',
    cure: () =>
      'Use the global login server NAME.azurecr.io, upgrade the node pool to Kubernetes 1.30 or later, or give the pod a pull secret.'
  },
  'unknown-form': {
    why: 'it has not the form of a login server',
    cure: () => 'Write the login server: az acr show --query loginServer.'
  },
  capitals: {
    why: 'it has capitals where the credential provider is called for the lower case only',
    cure: host => `Write ${host}, in lower case.`
  },
  'private-link': {
    why: 'it is a record of the private DNS zone, for which no certificate exists',
    cure: host =>
      `Write the login server ${loginServerBehind(host)}: in a network that is linked to the private DNS zone it leads to the private endpoint.`
  }
}

export const registryHostNotServed: Check = {
  id: 'registry-host-not-served',
  title: 'Nodes offer no identity to this host',
  rationale: `The kubelet starts the ACR credential provider only for hosts that match its list (\`*.azurecr.io\` and its like, with the same number of
labels, the same letters and the same port). For any other host the pull is anonymous, whatever roles the identity holds. Hosts with a port,
a suffix in capitals, registries of another cloud, regional endpoints on older node images and misspelt forms are the usual cases. \`NAME.privatelink.azurecr.io\` never works:
it is what the private DNS zone calls the registry, and no certificate has this name.`,
  references: [
    {
      title: 'Kubelet credential providers: how images are matched',
      url: 'https://kubernetes.io/docs/tasks/administer-cluster/kubelet-credential-provider/'
    },
    {
      title: 'Geo-replication and regional endpoints',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-geo-replication'
    }
  ],
  causes: ['Z15', 'Z19'],
  permissions: [clusterRead],
  words: ['host-not-served'],
  *run({ verdicts }) {
    for (const { verdict, cause } of verdictsBecause(verdicts, 'host-not-served')) {
      const { why, cure } = reasons[cause.why]
      const proven = verdict.result === 'no-pull'
      // Where it is sure, the known issue acr-regional-endpoint-unmatched says it, with the node pools.
      if (proven && cause.why === 'regional-endpoint') continue
      yield assuming(verdict, {
        ...subjectOf(verdict),
        severity: proven ? 'error' : 'unknown',
        message: `${verdict.image} ${proven ? 'cannot be pulled' : 'would be pulled anonymously'} on ${clusterText(verdict)}: nodes offer no identity to host ${cause.host}, because ${why}`,
        remediation: [{ description: cure(cause.host), command: null }]
      })
    }
  }
}
