import { listStart } from '../../base/sentences.ts'
import type { Secret, SecretEntry } from '../../kubernetes/manifests.ts'
import type { Principal } from '../rbac/access.ts'
import type {
  HiddenSecretWhy,
  Puller,
  RefusedCause,
  SecretFault,
  SecretHint,
  UndecidedCause
} from '../pull-access.ts'

/** Causes of an identity that cannot even be judged by its grants. */
export type UnsettledCause = Extract<
  UndecidedCause,
  {
    readonly kind:
      | 'principal-unknown'
      | 'fact-missing'
      | 'service-account-not-visible'
      | 'kubelet-identity-recreated'
      | 'virtual-node-not-listed'
  }
>

/** Why nodes sign in as nobody. */
export type NobodyCause = Extract<
  RefusedCause,
  {
    readonly kind:
      | 'host-not-served'
      | 'virtual-node-needs-secret'
      | 'service-account-identity-missing'
      | 'kubelet-identity-gone'
      | 'identity-binding-missing'
  }
>

/** One credential that is tried for a pull. All are tried in turn, and the first that works wins. */
export type Credential =
  /** Its grants decide; where it has one, it may still be kept from signing in by what `unless` leaves open. */
  | {
      readonly kind: 'identity'
      readonly principal: Principal
      readonly because: string
      readonly unless: UnsettledCause | null
    }
  /** Some identity, but it is not known which. */
  | {
      readonly kind: 'unknown-identity'
      readonly puller: Puller
      readonly open: UnsettledCause
      readonly because: string
    }
  /** Proved to give nothing. */
  | { readonly kind: 'nobody'; readonly cause: NobodyCause; readonly because: string }
  /** A Secret of the manifests covers the host. */
  | {
      readonly kind: 'pull-secret'
      readonly secret: Secret
      readonly entries: readonly SecretEntry[]
    }
  /** Proved to give nothing; `fault` where it was meant for the registry, so that it explains why nothing comes of the pull. */
  | {
      readonly kind: 'broken-secret'
      readonly fault: SecretFault | null
      readonly because: string
    }
  /** A Secret that the kubelet cannot decode: it ends the pull, whatever else could be tried. */
  | { readonly kind: 'undecodable-secret'; readonly name: string; readonly because: string }
  /** A Secret that only the cluster has. */
  | {
      readonly kind: 'hidden-secret'
      readonly name: string
      readonly why: HiddenSecretWhy
      readonly because: string
    }
  /** A service account that only the cluster has; it may add secrets. null: not even its name is known. */
  | { readonly kind: 'hidden-account'; readonly name: string | null; readonly because: string }
  /** Something in sight may give the pod a pull secret that its manifest does not show; as clauses. */
  | {
      readonly kind: 'hinted-secret'
      readonly hints: readonly SecretHint[]
      readonly because: string
    }
  /** `reached` is false where another credential may end the attempt before. */
  | { readonly kind: 'anonymous'; readonly reached: boolean }

export const nobody: Puller = { kind: 'none', objectId: null, name: null }
export const anonymous: Puller = { kind: 'anonymous', objectId: null, name: null }

/** All hidden secrets together are one cause, because any of them may hold the credential. */
export function hiddenCause(credentials: readonly Credential[]): UndecidedCause | null {
  const secrets = credentials.flatMap(each =>
    each.kind === 'hidden-secret' ? [{ name: each.name, why: each.why }] : []
  )
  if (secrets.length > 0) return { kind: 'secret-not-visible', secrets }
  const account = credentials.find(each => each.kind === 'hidden-account')
  if (account !== undefined) return { kind: 'service-account-not-visible', name: account.name }
  const hints = credentials.flatMap(each => (each.kind === 'hinted-secret' ? each.hints : []))
  return hints.length === 0 ? null : { kind: 'pull-secret-hinted', hints }
}

export const hiddenSecret = (
  name: string,
  because: string,
  why: HiddenSecretWhy = { kind: 'in-cluster' }
): Credential => ({
  kind: 'hidden-secret',
  name,
  why,
  because: `Pull secret ${name} ${because}.`
})

/** Of a Secret that was meant for the registry. */
export const faultySecret = (secret: string, text: string): Credential => ({
  kind: 'broken-secret',
  fault: { secret, text },
  because: `Pull secret ${secret} does not help: ${text}.`
})

/** Of a Secret that may be meant for another registry. */
export const brokenSecret = (name: string, why: string): Credential => ({
  kind: 'broken-secret',
  fault: null,
  because: `Pull secret ${name} does not help: ${why}.`
})

const mostFiles = 5

/** Why nobody knows which of several objects counts, as a clause. */
export const differsIn = (files: readonly string[]): string =>
  `is written in several ways (${listStart(files, mostFiles)}), and which of them is deployed with the pod is not known`

/** The end of a sentence about an object of the manifests. */
export const mayBeIn = (file: string): string => `may stand in ${file}, which could not be read`
