import type { Verdict } from '../../pulls/verdict.ts'
import type { Check, FindingDraft, Remediation } from '../check.ts'
import { alternatives } from '../wording/alternatives.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { grantReads } from '../../facts/arm-actions.ts'
import { grantPull } from '../wording/remediation.ts'
import { clusterText, pullerText } from '../wording/wording.ts'
import { hintedCures, hintedText, unseenCures, unseenText } from './unseen-text.ts'
import type { Facts } from '../../facts/facts.ts'

const unjudged = (
  facts: Facts,
  verdict: Verdict,
  hidden: string,
  cures: readonly Remediation[]
): FindingDraft => ({
  ...subjectOf(verdict),
  severity: 'unknown',
  message: `${verdict.image} on ${clusterText(verdict)} hangs on ${hidden}; ${pullerText(verdict.puller)} alone has no grant at registry ${verdict.registry}`,
  remediation: alternatives([...cures, grantPull(facts, verdict)])
})

export const pullSecretNotVisible: Check = {
  id: 'pull-secret-not-visible',
  title: 'The pull hangs on a secret or service account that only the cluster has',
  rationale: `The kubelet tries the pod's pull secrets before the node's own identity. The identity has no grant here, so the pull works
only if the secret holds a valid credential for this registry. Secrets and service accounts that are not among the manifests cannot be seen
from Azure Resource Manager, so the answer is unknown: neither a pass nor a failure. What the manifests do know of such a secret is said: that it stands in
another namespace, where it is of no use, or which object (ExternalSecret, SealedSecret, …) the cluster gets it from.

A pod that names no secret and runs as account \`default\` is assumed to bring none. Where something in sight speaks against that (a pull secret for the
registry that nobody names, a policy or a program that gives pods pull secrets), the answer is unknown too, and names it.`,
  references: [
    {
      title: 'Pull an image from a private registry',
      url: 'https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/'
    }
  ],
  causes: ['S1', 'L13'],
  permissions: grantReads,
  words: ['secret-not-visible', 'service-account-not-visible', 'pull-secret-hinted'],
  *run({ facts, verdicts }) {
    for (const { verdict, cause } of verdictsBecause(verdicts, 'secret-not-visible'))
      yield unjudged(facts, verdict, unseenText(cause.secrets), unseenCures(cause.secrets, verdict))
    for (const { verdict, cause } of verdictsBecause(verdicts, 'pull-secret-hinted'))
      yield unjudged(facts, verdict, hintedText(cause.hints), hintedCures(cause.hints, verdict))
    for (const { verdict, cause } of verdictsBecause(verdicts, 'service-account-not-visible'))
      yield unjudged(
        facts,
        verdict,
        cause.name === null
          ? 'the pod that this image becomes part of, which is only in the cluster'
          : `the pull secrets of service account ${cause.name}, which is only in the cluster`,
        [
          {
            description:
              cause.name === null
                ? 'Check that the account brings a pull secret.'
                : `Add the ServiceAccount ${cause.name} to the manifests.`,
            command: null
          }
        ]
      )
  }
}
