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

/** Where an object of a GitOps controller sends what lies in this repository, as it says that. */
export type Destination = {
  /** Such as `Application web`. */
  readonly object: string
  /** Directories of the repository, relative to the workspace; empty: none of it. */
  readonly directories: readonly string[]
  /** Address of an API server. */
  readonly server: string | null
  /** Name of a cluster. */
  readonly name: string | null
  readonly file: string
}
