import type { ReadOptions } from '../kubernetes/read.ts'
import type { ManifestProblem } from '../kubernetes/manifests.ts'
import type { FileContent } from '../kubernetes/read.ts'
import type { LoadRequest } from './load-request.ts'
import type { Workspace } from './workspace.ts'
import type { World } from './world.ts'

/** What every rendering of one run shares. */
export type RenderRun = {
  readonly world: World
  readonly request: LoadRequest
  readonly workspace: Workspace
  /** The run's own temporary directory, without symbolic links. */
  readonly temporary: string
  readonly options: ReadOptions
}

/** What became of one chart or kustomization. */
export type RenderOutcome =
  | {
      readonly kind: 'rendered'
      readonly content: FileContent
      /** Absolute paths of the files that are judged through the rendering, so not by themselves. */
      readonly covered: readonly string[]
    }
  | { readonly kind: 'failed'; readonly problem: ManifestProblem }
  /** Nothing to judge, and nothing wrong: a library chart. */
  | { readonly kind: 'skipped'; readonly covered: readonly string[] }
