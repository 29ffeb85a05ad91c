import type { Verdict } from '../../pulls/verdict.ts'
import type { Check, FindingDraft } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { grantReads } from '../../facts/arm-actions.ts'
import { grantPull } from '../wording/remediation.ts'
import { clusterText, pullerText } from '../wording/wording.ts'
import type { Facts } from '../../facts/facts.ts'

const unjudged = (facts: Facts, verdict: Verdict, hidden: string, cure: string): FindingDraft => ({
  ...subjectOf(verdict),
  severity: 'unknown',
  message: `${verdict.image} on ${clusterText(verdict)} hangs on ${hidden}, which is only in the cluster; ${pullerText(verdict.puller)} alone has no grant at registry ${verdict.registry}`,
  remediation: [{ description: cure, command: null }, ...grantPull(facts, verdict)]
})

export const pullSecretNotVisible: Check = {
  id: 'pull-secret-not-visible',
  title: 'The pull hangs on a secret or service account that only the cluster has',
  rationale: `The kubelet tries the pod's pull secrets before the node's own identity. The identity has no grant here, so the pull works
only if the secret holds a valid credential for this registry. Secrets and service accounts that are not among the manifests cannot be seen
from Azure Resource Manager, so the answer is unknown: neither a pass nor a failure.`,
  references: [
    {
      title: 'Pull an image from a private registry',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/'
    }
  ],
  causes: ['S1'],
  permissions: grantReads,
  words: ['secret-not-visible', 'service-account-not-visible'],
  *run({ facts, verdicts }) {
    for (const { verdict, cause } of verdictsBecause(verdicts, 'secret-not-visible'))
      yield unjudged(
        facts,
        verdict,
        `pull secret ${cause.names.join(', ')}`,
        `Check that the secret covers ${verdict.registry} and is valid, or grant the identity of the nodes and do without it.`
      )
    for (const { verdict, cause } of verdictsBecause(verdicts, 'service-account-not-visible'))
      yield unjudged(
        facts,
        verdict,
        cause.name === null
          ? 'the pod that this container becomes part of'
          : `the pull secrets of service account ${cause.name}`,
        cause.name === null
          ? 'Grant the identity of the nodes, or check that the account brings a pull secret.'
          : `Add the ServiceAccount ${cause.name} to the manifests, or grant the identity of the nodes.`
      )
  }
}
