import type { Fact, Reason } from './fact.ts'
import type { AssignmentsAnswer, DenyAssignmentsAnswer, RoleDefinition } from './authorization.ts'
import type { Cloud } from './cloud.ts'
import type { Cluster } from './cluster.ts'
import type { ImageAnswer } from './images.ts'
import type { Registry } from './registry.ts'
import type { RelatedResources } from './related-resources/index.ts'

export type {
  AssignmentsAnswer,
  DenyAssignment,
  DenyAssignmentsAnswer,
  DenyPrincipal,
  Permission,
  RoleAssignment,
  RoleDefinition
} from './authorization.ts'
export type { Cloud } from './cloud.ts'
export type {
  Cluster,
  NodeIdentity,
  NodePool,
  OtherIdentity,
  ServiceAccountPull
} from './cluster.ts'
export type { KeyIdentity, Registry, RoleAssignmentMode } from './registry.ts'

/** Facts are what Azure said, in our words. ARM property names live only in src/azure. */
export type Facts = {
  readonly schemaVersion: '1'
  /** Made up, about no Azure that exists: such facts do not grow old, and reports say what they are. */
  readonly example?: true
  /** ISO 8601, UTC. */
  readonly collectedAt: string
  readonly cloud: Cloud
  readonly clusters: readonly ClusterAnswer[]
  /** Clusters of the same run that get other manifests: nothing is judged on them here, and who is who there is known. No part of a file. */
  readonly otherClusters?: readonly ClusterAnswer[]
  readonly registries: readonly RegistryAnswer[]
  readonly assignments: readonly AssignmentsAnswer[]
  readonly denyAssignments: readonly DenyAssignmentsAnswer[]
  readonly roleDefinitions: readonly RoleDefinitionAnswer[]
  readonly identities: readonly IdentityAnswer[]
  /** What network-isolated clusters mirror mcr.microsoft.com to. */
  readonly bootstrapRegistries: readonly BootstrapRegistryAnswer[]
  readonly relatedResources: RelatedResources
  /** What registries were asked about tags and digests, each once. */
  readonly images: readonly ImageAnswer[]
  /** What was looked for and not read, beyond the reasons inside the facts above. */
  readonly coverage: readonly CoverageGap[]
}

export type CoverageGap = { readonly subject: string; readonly reason: Reason }

/** `id` is the ARM id that the user named, whatever Azure answered. */
export type ClusterAnswer = { readonly id: string; readonly answer: Fact<Cluster> }

/** `host` is the registry host as manifests write it, lower case, without port. */
export type RegistryAnswer = { readonly host: string; readonly answer: Fact<Registry> }

/** By ARM id, as the cluster names it. */
export type BootstrapRegistryAnswer = {
  readonly registryId: string
  readonly answer: Fact<Registry>
}

/** `key` is the last segment of the role definition's id, lower case: ids differ by subscription. */
export type RoleDefinitionAnswer = { readonly key: string; readonly answer: Fact<RoleDefinition> }

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
