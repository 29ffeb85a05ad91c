import type { Fact, Reason } from './fact.ts'
import type { RelatedResources } from './related-resources.ts'

/** Facts are what Azure said, in our words. ARM property names live only in src/azure. */
export type Facts = {
  readonly schemaVersion: '1'
  /** ISO 8601, UTC. */
  readonly collectedAt: string
  readonly cloud: Cloud
  readonly clusters: readonly ClusterAnswer[]
  readonly registries: readonly RegistryAnswer[]
  readonly assignments: readonly AssignmentsAnswer[]
  readonly denyAssignments: readonly DenyAssignmentsAnswer[]
  readonly roleDefinitions: readonly RoleDefinitionAnswer[]
  readonly identities: readonly IdentityAnswer[]
  /** What network-isolated clusters mirror mcr.microsoft.com to. */
  readonly bootstrapRegistries: readonly BootstrapRegistryAnswer[]
  readonly relatedResources: RelatedResources
  /** What was looked for and not read, beyond the reasons inside the facts above. */
  readonly coverage: readonly CoverageGap[]
}

export type CoverageGap = { readonly subject: string; readonly reason: Reason }

export type Cloud = {
  readonly name: 'AzurePublicCloud' | 'AzureUSGovernment' | 'AzureChinaCloud' | 'custom'
  /** Login server suffixes of this cloud, without leading dot, such as `azurecr.io`. */
  readonly registrySuffixes: readonly string[]
}

/** `id` is the ARM id that the user named, whatever Azure answered. */
export type ClusterAnswer = { readonly id: string; readonly answer: Fact<Cluster> }

export type Cluster = {
  readonly id: string
  readonly name: string
  readonly resourceGroup: string
  readonly subscriptionId: string
  readonly location: string
  readonly tenantId: string | null
  readonly kubernetesVersion: string | null
  readonly nodeResourceGroup: string | null
  readonly supportPlan: string | null
  readonly powerState: string | null
  readonly provisioningState: string | null
  /** What the nodes pull with; `none` when ARM shows neither identity nor service principal. */
  readonly nodeIdentity: NodeIdentity
  /** Identities of the cluster that never pull: a grant to one of them is a common mistake. */
  readonly otherIdentities: readonly OtherIdentity[]
  readonly serviceAccountPull: Fact<ServiceAccountPull>
  readonly nodePools: readonly NodePool[]
  /** `Auto`: Karpenter adds nodes that ARM does not list as pools. */
  readonly nodeProvisioningMode: string | null
  readonly virtualNodes: boolean
  /** null: the cluster names none, and AKS makes it `loadBalancer`. */
  readonly outboundType: string | null
  /** ARM ids of the public IP addresses that traffic leaves with, where Azure manages them. */
  readonly outboundIpIds: readonly string[]
  /** `Cache`: nodes fetch what they take from mcr.microsoft.com through a registry of the cluster; else `Direct`. */
  readonly artifactSource: string | null
  /** Network-isolated clusters mirror mcr.microsoft.com to this registry (ARM id). */
  readonly bootstrapRegistryId: string | null
  readonly httpProxyNoProxy: readonly string[] | null
  readonly podIdentity: boolean
}

export type NodeIdentity =
  | {
      readonly kind: 'kubelet-identity'
      readonly objectId: string
      readonly clientId: string | null
      readonly resourceId: string | null
    }
  | {
      readonly kind: 'service-principal'
      readonly clientId: string
      /** ARM holds only the client id; role assignments need the object id. */
      readonly objectId: Fact<string>
    }
  | { readonly kind: 'none' }

export type OtherIdentity = {
  readonly role: 'control-plane' | 'add-on'
  readonly objectId: string
  /** ARM id of a user-assigned identity, or the add-on's name. */
  readonly name: string
}

/** Identity bindings (preview): the pod's service account pulls instead of the node. */
export type ServiceAccountPull = {
  readonly enabled: boolean
  /** ARM id or client id as given, null when the cluster has no default. */
  readonly defaultManagedIdentityId: string | null
}

export type NodePool = {
  readonly name: string
  readonly mode: string
  readonly osType: 'Linux' | 'Windows'
  readonly osSku: string | null
  readonly architecture: 'amd64' | 'arm64' | null
  readonly vmSize: string | null
  /** What the kubelets run, `currentOrchestratorVersion`; not the control plane's. */
  readonly kubernetesVersion: string | null
  readonly nodeImageVersion: string | null
  readonly labels: Readonly<Record<string, string>>
  readonly taints: readonly string[]
  readonly spot: boolean
  readonly count: number | null
  readonly powerState: string | null
  readonly provisioningState: string | null
  readonly artifactStreaming: boolean
  /** ARM id; null in the network that AKS made itself. */
  readonly subnetId: string | null
}

/** `host` is the registry host as manifests write it, lower case, without port. */
export type RegistryAnswer = { readonly host: string; readonly answer: Fact<Registry> }

/** By ARM id, as the cluster names it. */
export type BootstrapRegistryAnswer = {
  readonly registryId: string
  readonly answer: Fact<Registry>
}

/** ARM `roleAssignmentMode`: legacy honours `registries/pull/read`, abac `repositories/content/read`. */
export type RoleAssignmentMode = 'legacy' | 'abac'

export type Registry = {
  readonly id: string
  readonly name: string
  readonly loginServer: string
  readonly subscriptionId: string
  readonly tenantId: string | null
  readonly location: string
  readonly sku: string | null
  /** null: Azure did not say, which is not the same as legacy. */
  readonly roleAssignmentMode: RoleAssignmentMode | null
  readonly anonymousPull: boolean | null
  readonly adminUser: boolean | null
  /** `azureADAuthenticationAsArmPolicy`; absent in ARM means enabled. */
  readonly authenticationAsArm: boolean
  readonly publicNetworkAccess: string | null
  /** null on Basic registries, which have no network rules. */
  readonly networkDefaultAction: string | null
  /** How many IP rules there are; the rules themselves are no fact. null: not known, or none possible (Basic). */
  readonly networkRuleCount: number | null
  readonly approvedPrivateEndpoints: number
  /** Waiting for somebody's approval; null: not known. */
  readonly pendingPrivateEndpoints: number | null
  readonly dataEndpoint: boolean
  readonly dataEndpointHosts: readonly string[]
  readonly quarantine: boolean
  readonly provisioningState: string | null
  /** null: none, which is usual. */
  readonly status: string | null
  readonly encrypted: boolean
  /** The user-assigned identity that reads the customer-managed key; null: none, or not known. */
  readonly keyIdentity: KeyIdentity | null
  readonly createdAt: string | null
  readonly lastModifiedAt: string | null
}

/** `assigned`: it is still among the identities of the registry. */
export type KeyIdentity = { readonly clientId: string; readonly assigned: boolean }

/** The role assignments of one principal that reach one registry: its own scope and every scope above. */
export type AssignmentsAnswer = {
  readonly registryId: string
  readonly principalId: string
  /** False when group memberships could not be resolved; then a missing grant proves nothing. */
  readonly groupsResolved: boolean
  readonly answer: Fact<readonly RoleAssignment[]>
}

export type RoleAssignment = {
  readonly id: string
  readonly scope: string
  readonly roleDefinitionId: string
  /** Differs from the principal asked about when the assignment came through a group. */
  readonly principalId: string
  readonly principalType: string | null
  readonly condition: string | null
  readonly conditionVersion: string | null
  readonly createdOn: string | null
  readonly updatedOn: string | null
}

/** All deny assignments at a registry and above. */
export type DenyAssignmentsAnswer = {
  readonly registryId: string
  readonly answer: Fact<readonly DenyAssignment[]>
  /** For each principal, the ids of those deny assignments that reach it directly or through groups. */
  readonly reaching: readonly {
    readonly principalId: string
    readonly answer: Fact<readonly string[]>
  }[]
}

export type DenyAssignment = {
  readonly id: string
  readonly name: string
  readonly scope: string
  readonly doNotApplyToChildScopes: boolean
  readonly permissions: readonly Permission[]
  readonly principals: readonly DenyPrincipal[]
  readonly excludedPrincipals: readonly DenyPrincipal[]
  readonly condition: string | null
  readonly conditionVersion: string | null
}

export type DenyPrincipal = { readonly id: string; readonly type: string }

/** `key` is the last segment of the role definition's id, lower case: ids differ by subscription. */
export type RoleDefinitionAnswer = { readonly key: string; readonly answer: Fact<RoleDefinition> }

export type RoleDefinition = {
  readonly id: string
  readonly name: string
  readonly custom: boolean
  readonly permissions: readonly Permission[]
}

export type Permission = {
  readonly actions: readonly string[]
  readonly notActions: readonly string[]
  readonly dataActions: readonly string[]
  readonly notDataActions: readonly string[]
  readonly condition: string | null
  readonly conditionVersion: string | null
}

/** A user-assigned identity that manifests or the cluster name; `reference` is the ARM id or client id as named. */
export type IdentityAnswer = {
  readonly reference: string
  readonly answer: Fact<ManagedIdentity>
}

export type ManagedIdentity = {
  readonly resourceId: string | null
  readonly objectId: string
  readonly clientId: string
  readonly tenantId: string | null
}
