import type { NodeImageLine } from '../kubernetes/nodes/node-image.ts'
import type { Condition } from './condition.ts'

export type Link = { readonly title: string; readonly url: string }

/**
 * How well a row is proved: `absence` rests on no cherry-pick to that minor, `inferred` on reading code. Rows without a
 * mark were read in release notes.
 */
export type Confidence = 'absence' | 'inferred' | 'unverified'

export const confidenceTexts: Readonly<Record<Confidence, string>> = {
  absence: 'concluded from the absence of a cherry-pick',
  inferred: 'inferred',
  unverified: 'not verified'
}

/** One Kubernetes minor of a fix table. */
export type FixRow = {
  /** Such as `1.17`. */
  readonly minor: string
  /** What the published list of ACR issues says; null or absent: it has no such row. */
  readonly documented?: string | null
  /** First patch with the fix; `none`: no patch has it; `any`: the node image decides, not the patch. */
  readonly fixed: string
  /** What to upgrade to when the first fixed patch cannot be used. */
  readonly upgradeTo?: string
  /** First node image with the fix, by the trailing version of its name. */
  readonly nodeImage?: Readonly<Partial<Record<NodeImageLine, string>>>
  /** First acr-credential-provider (kubernetes-sigs/cloud-provider-azure) with the fix. */
  readonly provider?: string
  readonly confidence?: Confidence
  readonly note?: string
  readonly source: string
}

/**
 * Text and command have `<registry>`, `<host>` and `<login-server>` for the registry's name, the host in the image and the
 * registry's global host; `manifest` is an example to adapt.
 */
export type Workaround = {
  readonly text: string
  /** An upgrade, which a finding spells out with the pool's own target. */
  readonly upgrade?: true
  readonly command?: string
  readonly manifest?: string
}

export type IssueSeverity = 'error' | 'warning' | 'note'

/** A published bug of pulling from Azure Container Registry, as data only. */
export type KnownIssue = {
  /** kebab-case; never renamed, never reused. */
  readonly id: string
  readonly title: string
  /** Where the published list of ACR issues has it; null for issues that came later. */
  readonly documented: { readonly section: number; readonly title: string } | null
  /** Ids of the failure taxonomy (docs/failure-causes.md). */
  readonly causes: readonly string[]
  readonly severity: IssueSeverity
  /** The first row whose condition holds replaces `severity`. */
  readonly severityWhen?: readonly { readonly when: Condition; readonly severity: IssueSeverity }[]
  /** Where it is a warning, a pull that fails succeeds after some more tries; left out: nobody says so. */
  readonly heals?: true
  /** `kubelet-in-tree`: the provider compiled into kubelets up to 1.29. */
  readonly component?: 'kubelet-in-tree'
  readonly appliesTo: Condition
  /** First affected minor; null: since the beginning. */
  readonly introduced: string | null
  readonly introducedNote?: string
  /** Ascending, without gaps. */
  readonly fixes: readonly [FixRow, ...FixRow[]]
  /** What still holds where a node image has the fix. */
  readonly remains?: readonly { readonly when: Condition; readonly text: string }[]
  readonly workarounds: readonly Workaround[]
  readonly links: readonly Link[]
}

/** Since when an issue is there, and where it is no more. */
export type FixTable = Pick<KnownIssue, 'introduced' | 'introducedNote' | 'fixes'>

/** The published list whose numbers `documented` repeats. */
export const publishedList: Link = {
  title: 'ACR related issues, andyzhangx/demo issues/acr-issues.md',
  url: 'https://github.com/andyzhangx/demo/blob/master/issues/acr-issues.md'
}
