import type { PullResult, Puller } from '../access/verdict.ts'
import type { Finding, Reference, Severity } from '../checks/check.ts'
import type { Location } from '../yaml/location.ts'
import type { ContainerSlot, ImageClass, Workload } from '../kubernetes/image-use.ts'

/**
 * The JSON report, version 1, and at the same time the only thing that reporters see.
 * Keys may be added within version 1, never changed or removed.
 */
export type Report = ImageList & {
  readonly tool: { readonly name: string; readonly version: string }
  readonly facts: { readonly source: 'azure' | 'file'; readonly collectedAt: string }
  readonly summary: Summary
  /** The clusters that were asked about; `reason` says why one could not be read. */
  readonly clusters: readonly ReportCluster[]
  readonly verdicts: readonly ReportVerdict[]
  readonly findings: readonly Finding[]
  /** Documentation of the checks that have findings, by id. */
  readonly checks: Readonly<Record<string, ReportCheck>>
  /** What only a node can prove, so that `pull` is never read as a promise. */
  readonly notProven: readonly string[]
}

/** `images --format json` prints just this. */
export type ImageList = {
  readonly schemaVersion: '1'
  readonly images: readonly ReportImage[]
  readonly invalidImages: readonly InvalidImage[]
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

export type Summary = {
  readonly conclusion: Conclusion
  readonly files: number
  readonly images: number
  readonly registries: number
  readonly clusters: number
  readonly verdicts: Readonly<Record<PullResult, number>>
  readonly findings: Readonly<Record<Severity, number>>
}

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
  readonly uses: readonly ReportUse[]
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
}

/** A reporter renders a report; it neither decides nor prints. */
export type Reporter = (report: Report) => string
