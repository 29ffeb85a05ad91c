import type { RefusedCause } from '../../access/pull-access.ts'
import { refusedText } from '../../pulls/cause-text.ts'
import type { Verdict } from '../../pulls/verdict.ts'
import type { Check } from '../check.ts'
import { grantReads } from '../../facts/arm-actions.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { grantPull } from '../wording/remediation.ts'
import { asWritten, clusterText } from '../wording/wording.ts'

/** What stands against the pull of the image as it is written. */
const refusalOf = ({ settledFrom: { access, written } }: Verdict): RefusedCause | null =>
  written.result === 'no-pull' && access.result === 'refused' ? access.cause : null

function whyNot(verdict: Verdict): string {
  const cause = refusalOf(verdict)
  return cause === null ? '' : ` (no credential helps: ${refusedText(cause)})`
}

const lacksGrant = (verdict: Verdict): boolean => refusalOf(verdict)?.kind === 'no-grant'

export const changedAtAdmission: Check = {
  id: 'changed-at-admission',
  title: 'A policy in sight may give the pod another image or credential',
  rationale: `What a mutating policy or webhook makes of a pod is what the kubelet pulls, not what its manifest says. Where one of the manifests may
replace the image of a pod that it selects (rules of Kyverno, mutators of Gatekeeper, a MutatingAdmissionPolicy, a webhook for pods whose program is
not known, an image swapper, overrides of Azure Kubernetes Fleet Manager and Karmada), the answer is unknown, whether the image could be pulled as it is written or not. So it is where one may replace the
account or the pull secrets of a pod whose pull rests on them. A pull secret that is added leaves a pull with the identity of the nodes as it
is: the kubelet tries one credential after the other.

Which pods a policy selects is followed as far as manifests tell: kinds, names, namespaces, labels, names of containers, patterns for images. What it would
make of an image is not computed.`,
  references: [
    {
      title: 'Kyverno: mutate rules',
      url: 'https://kyverno.io/docs/policy-types/cluster-policy/mutate/'
    },
    {
      title: 'Kubernetes: mutating admission policies',
      url: 'https://kubernetes.io/docs/reference/access-authn-authz/mutating-admission-policy/'
    }
  ],
  causes: ['L13'],
  permissions: grantReads,
  words: ['changed-at-admission'],
  *run({ facts, verdicts }) {
    for (const { verdict, cause } of verdictsBecause(verdicts, 'changed-at-admission'))
      yield {
        ...subjectOf(verdict),
        severity: 'unknown',
        message: `${verdict.image} on ${clusterText(verdict)} ${asWritten[cause.written]} as it is written here${whyNot(verdict)}, but the pod may have other ${cause.what} in the cluster: ${cause.by.join('; ')}`,
        remediation: [
          {
            description:
              'Write into the manifest what the policy makes of it, or exclude the pod from the policy. What the cluster has is shown by:',
            command: 'kubectl get pod POD --output yaml'
          },
          ...(lacksGrant(verdict) ? grantPull(facts, verdict) : [])
        ]
      }
  }
}
