import type { Reason } from '../facts/fact.ts'
import type {
  DenyAssignment,
  OtherIdentity,
  RoleAssignment,
  RoleAssignmentMode
} from '../facts/facts.ts'
import type { ImageUse } from '../kubernetes/manifests.ts'

export type PullResult = 'pull' | 'no-pull' | 'unknown'

/** Whose credential decides. `objectId` is the Entra object id that role assignments name. */
export type Puller = {
  readonly kind:
    | 'kubelet-identity'
    | 'service-principal'
    | 'service-account-identity'
    | 'pull-secret'
    | 'anonymous'
    | 'none'
  readonly objectId: string | null
  readonly name: string | null
}

/** An assignment together with the name of its role, as evidence shows it. */
export type NamedAssignment = { readonly assignment: RoleAssignment; readonly role: string }

/** Why a verdict is what it is, as data; each check takes the kinds it explains. */
export type Cause =
  /** pull */
  | {
      readonly kind: 'granted'
      readonly grant: NamedAssignment
      readonly viaGroup: boolean
      /** Registry lacks `registries/repositories/metadata/read` beside content/read, or a vendor caveat: notes. */
      readonly notes: readonly string[]
    }
  | { readonly kind: 'anonymous-pull' }
  | { readonly kind: 'pull-secret'; readonly secret: string }
  /** no-pull */
  | { readonly kind: 'no-grant' }
  | {
      readonly kind: 'role-ineffective-in-mode'
      readonly mode: RoleAssignmentMode
      readonly grants: readonly NamedAssignment[]
    }
  | { readonly kind: 'condition-excludes-repository'; readonly grants: readonly NamedAssignment[] }
  | { readonly kind: 'role-lacks-pull-action'; readonly grants: readonly NamedAssignment[] }
  | {
      readonly kind: 'granted-to-other-identity'
      readonly identity: OtherIdentity
      readonly grant: NamedAssignment
    }
  | { readonly kind: 'denied'; readonly deny: DenyAssignment }
  | { readonly kind: 'cross-tenant'; readonly clusterTenant: string; readonly registryTenant: string }
  | { readonly kind: 'registry-not-found'; readonly host: string }
  | { readonly kind: 'virtual-node-needs-secret' }
  | { readonly kind: 'service-account-identity-missing'; readonly serviceAccount: string }
  /** unknown */
  | { readonly kind: 'registry-not-visible'; readonly host: string; readonly reason: Reason }
  | { readonly kind: 'condition-not-decidable'; readonly grant: NamedAssignment }
  | { readonly kind: 'deny-not-decidable'; readonly deny: DenyAssignment | null }
  | { readonly kind: 'mode-unknown' }
  | { readonly kind: 'groups-not-resolved' }
  | { readonly kind: 'principal-unknown'; readonly clientId: string }
  | { readonly kind: 'secret-not-visible'; readonly names: readonly string[] }
  | { readonly kind: 'service-account-not-visible'; readonly name: string }
  | { readonly kind: 'fact-missing'; readonly subject: string; readonly reason: Reason }

/** May this image be pulled on this cluster? One for each cluster, distinct reference and puller. */
export type Verdict = {
  /** ARM id. */
  readonly cluster: string
  /** The reference as written. */
  readonly image: string
  /** Registry host, lower case. */
  readonly registry: string
  readonly repository: string
  readonly result: PullResult
  readonly puller: Puller
  readonly cause: Cause
  /** The chain of evidence, in sentences that a person can verify; first the facts, last the conclusion. */
  readonly because: readonly string[]
  readonly uses: readonly ImageUse[]
}
