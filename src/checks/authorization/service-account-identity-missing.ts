import { identityFaultText } from '../../access/credentials/account-identity.ts'
import type { IdentityFault } from '../../access/pull-access.ts'
import { assuming } from '../wording/assumption.ts'
import type { Check } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { clusterRead } from '../../facts/arm-actions.ts'
import { clusterText } from '../wording/wording.ts'

const cures: Readonly<Record<IdentityFault, (serviceAccount: string) => string>> = {
  none: account =>
    `Annotate service account ${account} with kubernetes.azure.com/acr-client-id, bind that identity to the cluster, and grant it the pull.`,
  empty: account =>
    `Write a client id into annotation kubernetes.azure.com/acr-client-id of service account ${account}, or take the annotation away, so that the default of the cluster counts.`,
  blanks: account =>
    `Take the blanks out of annotation kubernetes.azure.com/acr-client-id of service account ${account}.`
}

export const serviceAccountIdentityMissing: Check = {
  id: 'service-account-identity-missing',
  title: 'The service account has no identity to pull with',
  rationale: `The cluster pulls with the identity of the pod's service account (service account image pull, preview) instead of the
kubelet identity. Neither the account's annotation \`kubernetes.azure.com/acr-client-id\` nor the cluster's default names an identity, so the pull is
anonymous: a grant to the kubelet identity changes nothing. An annotation that is there and empty hides the default, and blanks around a client id are
part of it.`,
  references: [
    {
      title: 'Identity bindings in AKS',
      url: 'https://learn.microsoft.com/azure/aks/identity-bindings-concepts'
    }
  ],
  causes: ['Z16'],
  permissions: [clusterRead],
  words: ['service-account-identity-missing'],
  *run({ verdicts }) {
    for (const { verdict, cause } of verdictsBecause(verdicts, 'service-account-identity-missing'))
      yield assuming(verdict, {
        ...subjectOf(verdict),
        severity: verdict.result === 'no-pull' ? 'error' : 'unknown',
        message: `${verdict.image} cannot be pulled on ${clusterText(verdict)}: it pulls with the identity of service account ${cause.serviceAccount}, which ${identityFaultText[cause.fault]}`,
        remediation: [
          {
            description: cures[cause.fault](cause.serviceAccount),
            command: null
          }
        ]
      })
  }
}
