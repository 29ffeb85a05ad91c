import type { ManifestProblem } from '../../kubernetes/manifests.ts'
import type { FileContent, SourceText } from '../../kubernetes/read.ts'
import type { SettingsAt } from '../gitops/deployments.ts'
import type { ObjectSource, Setting } from '../gitops/gitops-objects.ts'
import type { LoadRequest } from '../load-request.ts'
import type { ReadingMemory } from '../reading-memory.ts'
import type { Workspace } from '../../files/workspace.ts'
import type { World } from '../world.ts'
import type { RenderBudget } from './render-budget.ts'

/** Reads text in the ways in which an absolute path is deployed, or in these. */
export type ReadAt = (source: SourceText, path: string, ways?: readonly Setting[]) => FileContent

/** What every rendering of one run shares. */
export type RenderRun = {
  readonly world: World
  readonly request: LoadRequest
  readonly workspace: Workspace
  readonly read: ReadAt
  readonly waysAt: SettingsAt
  readonly budget: RenderBudget
  /** Directories of all charts of the run, whichever of them are rendered together. */
  readonly charts: ReadonlySet<string>
  /** What was rendered of the same files before; absent: nothing can have been. */
  readonly memory?: ReadingMemory
}

/** What became of one chart or kustomization. */
export type RenderOutcome =
  | {
      readonly kind: 'rendered'
      readonly content: FileContent
      /** Absolute paths of the files that are judged through the rendering, so not by themselves. */
      readonly covered: readonly string[]
      /** What was rendered, where it may hold objects of controllers. */
      readonly objects: readonly ObjectSource[]
    }
  /** Its images are not known; its plain files are read instead. */
  | { readonly kind: 'failed'; readonly problem: ManifestProblem }
  /** Nothing to judge, and nothing wrong: a library chart. */
  | { readonly kind: 'skipped' }

export const isRendered = <Outcome extends RenderOutcome>(
  outcome: Outcome
): outcome is Extract<Outcome, { readonly kind: 'rendered' }> => outcome.kind === 'rendered'
