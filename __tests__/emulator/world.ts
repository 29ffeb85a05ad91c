/**
 * A whole Azure as data. Every value is plain JSON, so a scenario can print it; what is left out gets a default that
 * makes a healthy resource. Names follow ARM, because this is the side of the wire that ARM is on.
 */
export type AzureWorldData = {
  readonly caller?: CallerData
  /** Default: the one subscription of `contoso`. */
  readonly subscriptions?: readonly SubscriptionData[]
  readonly clusters?: readonly ClusterData[]
  readonly registries?: readonly RegistryData[]
  /** Registry names that somebody owns in a directory which the caller cannot see. */
  readonly takenRegistryNames?: readonly string[]
  readonly identities?: readonly IdentityData[]
  readonly groups?: readonly GroupData[]
  readonly servicePrincipals?: readonly ServicePrincipalData[]
  /** Object ids that Entra has deleted: `assignedTo` refuses them. */
  readonly deletedPrincipals?: readonly string[]
  readonly roleAssignments?: readonly RoleAssignmentData[]
  readonly customRoles?: readonly RoleDefinitionData[]
  readonly denyAssignments?: readonly DenyAssignmentData[]
  /** Any other ARM resource, found by its id and in the list of its type. */
  readonly otherResources?: readonly OtherResourceData[]
  readonly kubernetesVersions?: readonly KubernetesVersionData[]
  /** Rows a page of an ARM list or of Resource Graph; default 1000. */
  readonly pageSize?: number
  /** api-versions that no resource provider of this cloud knows. */
  readonly unsupportedApiVersions?: readonly string[]
  readonly faults?: readonly FaultData[]
  readonly github?: GitHubData
}

/** The principal that signs in. */
export type CallerData = {
  readonly objectId?: string
  readonly clientId?: string
  readonly clientSecret?: string
  /** Tenants that know the application; default: the tenants of all subscriptions. */
  readonly tenantIds?: readonly string[]
  /** Subject of the federated credential; default: every subject. */
  readonly federatedSubject?: string
  /** Default `all`: may read everything everywhere. */
  readonly permissions?: 'all' | readonly CallerPermission[]
}

/** ARM actions, with `*` for any characters, at a scope and below; default scope `/`. */
export type CallerPermission = { readonly actions: readonly string[]; readonly scope?: string }

export type SubscriptionData = {
  readonly id: string
  readonly tenantId?: string
  readonly displayName?: string
  /** Enabled, Disabled, Warned, PastDue, Deleted. */
  readonly state?: string
  /** By Azure Lighthouse: a caller of another tenant reads it with a token of its own tenant. */
  readonly delegated?: boolean
  /** Ancestors, the nearest first. */
  readonly managementGroups?: readonly string[]
}

export type ClusterData = {
  readonly name: string
  readonly subscriptionId?: string
  readonly resourceGroup?: string
  readonly location?: string
  readonly tenantId?: string
  /** ISO 8601; default: Azure does not tell. */
  readonly createdAt?: string
  readonly kubernetesVersion?: string
  readonly nodeIdentity?: NodeIdentityData
  /** Object id of the control plane's identity; null: none (service-principal clusters). */
  readonly controlPlaneObjectId?: string | null
  /** ARM id when the control plane's identity is user-assigned. */
  readonly controlPlaneIdentityId?: string
  /** Object ids of add-on identities by the add-on's name. */
  readonly addOns?: Readonly<Record<string, string>>
  readonly nodePools?: readonly NodePoolData[]
  readonly identityBindings?: readonly IdentityBindingData[]
  /** Raw ARM `properties`, laid over what the rest of this description gives. */
  readonly properties?: Readonly<Record<string, unknown>>
  /** The same, shown only to api-versions that end with `-preview`. */
  readonly previewProperties?: Readonly<Record<string, unknown>>
}

export type NodeIdentityData =
  | {
      readonly kind: 'managed'
      readonly objectId: string
      readonly clientId?: string
      readonly resourceId?: string
    }
  | { readonly kind: 'service-principal'; readonly clientId: string }
  | { readonly kind: 'none' }

export type NodePoolData = {
  readonly name: string
  readonly mode?: 'System' | 'User'
  readonly osType?: 'Linux' | 'Windows'
  readonly osSku?: string
  readonly vmSize?: string
  readonly count?: number
  /** `currentOrchestratorVersion`; default: the cluster's version. */
  readonly kubernetesVersion?: string
  readonly nodeImageVersion?: string
  readonly labels?: Readonly<Record<string, string>>
  readonly taints?: readonly string[]
  readonly spot?: boolean
  readonly properties?: Readonly<Record<string, unknown>>
}

export type IdentityBindingData = {
  readonly name: string
  readonly objectId: string
  readonly clientId: string
  readonly resourceId: string
}

export type RegistryData = {
  readonly name: string
  readonly subscriptionId?: string
  readonly resourceGroup?: string
  readonly location?: string
  /** Default `<name>.azurecr.io`. */
  readonly loginServer?: string
  /** Default Premium. */
  readonly sku?: string
  /** Default `LegacyRegistryPermissions`; null: the body has none. */
  readonly roleAssignmentMode?: string | null
  readonly anonymousPull?: boolean
  readonly adminUser?: boolean
  /** What was pushed to it. Left out: nobody has a right to its content, and its data plane refuses every caller. */
  readonly pushed?: readonly PushedData[]
  /** Whether the caller reaches its data plane; default: where it is open to the public. */
  readonly callerInNetwork?: boolean
  readonly lastModifiedAt?: Moment
  /** Bytes; default: hardly anything. */
  readonly usedStorage?: number
  readonly properties?: Readonly<Record<string, unknown>>
  /** ARM `properties` that only api-versions show which end with `-preview`. */
  readonly previewProperties?: Readonly<Record<string, unknown>>
  /** Child resources by their type, such as `tokens` or `replications`: name to `properties`. */
  readonly children?: Readonly<Record<string, Readonly<Record<string, Record<string, unknown>>>>>
}

/** A tag of a registry; what is left out makes an OCI image for linux/amd64. Its digest: `registry/pushed-content.ts`. */
export type PushedData = {
  readonly repository: string
  readonly tag: string
  /** `index`: of several images. `chart`: a Helm chart. Default: one image. */
  readonly kind?: 'index' | 'chart'
  /** `linux/arm64/v8`, `windows/amd64:10.0.20348.2700`, `unknown/unknown`; in an index also `none`. */
  readonly platforms?: readonly string[]
  readonly format?: 'oci' | 'docker'
  /** Default: it may be read. */
  readonly readEnabled?: boolean
  /** In quarantine, where the registry has such a policy. */
  readonly quarantined?: boolean
  readonly pushedAt?: Moment
}

export type IdentityData = {
  readonly name: string
  readonly subscriptionId?: string
  readonly resourceGroup?: string
  readonly objectId: string
  readonly clientId: string
  readonly tenantId?: string
}

/** `members` are object ids of principals or of other groups. */
export type GroupData = {
  readonly objectId: string
  readonly name?: string
  readonly members: readonly string[]
}

export type ServicePrincipalData = { readonly appId: string; readonly objectId: string }

/** A fixed time, or one that is counted back from the moment when the cloud starts. */
export type Moment = string | { readonly minutesAgo: number }

export type RoleAssignmentData = {
  readonly principalId: string
  readonly principalType?: 'ServicePrincipal' | 'Group' | 'User'
  /** Name or GUID of a built-in role, or the GUID of a custom one. */
  readonly role: string
  readonly scope: string
  readonly condition?: string | null
  readonly conditionVersion?: string
  /** Default: long ago. */
  readonly createdOn?: Moment
}

export type PermissionData = {
  readonly actions?: readonly string[]
  readonly notActions?: readonly string[]
  readonly dataActions?: readonly string[]
  readonly notDataActions?: readonly string[]
  readonly condition?: string
  readonly conditionVersion?: string
}

export type RoleDefinitionData = {
  /** GUID. */
  readonly id: string
  readonly name: string
  readonly permissions: readonly PermissionData[]
  /** Default: the subscription of `contoso`. */
  readonly assignableScopes?: readonly string[]
}

export type DenyAssignmentData = {
  /** GUID. */
  readonly id: string
  readonly name: string
  readonly scope: string
  readonly permissions: readonly PermissionData[]
  readonly principals: readonly DenyPrincipalData[]
  readonly excludePrincipals?: readonly DenyPrincipalData[]
  readonly doNotApplyToChildScopes?: boolean
  readonly condition?: string
}

/** `everyone` in `principals` is id 00000000-0000-0000-0000-000000000000, type SystemDefined. */
export type DenyPrincipalData = { readonly id: string; readonly type: string }

/** `body` is everything of the resource but id, name and type. */
export type OtherResourceData = {
  readonly id: string
  readonly body: Readonly<Record<string, unknown>>
}

/** A minor version as `kubernetesVersions` of a location lists it. */
export type KubernetesVersionData = {
  readonly version: string
  readonly supportPlans: readonly ('KubernetesOfficial' | 'AKSLongTermSupport')[]
  readonly patches: readonly string[]
  readonly isPreview?: boolean
}

/** Trouble on the wire: the first rule that matches a request answers it. */
export type FaultData = {
  readonly method?: string
  /** Host, path and query, decoded and without case; `*` stands for any characters. */
  readonly url: string
  /** How many requests it answers; default: all. */
  readonly times?: number
  readonly answer: FaultAnswer
}

export type FaultAnswer =
  | {
      readonly kind: 'answer'
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
      readonly body?: unknown
    }
  /** A body that is no JSON of ours, byte for byte. */
  | {
      readonly kind: 'text'
      readonly status: number
      readonly headers?: Readonly<Record<string, string>>
      readonly text: string
    }
  /** The ordinary answer, later. */
  | { readonly kind: 'delay'; readonly milliseconds: number }
  | { readonly kind: 'hang' }
  /** The connection is cut. */
  | { readonly kind: 'reset' }
  /** Status 200 and half a JSON document. */
  | { readonly kind: 'broken-json' }
  /** Status 200 and JSON of this many bytes, which the client may cut short; `packed`: sent with gzip. */
  | {
      readonly kind: 'oversized'
      readonly bytes: number
      readonly packed?: boolean
      readonly headers?: Readonly<Record<string, string>>
    }
  /** Each page is empty and leads to another one that was not read yet. */
  | { readonly kind: 'endless-pages' }

export type GitHubData = {
  /** Default: the token may write check runs. */
  readonly checksWrite?: boolean
  /** Subject claim of the job's id token. */
  readonly subject?: string
  /** Files of commits by their path, for whoever may read contents. */
  readonly commits?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Default: the token may read contents. */
  readonly contentsRead?: boolean
}
