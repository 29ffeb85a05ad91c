import { assuming } from '../wording/assumption.ts'
import type { Check, FindingDraft } from '../check.ts'
import { subjectOf, verdictsBecause } from '../wording/from-verdicts.ts'
import { grantReads } from '../../facts/arm-actions.ts'
import { grantPull } from '../wording/remediation.ts'
import { withUnnamedSecrets } from '../wording/unnamed-secrets.ts'
import { clusterText, pullerText } from '../wording/wording.ts'

export const noPullGrant: Check = {
  id: 'no-pull-grant',
  title: 'The identity that pulls has no grant on the registry',
  rationale: `Nodes sign in to the registry with the cluster's kubelet identity (or its service principal), not with the
identity of the control plane. No role assignment at the registry or above gives it the pull action, neither directly nor through a group,
anonymous pull is off, and no pull secret could stand in. The node will get \`401 Unauthorized\`.

Roles are judged by their permissions, never by their names: \`AcrPull\`, \`Reader\`, \`Contributor\` and any custom role
with \`Microsoft.ContainerRegistry/registries/pull/read\` count on a registry with RBAC permissions; only
\`Microsoft.ContainerRegistry/registries/repositories/content/read\` counts on a registry with ABAC repository permissions.

Until Kubernetes 1.34 a pod with pull policy \`IfNotPresent\` or \`Never\` could ride on an image that another pod had pulled to the same node. From 1.35
on the kubelet verifies that the pod itself has credentials for the image (feature gate KubeletEnsureSecretPulledImages, policy
NeverVerifyPreloadedImages; images that came with the node are left out). The evidence names the node pools where no copy helps.`,
  references: [
    {
      title: 'Authenticate with Azure Container Registry from AKS',
      url: 'https://learn.microsoft.com/azure/aks/cluster-container-registry-integration'
    },
    {
      title: 'Azure Container Registry roles and permissions',
      url: 'https://learn.microsoft.com/azure/container-registry/container-registry-rbac-built-in-roles-overview'
    },
    {
      title: 'KEP-2535: Ensure secret pulled images',
      url: 'https://github.com/kubernetes/enhancements/tree/master/keps/sig-node/2535-ensure-secret-pulled-images'
    }
  ],
  causes: ['Z1', 'Z5', 'Z16', 'Z17'],
  permissions: grantReads,
  words: ['no-grant'],
  *run({ facts, manifests, verdicts }) {
    for (const { verdict, cause } of verdictsBecause(verdicts, 'no-grant')) {
      const draft: FindingDraft = {
        ...subjectOf(verdict),
        severity: 'error',
        message: `${verdict.image} cannot be pulled on ${clusterText(verdict)}: ${pullerText(verdict.puller)} has no role at registry ${verdict.registry} that lets it pull${cause.held.map(text => `; ${text}`).join('')}`,
        remediation: grantPull(facts, verdict)
      }
      yield assuming(verdict, withUnnamedSecrets(manifests, verdict, draft))
    }
  }
}
