import type {
  Basis,
  EvidencePart,
  PullAccess,
  RefusedCause,
  UndecidedCause
} from '../access/pull-access.ts'
import type { Obstacle } from './obstacles/index.ts'

export type PullResult = 'pull' | 'no-pull' | 'unknown'

/** Why nothing of it can be pulled. */
export type NoPullCause =
  | RefusedCause
  /** The credentials are in order, or do not matter: on every node that the pod can land on stands one of these. */
  | { readonly kind: 'blocked'; readonly obstacles: readonly Obstacle[] }

/** What leaves it open. */
export type OpenCause =
  | UndecidedCause
  /** The credentials are in order: obstacles stand on some of the nodes, or before some of the pods. */
  | { readonly kind: 'blocked-in-part'; readonly obstacles: readonly Obstacle[] }
  /** The credentials are in order: whether these obstacles stop a pull could not be found out. */
  | { readonly kind: 'perhaps-blocked'; readonly obstacles: readonly Obstacle[] }
  /** The registry or repository is the default of a placeholder, which may be deployed with another value. */
  | {
      readonly kind: 'default-assumed'
      readonly placeholders: readonly string[]
      /** What the image with the default comes to. */
      readonly written: Exclude<PullResult, 'unknown'>
    }
  /** Something in sight may give the pod another image or another credential than its manifest has; as clauses with places. */
  | {
      readonly kind: 'changed-at-admission'
      readonly by: readonly string[]
      readonly what: 'images' | 'credentials'
      readonly written: Exclude<PullResult, 'unknown'>
    }
  /** The kustomization (as reported) was not built, and may deploy something else than what was judged. */
  | {
      readonly kind: 'kustomization-not-built'
      readonly kustomization: string
      /** What the file comes to as it is written. */
      readonly written: Exclude<PullResult, 'unknown'>
    }
  /** Helm may make another image or pod of what stands in this chart (as reported). */
  | {
      readonly kind: 'chart-not-rendered'
      readonly chart: string
      readonly written: Exclude<PullResult, 'unknown'>
    }

  /** What deploys the object takes something that is not to be seen, or sets something else. */
  | {
      readonly kind: 'deployed-otherwise'
      /** A sentence without its full stop. */
      readonly by: string
      readonly written: Exclude<PullResult, 'unknown'>
    }

/** A result, and the one kind of reason that fits it. */
export type VerdictRuling =
  | { readonly result: 'pull'; readonly by: Basis }
  | { readonly result: 'no-pull'; readonly cause: NoPullCause }
  | { readonly result: 'unknown'; readonly open: OpenCause }

/** The chain of evidence: first the facts, last the conclusion with its cause. */
export type VerdictEvidence = EvidencePart<
  EvidencePart['about'] | 'image' | 'obstacle' | 'renderer' | 'copies' | 'conclusion'
>

/** May this image be pulled on this cluster? One for each cluster, distinct reference and puller. */
export type Verdict = VerdictRuling &
  Pick<PullAccess, 'cluster' | 'image' | 'registry' | 'repository' | 'puller' | 'uses'> & {
    readonly evidence: readonly VerdictEvidence[]
    readonly settledFrom: SettledFrom
  }

/** What a verdict was made of. */
export type SettledFrom = {
  readonly access: PullAccess
  /** All that stand before the pull, whether they decide or not. */
  readonly obstacles: readonly Obstacle[]
  /** What the file comes to as it is written, before a kustomization may change it. */
  readonly written: VerdictRuling
}
