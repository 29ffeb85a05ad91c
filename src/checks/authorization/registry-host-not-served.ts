import type { HostNotServed } from '../../access/pull-access.ts'
import type { Check } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { clusterRead } from '../../facts/arm-actions.ts'
import { clusterText } from '../wording/wording.ts'

const reasons: Readonly<Record<HostNotServed, { readonly why: string; readonly cure: string }>> = {
  port: {
    why: 'it carries a port, which the credential provider matches literally',
    cure: 'Write the host without its port.'
  },
  'other-cloud': {
    why: 'its suffix belongs to another cloud than the cluster',
    cure: "Use a registry of the cluster's cloud, or give the pod a pull secret."
  },
  'regional-endpoint': {
    why: 'it is a regional endpoint, which the node image does not know yet',
    cure: 'Use the global login server NAME.azurecr.io, upgrade the node image, or give the pod a pull secret.'
  },
  'unknown-form': {
    why: 'it has not the form of a login server',
    cure: 'Write the login server: az acr show --query loginServer.'
  }
}

export const registryHostNotServed: Check = {
  id: 'registry-host-not-served',
  title: 'Nodes offer no identity to this host',
  rationale: `The kubelet starts the ACR credential provider only for hosts that match its list (\`*.azurecr.io\` and its like, with the same number of
labels and the same port). For any other host the pull is anonymous, whatever roles the identity holds. Hosts with a port,
registries of another cloud, regional endpoints on older node images and misspelt forms are the usual cases.`,
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
      yield {
        ...subjectOf(verdict),
        severity: proven ? 'error' : 'unknown',
        message: `${verdict.image} ${proven ? 'cannot be pulled' : 'would be pulled anonymously'} on ${clusterText(verdict)}: nodes offer no identity to host ${cause.host}, because ${why}`,
        remediation: [{ description: cure, command: null }]
      }
    }
  }
}
