import type { ArmAction } from '../facts/arm-action.ts'
import type { JudgedPulls } from '../pulls/judged-pulls.ts'
import type { ObstacleKind } from '../pulls/obstacles/index.ts'
import type { NoPullCause, OpenCause } from '../pulls/verdict.ts'
import type { Location } from '../yaml/location.ts'
import type { ImageUse } from '../kubernetes/images/image-use.ts'

/** `unknown`: could not be found out; neither a pass nor a failure (a property of its result in SARIF). */
export type Severity = 'error' | 'warning' | 'note' | 'unknown'

export type Reference = { readonly title: string; readonly url: string }

/** A text for the tool that declares the thing, complete with real ids: the same cure as the command. */
export type FixCode = {
  readonly language: 'bicep' | 'terraform' | 'yaml'
  readonly text: string
}

/** What to do; `command` is ready to copy, with real ids, or null when no command does it. */
export type Remediation = {
  readonly description: string
  readonly command: string | null
  /** In every language that has one; a finding offers that of the repository. */
  readonly code?: readonly FixCode[]
}

/** A remediation as a finding offers it. */
export type Fix = Pick<Remediation, 'description' | 'command'> & {
  /** null: there is none, or none in a language of the repository. */
  readonly code: FixCode | null
}

/** What a check sees: the verdicts, and everything that led to them. */
export type CheckContext = JudgedPulls

/** What a check yields; `judge` adds the check's id, the locations of the uses and the fingerprint. */
export type FindingDraft = {
  readonly severity: Severity
  /** One sentence: cause, object, with real ids. */
  readonly message: string
  readonly remediation: readonly Remediation[]
  /** The image uses concerned; their class caps the severity (field: warning, mention: note). */
  readonly uses: readonly ImageUse[]
  /** Instead of `uses`, for what is no image. */
  readonly locations?: readonly Location[]
  /** ARM id. */
  readonly cluster?: string
  readonly registry?: string
  readonly image?: string
  readonly nodePools?: readonly string[]
}

/** What leads to a verdict and is worded by a check: a cause, or an obstacle in place of the causes that only list them. */
export type Worded =
  | ObstacleKind
  | Exclude<
      NoPullCause['kind'] | OpenCause['kind'],
      'blocked' | 'blocked-in-part' | 'perhaps-blocked'
    >

/** One named condition that we look for. */
export type Check = {
  /** kebab-case; never renamed, never reused. */
  readonly id: string
  readonly title: string
  /** Markdown: why it matters and how it is decided; becomes the check's section in docs/checks.md. */
  readonly rationale: string
  readonly references: readonly Reference[]
  /** Ids of the failure taxonomy (docs/failure-causes.md) that this check covers, such as `Z1`. */
  readonly causes: readonly string[]
  /** ARM actions without which the check yields `unknown`. */
  readonly permissions: readonly ArmAction[]
  /** Why a pull is refused or open, as far as this check says it to people; empty: it only advises (advice.ts says why). */
  readonly words: readonly Worded[]
  /** What it says is of one tag or digest alone, so that with another one it is another trouble. */
  readonly isAboutTag?: true
  run(context: CheckContext): Generator<FindingDraft, void, undefined>
}

/** One instance that a check found. */
export type Finding = {
  readonly check: string
  readonly severity: Severity
  readonly message: string
  readonly cluster: string | null
  readonly registry: string | null
  readonly image: string | null
  readonly nodePools: readonly string[]
  readonly remediation: readonly Fix[]
  /** All places that name the image, the primary first. */
  readonly locations: readonly Location[]
  /** Of check, registry, repository and cluster; the same in the next run, whatever else pulls the image. */
  readonly fingerprint: string
  /** One for each check, object, container, registry, repository and cluster that it stands for; never of tag, message or line. */
  readonly fingerprints: readonly string[]
  /** Whether the base of a pull request has it too, judged with the same facts; null: nobody asked, or nobody could tell. */
  readonly new: boolean | null
  /** null: it counts. */
  readonly suppressed: Suppression | null
}

/** Why a finding does not count. */
export type Suppression = {
  readonly by: 'comment' | 'annotation' | 'config' | 'baseline'
  /** As somebody wrote it. */
  readonly reason: string
  /** Where that stands; null: in a file without lines to name. */
  readonly place: { readonly file: string; readonly line: number } | null
}
