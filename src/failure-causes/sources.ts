export type Source = { readonly title: string; readonly url: string | null }

const registryDocs = (title: string, page: string): Source => ({
  title,
  url: `https://learn.microsoft.com/azure/container-registry/${page}`
})

const aksDocs = (title: string, page: string): Source => ({
  title,
  url: `https://learn.microsoft.com/azure/aks/${page}`
})

const gitHub = (title: string, path: string): Source => ({
  title,
  url: `https://github.com/${path}`
})

/** Where the rows of the taxonomy come from. `unverified`: no document of the vendor was found; known from practice only. */
export const sources = {
  cannotPull: {
    title: "Can't pull images from Azure Container Registry to Kubernetes",
    url: 'https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/extensions/cannot-pull-image-from-acr-to-aks-cluster'
  },
  isolatedClusterTrouble: {
    title: 'Troubleshoot network isolated clusters',
    url: 'https://learn.microsoft.com/troubleshoot/azure/azure-kubernetes/extensions/troubleshoot-network-isolated-cluster'
  },
  abac: registryDocs(
    'Azure ABAC repository permissions in Azure Container Registry',
    'container-registry-rbac-abac-repository-permissions'
  ),
  customRoles: registryDocs(
    'Azure Container Registry custom roles',
    'container-registry-rbac-custom-roles'
  ),
  crossTenant: registryDocs(
    'Pull images from a registry in another Microsoft Entra tenant',
    'authenticate-aks-cross-tenant'
  ),
  armAudience: registryDocs(
    'Disable authentication as ARM in Azure Container Registry',
    'container-registry-disable-authentication-as-arm'
  ),
  geoReplication: registryDocs(
    'Geo-replication in Azure Container Registry',
    'container-registry-geo-replication'
  ),
  anonymousPull: registryDocs('Anonymous pull access', 'anonymous-pull-access'),
  tokens: registryDocs(
    'Repository permissions with tokens and scope maps',
    'container-registry-token-based-repository-permissions'
  ),
  registrySignIn: registryDocs(
    'Authenticate with an Azure container registry',
    'container-registry-authentication'
  ),
  networkTrouble: registryDocs(
    'Troubleshoot network issues with a registry',
    'container-registry-troubleshoot-access'
  ),
  networkRules: registryDocs(
    'Configure public IP network rules',
    'container-registry-access-selected-networks'
  ),
  subnetRules: registryDocs(
    'Restrict access with a service endpoint in a virtual network',
    'container-registry-vnet'
  ),
  privateLink: registryDocs(
    'Set up private endpoints with Azure Private Link',
    'container-registry-private-link'
  ),
  dataEndpoints: registryDocs(
    'Dedicated data endpoints',
    'container-registry-dedicated-data-endpoints'
  ),
  imageLock: registryDocs('Lock a container image', 'container-registry-image-lock'),
  softDelete: registryDocs('Soft delete policy', 'container-registry-soft-delete-policy'),
  cacheTrouble: registryDocs('Troubleshoot artifact cache', 'troubleshoot-artifact-cache'),
  tiers: registryDocs('Azure Container Registry tiers', 'container-registry-skus'),
  customerKeys: registryDocs(
    'Customer-managed keys in Azure Container Registry',
    'tutorial-customer-managed-keys'
  ),
  quarantine: gitHub(
    'Azure/acr: quarantine pattern',
    'Azure/acr/blob/main/docs/preview/quarantine/readme.md'
  ),
  attach: aksDocs(
    'Authenticate with Azure Container Registry from AKS',
    'cluster-container-registry-integration'
  ),
  managedIdentity: aksDocs('Use a managed identity in AKS', 'use-managed-identity'),
  updateCredentials: aksDocs('Update or rotate the credentials of a cluster', 'update-credentials'),
  isolatedClusters: aksDocs('Network isolated AKS clusters', 'concepts-network-isolated'),
  httpProxy: aksDocs('HTTP proxy support in AKS', 'http-proxy'),
  startStop: aksDocs('Stop and start an AKS cluster', 'start-stop-cluster'),
  deny: {
    title: 'Understand Azure deny assignments',
    url: 'https://learn.microsoft.com/azure/role-based-access-control/deny-assignments'
  },
  rbacTrouble: {
    title: 'Troubleshoot Azure RBAC',
    url: 'https://learn.microsoft.com/azure/role-based-access-control/troubleshooting'
  },
  checkName: {
    title: 'Registries: check name availability',
    url: 'https://learn.microsoft.com/rest/api/container-registry/registries/check-name-availability'
  },
  subscriptionStates: {
    title: 'Azure subscription states',
    url: 'https://learn.microsoft.com/azure/cost-management-billing/manage/subscription-states'
  },
  pullSecrets: {
    title: 'Kubernetes: pull an image from a private registry',
    url: 'https://kubernetes.io/docs/tasks/configure-pod-container/pull-image-private-registry/'
  },
  kubernetesImages: {
    title: 'Kubernetes: images',
    url: 'https://kubernetes.io/docs/concepts/containers/images/'
  },
  kubeletConfiguration: {
    title: 'Kubernetes: kubelet configuration (registryPullQPS)',
    url: 'https://kubernetes.io/docs/reference/config-api/kubelet-config.v1beta1/'
  },
  credentialProvider: gitHub(
    'kubernetes-sigs/cloud-provider-azure: acr-credential-provider',
    'kubernetes-sigs/cloud-provider-azure/tree/master/pkg/credentialprovider'
  ),
  karpenter411: gitHub(
    'karpenter-provider-azure: auto-provisioned nodes get 401 from ACR',
    'Azure/karpenter-provider-azure/issues/411'
  ),
  streamingIssue: gitHub('Azure/acr #739', 'Azure/acr/issues/739'),
  schemaOne: gitHub(
    'containerd: disable the support for schema 1 images; Azure/AKS vhd-notes for the node images',
    'containerd/containerd/pull/9765'
  ),
  purge: gitHub('Azure/acr-cli #131 and #342', 'Azure/acr-cli/issues/131'),
  externalSecrets: {
    title: 'External Secrets Operator: common Kubernetes Secret types',
    url: 'https://external-secrets.io/latest/guides/common-k8s-secret-types/'
  },
  privateZones: {
    title: 'Azure private endpoint private DNS zone values',
    url: 'https://learn.microsoft.com/azure/private-link/private-endpoint-dns'
  },
  connaisseur: gitHub(
    'Connaisseur: 401 from ACR with a grant for the nodes',
    'sse-secure-systems/connaisseur/discussions/768'
  ),
  kyvernoMutate: {
    title: 'Kyverno: mutate rules',
    url: 'https://kyverno.io/docs/policy-types/cluster-policy/mutate/'
  },
  registryMirror: gitHub(
    'cloud-provider-azure #6845: registry mirrors in the credential provider',
    'kubernetes-sigs/cloud-provider-azure/issues/6845'
  ),
  knownIssues: { title: 'Known issues, each row with its source', url: 'known-issues.md' },
  unverified: { title: 'common knowledge, not verified in a document', url: null }
} as const satisfies Record<string, Source>
