import type { ClusterChoice } from '../base/cluster-choice.ts'

/** Which manifests go to which clusters, and how they are read for these. */
export type DeploymentTarget = {
  /** Its place in the list of targets, from 1. */
  readonly number: number
  /** Files, directories and globs, relative to the workspace, with `/`. */
  readonly manifests: readonly string[]
  readonly choice: ClusterChoice
  /** Values files of charts, relative to the workspace. */
  readonly valuesFiles: readonly string[]
  readonly variables: Readonly<Record<string, string>>
  /** For objects that name none; null: as for all manifests. */
  readonly namespace: string | null
}
