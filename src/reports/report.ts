import type { Puller } from '../access/pull-access.ts'
import type { PullResult } from '../pulls/verdict.ts'
import type { Finding, Reference, Severity, Suppression } from '../checks/check.ts'
import type { FailOn } from '../settings/inputs.ts'
import type { SettingsUse } from '../settings/settings-use.ts'
import type { Location } from '../yaml/location.ts'
import type { ContainerSlot, ImageClass, Workload } from '../kubernetes/images/image-use.ts'
import type { UnreadKind } from '../kubernetes/manifests.ts'

/**
 * The JSON report, version 1, and at the same time the only thing that reporters see.
 * Keys may be added within version 1, never changed or removed.
 */
export type Report = ImageList & {
  readonly tool: { readonly name: string; readonly version: string }
  /** Why the run ended before anything was judged; null: it came to its end. */
  readonly error: RunError | null
  /** `collectedAt` is null where the run ended before facts were read. */
  readonly facts: {
    readonly source: 'azure' | 'file' | 'example'
    readonly collectedAt: string | null
  }
  readonly summary: Summary
  /** The clusters that were asked about; `reason` says why one could not be read. */
  readonly clusters: readonly ReportCluster[]
  readonly verdicts: readonly ReportVerdict[]
  readonly findings: readonly Finding[]
  /** Documentation of the checks that have findings, by id. */
  readonly checks: Readonly<Record<string, ReportCheck>>
  /** null: new-since is off. */
  readonly since: Since | null
  /** Those that silence something, the added ones first. */
  readonly suppressions: readonly ReportSuppression[]
  /** What came of the settings files. */
  readonly settings: readonly SettingsUse[]
  /** What only a node can prove, so that `pull` is never read as a promise. */
  readonly notProven: readonly string[]
  /** What could have been read of the clusters and registries of the pulls and was not, by name; it opens nothing. */
  readonly notAsked: readonly string[]
}

/** `message` has cause, object and cure; the exit code is that of the command line. */
export type RunError = { readonly exitCode: number; readonly message: string }

/** `images --format json` prints just this. */
export type ImageList = {
  readonly schemaVersion: '1'
  readonly images: readonly ReportImage[]
  readonly invalidImages: readonly InvalidImage[]
  /** What was named and not read; images that stand there are not known. */
  readonly coverage: readonly Gap[]
}

/** A file, directory, document, chart or kustomization that was not read; `reason` is a sentence without full stop. */
export type Gap = {
  readonly kind: UnreadKind
  readonly file: string
  readonly line: number
  readonly reason: string
}

/** `id` is the ARM id. */
export type ReportCluster = { readonly id: string; readonly reason: string | null }

export type ReportCheck = {
  readonly title: string
  readonly rationale: string
  readonly url: string
  readonly references: readonly Reference[]
}

export type Conclusion = 'pass' | 'fail' | 'inconclusive'

/** Findings that do not count: the base has them too, or somebody suppressed them. */
export type Left = { readonly old: number; readonly suppressed: number }

/** The worst finding that counts does not reach the level that fails; null: `class-severity`, or what is left out, leaves none. */
export type NotFailed = {
  readonly failOn: FailOn
  readonly worst: 'error' | 'warning' | 'note' | null
  /** Absent: nothing is left out. */
  readonly left?: Left | undefined
}

export type Summary = {
  readonly conclusion: Conclusion
  /** Why a blocked pull did not make the run fail; null where none is blocked, or it failed. */
  readonly notFailed: NotFailed | null
  readonly files: number
  readonly images: number
  /** Images that are surely or probably pulled and got no verdict: invalid, or with a placeholder. */
  readonly unjudged: number
  readonly registries: number
  readonly clusters: number
  readonly verdicts: Readonly<Record<PullResult, number>>
  /** Those that count: neither old nor suppressed. */
  readonly findings: SeverityCounts
  /** Those that the base does not have; null: nothing was compared. */
  readonly new: SeverityCounts | null
  /** That the base has too. */
  readonly old: number
  readonly suppressed: number
}

/** What somebody wrote so that findings do not count, and what came of it. */
export type ReportSuppression = Suppression & {
  /** Ids; empty: all checks. */
  readonly checks: readonly string[]
  /** How many findings it silences, or would silence if it counted. */
  readonly findings: number
  /** Whether the pull request adds it; null: nobody can tell. */
  readonly added: boolean | null
  /** Whether it counts: the workflow may trust those of the base alone. */
  readonly applied: boolean
}

export type SeverityCounts = Readonly<Record<Severity, number>>

/** What the findings were held against; `reason` says why nobody could, so that all of them count. */
export type Since = { readonly commit: string | null; readonly reason: string | null }

export type ReportUse = Location & {
  readonly class: ImageClass
  readonly workload: Workload
  readonly container: ContainerSlot | null
  readonly origin:
    | { readonly chart: string; readonly confidence: string }
    | { readonly kustomization: string; readonly confidence: string }
    | null
}

export type ReportImage = {
  readonly reference: string
  readonly registryKind: 'acr' | 'other'
  readonly registry: string
  readonly repository: string
  readonly tag: string | null
  readonly digest: string | null
  /** null: nobody asked the registry. */
  readonly lookup: ImageLookup | null
  readonly uses: readonly ReportUse[]
}

/** What the registry said about an image, at that time. */
export type ImageLookup = {
  readonly state: 'present' | 'absent' | 'unknown'
  /** Why it is unknown. */
  readonly reason: string | null
  readonly digest: string | null
  readonly kind: 'index' | 'manifest' | 'artifact' | null
  /** Such as `linux/arm64/v8` and `windows/amd64:10.0.20348.2700`; null: one that names none, or was not read. */
  readonly platforms: readonly (string | null)[]
  /** Compressed bytes; an index has none of its own. */
  readonly size: number | null
  /** Of an artifact, what it is. */
  readonly artifactType: string | null
  readonly createdAt: string | null
  readonly lastUpdatedAt: string | null
  /** Of a tag that is not there: those that look like it. */
  readonly nearestTags: readonly string[]
  /** This pipeline pushes it later. */
  readonly expected: boolean
  readonly askedAt: string
}

export type InvalidImage = {
  readonly text: string
  readonly reason: string
  readonly uses: readonly ReportUse[]
}

export type ReportVerdict = {
  readonly cluster: string
  readonly image: string
  readonly registry: string
  readonly repository: string
  readonly result: PullResult
  readonly puller: Puller
  readonly because: readonly string[]
  /** Ids of the checks that say why it is not `pull`; empty where it is. */
  readonly checks: readonly string[]
}

/** A reporter renders a report, in pieces to be written one after the other; it neither decides nor prints. */
export type Reporter = (report: Report) => Iterable<string>
