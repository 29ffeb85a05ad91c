import { sources, type Source } from './sources.ts'

export type Family = 'Z' | 'S' | 'N' | 'T' | 'L'

/**
 * Where a cause can be seen before the deploy: in Azure Resource Manager, in the manifests, or only with both together.
 * `lookup`: the registry tells it of the image, where the caller may look it up; `registry`: only something else in the registry,
 * or Microsoft Graph, tells; `node`: only a node does; `no`: it is no failed pull.
 */
export type Predictable = 'azure' | 'manifests' | 'both' | 'lookup' | 'registry' | 'node' | 'no'

/** Whether `az aks check-acr` notices; `false`: its answer is wrong here; `none`: there is nothing to notice. */
export type CheckAcr = 'yes' | 'no' | 'false' | 'partly' | 'unsure' | 'none'

/** One cause of a failed pull. Texts are Markdown; `signature` holds what a person sees and searches for. */
export type FailureCause = {
  readonly id: string
  readonly family: Family
  readonly title: string
  /** Fragments of the kubelet's or the registry's messages; empty where the cause has none of its own. */
  readonly signature: readonly string[]
  readonly cause: string
  readonly remedy: string
  readonly predictable: Predictable
  /** What the manifests and Azure do not show of it. */
  readonly limit?: string
  readonly checkAcr: CheckAcr
  readonly source: Source
}

export const families: Readonly<Record<Family, string>> = {
  Z: 'Authorization',
  S: 'Pull secrets',
  N: 'Name, tag, digest and platform',
  T: 'Network',
  L: 'Registry state, limits and others'
}

const withCredentials = 'failed to fetch oauth token: unexpected status: 401 Unauthorized'
const withoutCredentials = 'failed to fetch anonymous token: unexpected status: 401 Unauthorized'
const forbidden = 'failed to fetch anonymous token: unexpected status: 403 Forbidden'

/** Each id stays what it is: checks and known issues name them. */
export const failureCauses: readonly FailureCause[] = [
  {
    id: 'Z1',
    family: 'Z',
    title: 'The identity that pulls has no grant',
    signature: [withCredentials, withoutCredentials],
    cause:
      'On a registry with RBAC permissions no role assignment, at the registry or above, gives the identity or one of its groups `Microsoft.ContainerRegistry/registries/pull/read`.',
    remedy:
      'Assign AcrPull at the registry: `az role assignment create --assignee-object-id <object id> --assignee-principal-type ServicePrincipal --role AcrPull --scope <registry id>`.',
    predictable: 'azure',
    checkAcr: 'yes',
    source: sources.cannotPull
  },
  {
    id: 'Z2',
    family: 'Z',
    title: "The role does not count in the registry's role assignment mode",
    signature: [withCredentials, 'insufficient_scope'],
    cause:
      'A registry with ABAC repository permissions ignores AcrPull, Reader, Contributor and Owner for pulls; only data actions count.',
    remedy:
      'Assign Container Registry Repository Reader (b93aa761-3e63-49ed-ac28-beffa264f7ac). `az aks update --attach-acr` is no cure: it assigns AcrPull.',
    predictable: 'azure',
    checkAcr: 'unsure',
    source: sources.abac
  },
  {
    id: 'Z3',
    family: 'Z',
    title: 'A condition of the role assignment leaves the repository out',
    signature: [withCredentials, 'insufficient_scope'],
    cause:
      "The assignment on an ABAC registry has a condition on the repository name, and the image's repository does not satisfy it. A prefix without trailing `/` matches more than it says, one with `/` less.",
    remedy:
      'Widen the condition, or add an assignment with one of its own and `--condition-version 2.0`.',
    predictable: 'both',
    limit: 'A condition on attributes of the request (subnet, time) cannot be decided in advance.',
    checkAcr: 'no',
    source: sources.abac
  },
  {
    id: 'Z4',
    family: 'Z',
    title: 'The grant went to an identity that does not pull',
    signature: [withCredentials, withoutCredentials],
    cause:
      'The role is assigned to the identity of the control plane, of an add-on, or to another user-assigned identity. Nodes pull with the kubelet identity.',
    remedy: "Assign the role to the kubelet identity's object id, and remove the other assignment.",
    predictable: 'azure',
    checkAcr: 'partly',
    source: sources.managedIdentity
  },
  {
    id: 'Z5',
    family: 'Z',
    title: 'Nodes still use the identity of before a switch',
    signature: [withCredentials, withoutCredentials],
    cause:
      'After a change of the kubelet identity, or from a service principal to managed identity, grants of the old principal do not carry over, and node pools that were not re-imaged keep the old one.',
    remedy: 'Assign the role to the new object id, then upgrade the node image of every pool.',
    predictable: 'azure',
    limit: 'Azure Resource Manager does not show which identity a running node still uses.',
    checkAcr: 'partly',
    source: sources.managedIdentity
  },
  {
    id: 'Z6',
    family: 'Z',
    title: 'The grant is too young',
    signature: [withCredentials, withoutCredentials],
    cause:
      'Role assignments take minutes to reach the registry, a changed identity or service principal of the cluster up to an hour.',
    remedy: 'Wait; the kubelet tries again and the pull heals by itself.',
    predictable: 'azure',
    checkAcr: 'false',
    source: sources.rbacTrouble
  },
  {
    id: 'Z7',
    family: 'Z',
    title: 'The grant comes through a group, the token is older',
    signature: [withCredentials, withoutCredentials],
    cause:
      'The group memberships in the token of a managed identity are cached; a new membership counts only with the next token, about a day later.',
    remedy: 'Assign the role to the identity itself.',
    predictable: 'azure',
    limit: 'How old the token of a node is shows nowhere.',
    checkAcr: 'no',
    source: sources.attach
  },
  {
    id: 'Z8',
    family: 'Z',
    title: 'A deny assignment beats the grant',
    signature: [withCredentials, '403 Forbidden'],
    cause:
      'A managed application, a deployment stack or a blueprint has put a deny assignment on the registry or above it.',
    remedy: 'Change the settings of what made it; a deny assignment cannot be edited by itself.',
    predictable: 'azure',
    checkAcr: 'yes',
    source: sources.deny
  },
  {
    id: 'Z9',
    family: 'Z',
    title: 'The assigned role does not contain the pull action',
    signature: [withCredentials, withoutCredentials],
    cause:
      'A custom role lacks `registries/pull/read` or takes it away with notActions, or a repository role is assigned on a registry with RBAC permissions.',
    remedy: 'Correct the role, or assign one that contains the action.',
    predictable: 'azure',
    checkAcr: 'yes',
    source: sources.customRoles
  },
  {
    id: 'Z10',
    family: 'Z',
    title: 'Some nodes have lost their identity, or cannot ask for a token',
    signature: [withoutCredentials],
    cause:
      'The kubelet identity was removed from a scale set, or the instance metadata service is blocked by aad-pod-identity, a network policy or a proxy.',
    remedy: '`az aks update --resource-group <group> --name <cluster>` puts the identity back.',
    predictable: 'azure',
    limit:
      'The identities of the scale sets can be read; whether a node reaches the instance metadata service cannot. Azure/AKS #5909 reports the message for node image 202607.20.0 of Azure Linux 3; its cause is not settled.',
    checkAcr: 'partly',
    source: sources.cannotPull
  },
  {
    id: 'Z11',
    family: 'Z',
    title: 'The kubelet identity was deleted or recreated',
    signature: [withoutCredentials],
    cause:
      'A user-assigned identity that is gone gets no token; one of the same name that was recreated has another object id, and no grants.',
    remedy: 'Assign an identity to the cluster again, and the role to its object id.',
    predictable: 'azure',
    checkAcr: 'yes',
    source: sources.managedIdentity
  },
  {
    id: 'Z12',
    family: 'Z',
    title: "The secret of the cluster's service principal has expired",
    signature: [withCredentials],
    cause: 'No node of the cluster can sign in; nodes keep the old secret until it is updated.',
    remedy:
      '`az aks update-credentials --resource-group <group> --name <cluster> --reset-service-principal --service-principal <id> --client-secret <secret>`.',
    predictable: 'registry',
    limit: 'The date of expiry is in Microsoft Graph.',
    checkAcr: 'yes',
    source: sources.updateCredentials
  },
  {
    id: 'Z13',
    family: 'Z',
    title: 'The registry is in another tenant',
    signature: [withoutCredentials],
    cause: 'A managed identity gets tokens of its own tenant only.',
    remedy:
      "Use a multitenant service principal, a pull secret, or `az acr import` into a registry of the cluster's tenant.",
    predictable: 'azure',
    limit:
      'A registry that exists and cannot be seen is in another tenant, or the one who checks may not read it.',
    checkAcr: 'yes',
    source: sources.crossTenant
  },
  {
    id: 'Z14',
    family: 'Z',
    title: 'The registry refuses tokens of Azure Resource Manager, and the nodes send them',
    signature: [withoutCredentials],
    cause:
      'The policy azureADAuthenticationAsArmPolicy is disabled and the credential provider on the node is too old to ask for a registry token.',
    remedy:
      'Upgrade the node image, or `az acr config authentication-as-arm update -r <registry> --status enabled`.',
    predictable: 'azure',
    checkAcr: 'false',
    source: sources.armAudience
  },
  {
    id: 'Z15',
    family: 'Z',
    title: 'A regional endpoint gets no credentials',
    signature: [withoutCredentials],
    cause:
      'Older node images do not match `<registry>.<region>.geo.azurecr.io`, so the nodes ask without credentials.',
    remedy: 'Use the global login server, a newer node image, or a pull secret.',
    predictable: 'both',
    checkAcr: 'no',
    source: sources.geoReplication
  },
  {
    id: 'Z16',
    family: 'Z',
    title: "The pod's service account pulls, and it has no identity or no grant",
    signature: [withoutCredentials],
    cause:
      "With the service-account image pull profile (preview) the identity of the annotation `kubernetes.azure.com/acr-client-id` pulls, else the cluster's default identity, else nobody; the kubelet identity no longer counts.",
    remedy: 'Annotate the service account or set a default, and assign the role to that identity.',
    predictable: 'both',
    checkAcr: 'false',
    source: sources.credentialProvider
  },
  {
    id: 'Z17',
    family: 'Z',
    title: 'Anonymous pull was expected and is off',
    signature: [withoutCredentials],
    cause: 'Nobody may pull without credentials unless `anonymousPullEnabled` is set.',
    remedy: 'Assign a role, or switch anonymous pull on (Standard and Premium).',
    predictable: 'azure',
    checkAcr: 'yes',
    source: sources.anonymousPull
  },
  {
    id: 'Z18',
    family: 'Z',
    title: 'No grant, and anonymous pull makes it work',
    signature: [],
    cause: 'The pull succeeds without a role until somebody switches anonymous pull off.',
    remedy: 'Assign the role before it is switched off.',
    predictable: 'azure',
    checkAcr: 'false',
    source: sources.anonymousPull
  },
  {
    id: 'Z19',
    family: 'Z',
    title: 'The host is no login server of this cloud',
    signature: ['no such host', withoutCredentials],
    cause: 'A misspelt suffix such as `azureacr.io`, or the suffix of another cloud (.us, .cn).',
    remedy: 'Correct the host; across clouds a pull secret is needed.',
    predictable: 'both',
    checkAcr: 'yes',
    source: sources.cannotPull
  },
  {
    id: 'Z20',
    family: 'Z',
    title: 'Auto-provisioned nodes have no kubelet identity',
    signature: [withoutCredentials],
    cause: 'Older versions of node auto-provisioning made nodes that cannot use it.',
    remedy: 'Upgrade, and recreate the auto-provisioned nodes.',
    predictable: 'azure',
    checkAcr: 'partly',
    source: sources.karpenter411
  },

  {
    id: 'S1',
    family: 'S',
    title: 'The pull secret is missing, or is in another namespace',
    signature: ['FailedToRetrieveImagePullSecret', 'Unable to retrieve some image pull secrets'],
    cause:
      'A Secret counts only in the namespace of the pod. A missing one is skipped, and the pull goes on with the next credential.',
    remedy: "Create it in the pod's namespace, or name it in the service account.",
    predictable: 'manifests',
    limit: 'A Secret that only the cluster has cannot be seen.',
    checkAcr: 'no',
    source: sources.pullSecrets
  },
  {
    id: 'S2',
    family: 'S',
    title: 'The pull secret has the wrong type',
    signature: [withoutCredentials],
    cause:
      'The kubelet reads `kubernetes.io/dockerconfigjson` with the key `.dockerconfigjson` (or the older dockercfg); an Opaque Secret is silently ignored.',
    remedy: 'Create it with `kubectl create secret docker-registry`.',
    predictable: 'manifests',
    checkAcr: 'no',
    source: sources.pullSecrets
  },
  {
    id: 'S3',
    family: 'S',
    title: 'The pull secret is for another host',
    signature: [withoutCredentials],
    cause:
      'No key under `auths` matches the host of the image: another registry or another suffix.',
    remedy: 'Create it with the login server as `--docker-server`.',
    predictable: 'manifests',
    checkAcr: 'no',
    source: sources.pullSecrets
  },
  {
    id: 'S4',
    family: 'S',
    title: 'The pull secret holds the admin user, who is off or has a new password',
    signature: [withCredentials],
    cause:
      "The user name is the registry's name; the registry's admin user is disabled, or its password was regenerated.",
    remedy:
      'Prefer the managed identity; or `az acr update --admin-enabled true`, which is discouraged, and renew the Secret.',
    predictable: 'both',
    limit: 'A regenerated password shows in the activity log only, for 90 days.',
    checkAcr: 'no',
    source: sources.registrySignIn
  },
  {
    id: 'S5',
    family: 'S',
    title: 'The pull secret holds a token that does not reach the repository',
    signature: [withCredentials],
    cause:
      'The token is disabled or expired, or its scope map lacks `repositories/<repository>/content/read`.',
    remedy: '`az acr token credential generate`, or widen the scope map.',
    predictable: 'both',
    checkAcr: 'no',
    source: sources.tokens
  },
  {
    id: 'S6',
    family: 'S',
    title: 'The pull secret holds a service principal with an expired secret',
    signature: [withCredentials],
    cause: 'The registry refuses the sign-in.',
    remedy: '`az ad sp credential reset --id <client id>`, then renew the Secret.',
    predictable: 'registry',
    checkAcr: 'no',
    source: sources.cannotPull
  },
  {
    id: 'S7',
    family: 'S',
    title: "A pull secret fails and the node's identity pulls",
    signature: [],
    cause:
      'The kubelet tries every credential in turn, pull secrets first. Only when all fail, the message lists all their errors.',
    remedy: 'Remove the Secret that nobody needs.',
    predictable: 'manifests',
    checkAcr: 'none',
    source: sources.credentialProvider
  },
  {
    id: 'S8',
    family: 'S',
    title: 'The pull secret holds a token that ends within hours',
    signature: [withCredentials],
    cause:
      'Its user is `00000000-0000-0000-0000-000000000000`: a token of `az acr login --expose-token` or ACRAccessToken, good for 75 minutes to three hours.',
    remedy:
      'Grant the identity of the nodes, or put a token of the registry into the Secret (`az acr token create`).',
    predictable: 'manifests',
    limit: 'When it was made is not told.',
    checkAcr: 'no',
    source: sources.tokens
  },
  {
    id: 'S9',
    family: 'S',
    title: 'The template of an operator makes a pull secret of the wrong form',
    signature: [withCredentials, withoutCredentials],
    cause:
      'An ExternalSecret, a SealedSecret or their like tell no type, or a wrong one, or a Docker config for another host: what the operator makes of them is no pull secret for the image.',
    remedy:
      'Write `type: kubernetes.io/dockerconfigjson` into the template, and the login server as it stands in the image under `auths`.',
    predictable: 'manifests',
    limit: 'What a template takes from its store shows only in the cluster.',
    checkAcr: 'no',
    source: sources.externalSecrets
  },

  {
    id: 'N1',
    family: 'N',
    title: 'The registry does not exist',
    signature: ['no such host'],
    cause: 'It was deleted, or its name is misspelt. A free name can be taken by anybody.',
    remedy: 'Correct the name; `az acr check-name --name <name>` says whether it is free.',
    predictable: 'azure',
    limit: 'For login servers with a domain name label a free name proves nothing.',
    checkAcr: 'yes',
    source: sources.checkName
  },
  {
    id: 'N2',
    family: 'N',
    title: 'The tag or digest does not exist',
    signature: ['not found', 'manifest unknown', withoutCredentials],
    cause: 'It was never pushed, was purged, or points at a deleted image manifest.',
    remedy:
      'Push or retag; `az acr repository show-tags --name <registry> --repository <repository>`.',
    predictable: 'lookup',
    checkAcr: 'no',
    source: sources.cannotPull
  },
  {
    id: 'N3',
    family: 'N',
    title: 'The repository is misspelt',
    signature: ['not found', 'NAME_UNKNOWN', withoutCredentials],
    cause: 'The registry has no repository of this name.',
    remedy: 'Correct it; `az acr repository list --name <registry>`.',
    predictable: 'lookup',
    checkAcr: 'no',
    source: sources.cannotPull
  },
  {
    id: 'N4',
    family: 'N',
    title: 'The image was deleted and can be restored',
    signature: ['not found'],
    cause: 'With the soft delete policy (preview) deleted images are kept, but not served.',
    remedy: '`az acr manifest restore -r <registry> -n <repository>:<tag>`.',
    predictable: 'azure',
    limit:
      'Only preview API versions show the policy, and only the registry shows what was deleted; that the tag is not there shows where the caller may look it up.',
    checkAcr: 'no',
    source: sources.softDelete
  },
  {
    id: 'N5',
    family: 'N',
    title: 'The image is in quarantine',
    signature: ['not found', 'The operation is disallowed'],
    cause: 'With the quarantine policy an image is served only after a scanner has passed it.',
    remedy: 'Let the scanner mark the image as passed.',
    predictable: 'azure',
    limit: 'Azure Resource Manager shows the policy, not the state of an image.',
    checkAcr: 'no',
    source: sources.quarantine
  },
  {
    id: 'N6',
    family: 'N',
    title: 'The image is locked against reading',
    signature: ['The operation is disallowed', 'denied'],
    cause: 'The attribute readEnabled of the repository or image is false.',
    remedy:
      '`az acr repository update --name <registry> --image <repository>:<tag> --read-enabled true`.',
    predictable: 'lookup',
    checkAcr: 'no',
    source: sources.imageLock
  },
  {
    id: 'N7',
    family: 'N',
    title: "The image has no build for the node's platform",
    signature: ['no match for platform in manifest: not found'],
    cause: 'The image index lacks the architecture or operating system of the node.',
    remedy:
      'Push a multi-platform image, or select nodes with `kubernetes.io/arch` and `kubernetes.io/os`.',
    predictable: 'both',
    limit:
      'The platforms of the nodes are in Azure Resource Manager, those of the image show where the caller may look it up.',
    checkAcr: 'false',
    source: sources.cannotPull
  },
  {
    id: 'N8',
    family: 'N',
    title: 'The container is built for another architecture',
    signature: ['exec format error'],
    cause: 'The pull of a single-platform image succeeds on any node; the start fails.',
    remedy: 'As N7.',
    predictable: 'lookup',
    checkAcr: 'none',
    source: sources.kubernetesImages
  },
  {
    id: 'N9',
    family: 'N',
    title: 'The Windows build of the image does not fit the node',
    signature: ['container operating system does not match the host'],
    cause: 'A Windows container needs a host of its own build.',
    remedy: 'Use another base image, or a node pool with another osSKU.',
    predictable: 'azure',
    limit:
      'The osSKU of the pool is in Azure Resource Manager, the os.version of the image shows where the caller may look it up.',
    checkAcr: 'no',
    source: sources.unverified
  },
  {
    id: 'N10',
    family: 'N',
    title: 'The text is no image reference',
    signature: ['InvalidImageName'],
    cause:
      'Upper case in the repository, spaces, a scheme, or a placeholder that nobody has filled.',
    remedy: 'Correct the text.',
    predictable: 'manifests',
    checkAcr: 'no',
    source: sources.kubernetesImages
  },
  {
    id: 'N11',
    family: 'N',
    title: 'The pod never pulls, and the node has no copy',
    signature: ['ErrImageNeverPull'],
    cause: 'imagePullPolicy is Never.',
    remedy: 'Use IfNotPresent.',
    predictable: 'manifests',
    checkAcr: 'no',
    source: sources.kubernetesImages
  },
  {
    id: 'N12',
    family: 'N',
    title: 'A replica does not have the image yet',
    signature: ['not found'],
    cause: 'A fresh push takes time to reach the other regions, or the replica is not ready.',
    remedy: "Wait; see to the replication's provisioning state and regionEndpointEnabled.",
    predictable: 'azure',
    limit: 'How far a push has come shows only at the registry.',
    checkAcr: 'no',
    source: sources.geoReplication
  },
  {
    id: 'N13',
    family: 'N',
    title: 'The tag is no container image',
    signature: ['not found'],
    cause: 'It is a Helm chart, a signature or another OCI artifact.',
    remedy: 'Correct the tag.',
    predictable: 'lookup',
    checkAcr: 'no',
    source: sources.unverified
  },
  {
    id: 'N14',
    family: 'N',
    title: 'A cache rule cannot fetch from its source',
    signature: ['not found', 'toomanyrequests', withCredentials],
    cause: "The rule's credential set is unhealthy, or the source registry refuses.",
    remedy: 'See to `az acr credential-set` and `az acr cache`.',
    predictable: 'azure',
    limit: 'What the source answers shows only at a pull.',
    checkAcr: 'no',
    source: sources.cacheTrouble
  },
  {
    id: 'N15',
    family: 'N',
    title: "The image is in Docker's schema 1, which newer nodes do not take",
    signature: [
      'application/vnd.docker.distribution.manifest.v1+prettyjws',
      'is no longer supported since containerd v2.1',
      'Pulling Schema 1 images have been deprecated and disabled by default since containerd v2.0'
    ],
    cause:
      'containerd 2.0 refuses these old manifests unless it is told otherwise, 2.1 knows them no more. Linux node images have 2.0 from 202501.22.0 on (Ubuntu 24.04, Azure Linux 3), 2.1 from 202508.20.0 (Ubuntu 24.04) and 202605.05.1 (Azure Linux 3); Windows Server 2025 has 2.0. Ubuntu 22.04 and Windows Server 2022 still have 1.x.',
    remedy:
      'Build the image again, or pull it with a tool that converts it, and push it as schema 2 or OCI.',
    predictable: 'lookup',
    checkAcr: 'no',
    source: sources.schemaOne
  },
  {
    id: 'N16',
    family: 'N',
    title: 'A purge has removed images that an index still names',
    signature: ['manifest unknown', 'not found'],
    cause:
      'The images that an index (manifest list) names have no tag of their own. A purge of untagged manifests that does not know the index, as `acr purge --untagged` up to 0.5 did not know those of OCI, removes them and leaves the tag.',
    remedy:
      'Push the image again, and purge with an acr-cli that knows indexes (0.11 is reported to).',
    predictable: 'registry',
    checkAcr: 'no',
    source: sources.purge
  },

  {
    id: 'T1',
    family: 'T',
    title: "The registry's firewall does not know the cluster's address",
    signature: [forbidden, 'is not allowed access. Refer https://aka.ms/acr/firewall'],
    cause: 'The default action is Deny, and no rule has the outbound address of the nodes.',
    remedy: '`az acr network-rule add --name <registry> --ip-address <address>`.',
    predictable: 'azure',
    limit:
      'With outbound type userDefinedRouting or none the address is not in Azure Resource Manager.',
    checkAcr: 'yes',
    source: sources.networkRules
  },
  {
    id: 'T2',
    family: 'T',
    title: 'Public access is disabled and there is no private endpoint',
    signature: [forbidden],
    cause: 'publicNetworkAccess is Disabled, and no private endpoint connection is approved.',
    remedy: 'Make a private endpoint with its DNS zone, or enable public access.',
    predictable: 'azure',
    checkAcr: 'yes',
    source: sources.privateLink
  },
  {
    id: 'T3',
    family: 'T',
    title: "The private DNS zone is not linked to the cluster's network",
    signature: [forbidden],
    cause: 'Without the link the nodes resolve the public address, where they are refused.',
    remedy: '`az network private-dns link vnet create` for privatelink.azurecr.io.',
    predictable: 'azure',
    limit: 'With DNS servers of your own, the answer of name resolution cannot be predicted.',
    checkAcr: 'yes',
    source: sources.cannotPull
  },
  {
    id: 'T4',
    family: 'T',
    title: 'No route to the private endpoint',
    signature: ['i/o timeout', 'dial tcp'],
    cause: 'Networks without peering, a network security group, a route table, a firewall.',
    remedy: 'Peer the networks, and allow port 443.',
    predictable: 'azure',
    limit: 'Parts of it can be read; only a node proves the path.',
    checkAcr: 'yes',
    source: sources.cannotPull
  },
  {
    id: 'T5',
    family: 'T',
    title: 'Name resolution times out',
    signature: ['context deadline exceeded', 'lookup', 'i/o timeout'],
    cause: 'A DNS server of your own does not answer, or does not forward.',
    remedy: 'Forward to 168.63.129.16.',
    predictable: 'node',
    checkAcr: 'yes',
    source: sources.networkTrouble
  },
  {
    id: 'T6',
    family: 'T',
    title: 'Sign-in works, layers do not arrive',
    signature: ['blob.core.windows.net', 'AuthorizationFailure', 'i/o timeout'],
    cause:
      'Layers come from another host than the login server. A firewall, a service endpoint policy, a switch to dedicated data endpoints or a missing private record blocks it.',
    remedy:
      'Allow `<registry>.<region>.data.azurecr.io` of each replica, or `*.blob.core.windows.net`.',
    predictable: 'azure',
    limit: 'The hosts can be listed; whether the nodes reach them shows only on a node.',
    checkAcr: 'no',
    source: sources.dataEndpoints
  },
  {
    id: 'T7',
    family: 'T',
    title: "The registry's subnet rules lack the cluster's subnet",
    signature: [forbidden],
    cause: 'Access is restricted to virtual networks (preview), and this one is not listed.',
    remedy: '`az acr network-rule add --name <registry> --subnet <subnet id>`.',
    predictable: 'azure',
    limit: 'The stable API version 2025-11-01 does not show these rules.',
    checkAcr: 'yes',
    source: sources.subnetRules
  },
  {
    id: 'T8',
    family: 'T',
    title: 'Something on the way inspects TLS',
    signature: ['x509: certificate signed by unknown authority', '504 Gateway Timeout'],
    cause: 'A proxy or firewall answers with a certificate that the nodes do not trust.',
    remedy: 'Give the cluster its certificate authority, or exempt the registry.',
    predictable: 'azure',
    limit: 'A configured proxy or certificate authority is a hint; only a node proves it.',
    checkAcr: 'yes',
    source: sources.httpProxy
  },
  {
    id: 'T9',
    family: 'T',
    title: 'The TLS handshake times out',
    signature: ['TLS handshake timeout'],
    cause: 'A virtual appliance, an asymmetric route, packets that are too large.',
    remedy: 'Correct the route.',
    predictable: 'node',
    checkAcr: 'yes',
    source: sources.cannotPull
  },
  {
    id: 'T10',
    family: 'T',
    title: "The cluster's proxy stands between the nodes and the registry",
    signature: ['proxyconnect tcp'],
    cause: 'The HTTP proxy does not let the registry through, and noProxy does not exempt it.',
    remedy: 'Add the login server and its data endpoints to noProxy.',
    predictable: 'azure',
    checkAcr: 'false',
    source: sources.httpProxy
  },
  {
    id: 'T11',
    family: 'T',
    title: 'A network-isolated cluster cannot pull its system images',
    signature: [],
    cause:
      'The cache rule or private endpoint of the bootstrap registry is gone, its kubelet identity has no grant, or the nodes were not re-imaged. [Some node images](known-issues.md#behind-a-mirror) fail with a mirror that is in order.',
    remedy: 'Reconcile the cluster, restore the cache rule, re-image the nodes.',
    predictable: 'azure',
    checkAcr: 'no',
    source: sources.isolatedClusterTrouble
  },
  {
    id: 'T12',
    family: 'T',
    title: 'An isolated cluster names an image of the internet',
    signature: [],
    cause: 'With outbound type none or block, docker.io, quay.io and their like are out of reach.',
    remedy: 'Import the image or add a cache rule, and change the host.',
    predictable: 'both',
    checkAcr: 'no',
    source: sources.isolatedClusters
  },
  {
    id: 'T13',
    family: 'T',
    title: 'A replica is out of service',
    signature: [],
    cause: 'Its region endpoint is disabled, or the region has an outage.',
    remedy: '`az acr replication update --region-endpoint-enabled true`.',
    predictable: 'azure',
    limit: 'An outage is not in Azure Resource Manager.',
    checkAcr: 'partly',
    source: sources.geoReplication
  },
  {
    id: 'T14',
    family: 'T',
    title: 'Another deployment has overwritten the record in a shared private DNS zone',
    signature: ['no such host', 'i/o timeout', forbidden],
    cause:
      'Two private endpoints of one registry register in one zone: the later one replaces the record of the first, and takes it away when it is deleted. The endpoint is approved and the zone linked, and the name leads elsewhere or nowhere.',
    remedy:
      'Give each network a zone of its own, or let one private endpoint serve them all; then make the record again.',
    predictable: 'azure',
    limit: 'We read zones and their links, not their records.',
    checkAcr: 'yes',
    source: sources.privateZones
  },

  {
    id: 'L1',
    family: 'L',
    title: 'The registry throttles',
    signature: ['toomanyrequests', '429 Too Many Requests'],
    cause: 'Each tier has a limit for each replica; anonymous pulls reach it sooner.',
    remedy: 'Premium, fewer layers, staggered roll-outs.',
    predictable: 'azure',
    limit: 'The tier can be read; the load cannot.',
    checkAcr: 'partly',
    source: sources.tiers
  },
  {
    id: 'L2',
    family: 'L',
    title: 'The kubelet throttles itself',
    signature: ['pull QPS exceeded'],
    cause: 'registryPullQPS limits the pulls of a node; many pods that always pull reach it.',
    remedy: 'imagePullPolicy IfNotPresent and fixed tags.',
    predictable: 'manifests',
    limit: 'How many pods start on one node at once shows only in the cluster.',
    checkAcr: 'no',
    source: sources.kubeletConfiguration
  },
  {
    id: 'L3',
    family: 'L',
    title: 'The registry is full',
    signature: ['The operation is disallowed'],
    cause: 'At the storage limit pushes are refused; pulls mostly go on.',
    remedy: '`az acr show-usage --name <registry>`, then purge or change the tier.',
    predictable: 'azure',
    checkAcr: 'no',
    source: sources.tiers
  },
  {
    id: 'L4',
    family: 'L',
    title: 'The registry cannot reach its encryption key',
    signature: [forbidden],
    cause: "The key vault's firewall, a disabled key, or a deleted identity of the registry.",
    remedy: "Restore the registry's access to the key.",
    predictable: 'azure',
    checkAcr: 'yes',
    source: sources.customerKeys
  },
  {
    id: 'L5',
    family: 'L',
    title: 'The registry is not ready',
    signature: [],
    cause:
      'Its provisioning failed, its status is not Ready, or it is of the retired Classic tier.',
    remedy: 'Repair the registry.',
    predictable: 'azure',
    checkAcr: 'none',
    source: sources.tiers
  },
  {
    id: 'L6',
    family: 'L',
    title: "The registry's subscription is disabled",
    signature: ['401 Unauthorized', '403 Forbidden'],
    cause: 'A subscription in state Disabled or Warned; which message it leads to is not verified.',
    remedy: 'Reactivate the subscription.',
    predictable: 'azure',
    checkAcr: 'yes',
    source: sources.subscriptionStates
  },
  {
    id: 'L7',
    family: 'L',
    title: 'Artifact streaming stands between the node and the registry',
    signature: ['Head "http://localhost:8578/v2/'],
    cause:
      'Streaming serves Linux amd64 images of Premium registries by tag; images by digest or with pull secrets fall back.',
    remedy: '`az aks nodepool update --disable-artifact-streaming`.',
    predictable: 'azure',
    limit: 'Azure shows that streaming is on, not that it fails.',
    checkAcr: 'no',
    source: sources.streamingIssue
  },
  {
    id: 'L8',
    family: 'L',
    title: 'The cluster is stopped, or a node pool has failed',
    signature: [],
    cause: 'Nothing pulls until it runs; what is read about it may change with the start.',
    remedy: 'Start or repair it.',
    predictable: 'azure',
    checkAcr: 'none',
    source: sources.startStop
  },
  {
    id: 'L9',
    family: 'L',
    title: "A known bug of the node's Kubernetes version",
    signature: [withoutCredentials, withCredentials],
    cause: 'Old kubelets and credential providers have published bugs; each has a fix table.',
    remedy: 'Upgrade the node pool.',
    predictable: 'azure',
    checkAcr: 'partly',
    source: sources.knownIssues
  },
  {
    id: 'L10',
    family: 'L',
    title: 'A policy refuses the pod',
    signature: ['admission webhook', 'denied the request'],
    cause: 'Gatekeeper, Ratify or Defender stops the pod before anything is pulled.',
    remedy: 'See to the policy.',
    predictable: 'no',
    checkAcr: 'no',
    source: sources.unverified
  },
  {
    id: 'L11',
    family: 'L',
    title: "The node's disk is full or its store is broken",
    signature: ['no space left on device', 'ImageInspectError'],
    cause: 'The image arrives and cannot be kept.',
    remedy: 'Larger disks, fewer images, a new node.',
    predictable: 'node',
    checkAcr: 'no',
    source: sources.unverified
  },
  {
    id: 'L12',
    family: 'L',
    title: 'An admission webhook reads the image with an identity of its own',
    signature: ['admission webhook', 'UNAUTHORIZED: authentication required'],
    cause:
      'Ratify, Kyverno, Connaisseur and their like look at the image or its signature before the pod is made, as the identity or with the secret of their own pods. The grant of the nodes does not help them.',
    remedy: 'Grant the identity of the webhook, or give it a pull secret of its own.',
    predictable: 'no',
    limit: 'A pod of the webhook whose own image is in the registry is judged like any other.',
    checkAcr: 'no',
    source: sources.connaisseur
  },
  {
    id: 'L13',
    family: 'L',
    title: 'Images or pull secrets are changed at admission',
    signature: [withCredentials, withoutCredentials, 'not found'],
    cause:
      'A mutating policy or webhook (Kyverno, Gatekeeper, an image swapper) writes another registry into the pod, or another pull secret, than its manifest has.',
    remedy: 'See to the pod as it is in the cluster: `kubectl get pod <pod> -o yaml`.',
    predictable: 'manifests',
    limit:
      'Only policies among the manifests are seen; what they make of an image is not computed, and they are named where the pull could not work without them.',
    checkAcr: 'no',
    source: sources.kyvernoMutate
  },
  {
    id: 'L14',
    family: 'L',
    title: 'The nodes pull through a mirror for which they bring no credentials',
    signature: [withoutCredentials],
    cause:
      'containerd on the nodes was told to ask a registry of Azure in place of another host. The kubelet looks for credentials of the host in the image, so it brings none for the mirror; the credential provider knows mirrors only by its flag `--registry-mirror` (from 1.30.8, 1.31.2 and 1.32.0 on), which AKS sets for network-isolated clusters alone.',
    remedy: 'Name the registry itself in the image, or let the mirror be pulled from anonymously.',
    predictable: 'node',
    checkAcr: 'no',
    source: sources.registryMirror
  }
]
