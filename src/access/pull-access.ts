import type { Reason } from '../facts/fact.ts'
import type {
  DenyAssignment,
  RoleAssignment,
  RoleAssignmentMode,
  OtherIdentity
} from '../facts/facts.ts'
import type { ImageUse } from '../kubernetes/images/image-use.ts'
import type { LookUp } from './look-up.ts'

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

/** Somebody who is given the grant of the nodes by mistake, and never pulls their images. */
export type MistakenHolder = {
  readonly kind:
    | OtherIdentity['role']
    /** What the nodes sign in as by its client id, which assignments do not know it by. */
    | 'client-id'
    /** What the program in the pod signs in as, after its image was pulled. */
    | 'workload-identity'
  readonly objectId: string
  /** Of the identity, the add-on or the service account. */
  readonly name: string
}

/** What a granted pull rests on. */
export type Basis =
  | {
      readonly kind: 'granted'
      readonly grant: NamedAssignment
      readonly viaGroup: boolean
      /** Registry lacks `registries/repositories/metadata/read` beside content/read, or a vendor caveat: notes. */
      readonly notes: readonly string[]
    }
  | { readonly kind: 'anonymous-pull' }

/** Why no credential gets the pull. */
export type RefusedCause =
  /** `held`: who has one at the registry instead, in clauses. */
  | { readonly kind: 'no-grant'; readonly held: readonly string[] }
  | {
      readonly kind: 'role-ineffective-in-mode'
      readonly mode: RoleAssignmentMode
      readonly grants: readonly NamedAssignment[]
    }
  | { readonly kind: 'condition-excludes-repository'; readonly grants: readonly NamedAssignment[] }
  | { readonly kind: 'role-lacks-pull-action'; readonly grants: readonly NamedAssignment[] }
  | {
      readonly kind: 'granted-to-other-identity'
      readonly identity: MistakenHolder
      readonly grant: NamedAssignment
    }
  /** The pod brings credentials of its own for the registry; `instead` is why those of the nodes do not stand in. */
  | {
      readonly kind: 'pull-secret-unusable'
      readonly faults: readonly SecretFault[]
      readonly instead: RefusedCause
    }
  | { readonly kind: 'denied'; readonly deny: DenyAssignment }
  | {
      readonly kind: 'cross-tenant'
      readonly clusterTenant: string
      readonly registryTenant: string
    }
  | { readonly kind: 'registry-not-found'; readonly host: string }
  | { readonly kind: 'virtual-node-needs-secret' }
  | { readonly kind: 'pull-secret-undecodable'; readonly secret: string }
  /** The cluster names an identity (ARM id) that was deleted. */
  | { readonly kind: 'kubelet-identity-gone'; readonly resourceId: string }
  | {
      readonly kind: 'service-account-identity-missing'
      readonly serviceAccount: string
      readonly fault: IdentityFault
    }
  /** The cluster does not let its pods sign in with the identity. */
  | ({ readonly kind: 'identity-binding-missing' } & NamedIdentity)
  | HostNotServedCause

/** A managed identity by ARM id or client id, who names it as a clause, and the account that is to pull with it. */
export type NamedIdentity = {
  readonly reference: string
  readonly source: string
  readonly serviceAccount: string
}

/** Neither account nor cluster names an identity; the account names an empty one; or one with blanks around it. */
export type IdentityFault = 'none' | 'empty' | 'blanks'

/** What leaves it open whether some credential gets the pull. */
export type UndecidedCause =
  | { readonly kind: 'registry-not-visible'; readonly host: string; readonly reason: Reason }
  | { readonly kind: 'condition-not-decidable'; readonly grant: NamedAssignment }
  | {
      readonly kind: 'deny-not-decidable'
      /** null: the deny assignments could not be read, for this reason. */
      readonly deny: DenyAssignment | null
      readonly reason: Reason | null
    }
  /** The identity of this name (ARM id) has another object id than the cluster says: it was deleted and recreated. */
  | {
      readonly kind: 'kubelet-identity-recreated'
      readonly resourceId: string
      readonly objectId: string
    }
  /** The pod is for virtual nodes that the Azure Resource Manager does not list. */
  | { readonly kind: 'virtual-node-not-listed' }
  | { readonly kind: 'mode-unknown' }
  | { readonly kind: 'groups-not-resolved' }
  /** `tenants` where an object id is known, and it may be that of another tenant than the registry's; null: nobody told. */
  | {
      readonly kind: 'principal-unknown'
      readonly clientId: string
      readonly tenants: {
        readonly cluster: string | null
        readonly registry: string | null
      } | null
    }
  /** A Secret in the manifests covers the host, but whether its credential is valid shows only at the registry. */
  | { readonly kind: 'pull-secret'; readonly secret: string }
  | { readonly kind: 'secret-not-visible'; readonly secrets: readonly UnseenSecret[] }
  /** Nothing in the pod's own manifests brings a pull secret, and something else in sight may. */
  | { readonly kind: 'pull-secret-hinted'; readonly hints: readonly SecretHint[] }
  /** null: the account is named by an object that is not in sight. */
  | { readonly kind: 'service-account-not-visible'; readonly name: string | null }
  /** Anonymous pull is on, but the nodes may not get as far as trying it. */
  | { readonly kind: 'anonymous-not-proven' }
  /** The pod can land on nodes that sign in differently, some with success and some without. */
  | {
      readonly kind: 'nodes-differ'
      readonly pulling: readonly string[]
      readonly failing: readonly string[]
    }
  | { readonly kind: 'fact-missing'; readonly subject: string; readonly reason: Reason }
  /** The registry cannot be seen either, so that not even an anonymous pull is excluded. */
  | HostNotServedCause

/** Why a pull secret does not help, as a clause. */
export type SecretFault = { readonly secret: string; readonly text: string }

/** What the manifests know of a Secret whose content they do not hold. */
export type HiddenSecretWhy =
  | { readonly kind: 'in-cluster' }
  /** Its name stands in other namespaces, where it is of no use; `place` is FILE:LINE. */
  | {
      readonly kind: 'other-namespace'
      readonly wanted: string
      readonly namespaces: readonly string[]
      readonly place: string
    }
  | { readonly kind: 'made'; readonly by: string; readonly place: string }

export type UnseenSecret = { readonly name: string; readonly why: HiddenSecretWhy }

/** A clause, and the name of the Secret where one is told. */
export type SecretHint = { readonly text: string; readonly secret: string | null }

/** No identity of the cluster is offered to this host. */
export type HostNotServedCause = {
  readonly kind: 'host-not-served'
  readonly host: string
  readonly why: HostNotServed
}

/**
 * Why the credential provider of the nodes does nothing for a host: it has a port, capitals where the host pattern has
 * none, a suffix of another cloud, it is a regional endpoint that the node image does not know yet, or for which a
 * service principal gets no credentials, the name of a private link, or has another form than a login server.
 */
export type HostNotServed =
  | 'port'
  | 'capitals'
  | 'other-cloud'
  | 'regional-endpoint'
  | 'regional-endpoint-by-principal'
  | 'private-link'
  | 'unknown-form'

/** One of three results, each with reasons of its own kind. */
export type Ruling<By, Cause, Open> =
  | { readonly result: 'granted'; readonly by: By }
  | { readonly result: 'refused'; readonly cause: Cause }
  | { readonly result: 'undecided'; readonly open: Open }

/** What credentials come to at a registry, whatever else stands between it and the nodes. */
export type AccessRuling = Ruling<Basis, RefusedCause, UndecidedCause>

export function reasonOf<By, Cause, Open>(ruling: Ruling<By, Cause, Open>): By | Cause | Open {
  switch (ruling.result) {
    case 'granted':
      return ruling.by
    case 'refused':
      return ruling.cause
    case 'undecided':
      return ruling.open
  }
}

/** One sentence that a person can verify, and what it speaks of. */
export type EvidencePart<About extends string = 'registry' | 'credentials' | 'assumption'> = {
  readonly about: About
  readonly sentence: string
}

/**
 * Do the credentials of a pull get it? No verdict yet: a network, or a fault of the node, may stand before it. One for
 * each cluster, distinct reference and ruling on its uses.
 */
export type PullAccess = AccessRuling & {
  /** ARM id. */
  readonly cluster: string
  /** The reference as written. */
  readonly image: string
  /** Registry host, lower case. */
  readonly registry: string
  readonly repository: string
  readonly puller: Puller
  readonly evidence: readonly EvidencePart[]
  readonly uses: readonly ImageUse[]
  /** What of the facts led to it, in order; empty where nobody watched. */
  readonly lookUps: readonly LookUp[]
}
