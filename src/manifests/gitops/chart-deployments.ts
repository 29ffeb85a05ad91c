import type { ParsedFile } from '../files/parsed-file.ts'
import type { Location } from '../../yaml/location.ts'
import type { DeployingObject, Setting } from './gitops-objects.ts'

/** Values that stand in an object, or a file of them (absolute). */
export type ValuesLayer =
  | { readonly kind: 'written'; readonly values: ParsedFile }
  | { readonly kind: 'file'; readonly path: string }

/** A chart in the repository as one object deploys it. */
export type ChartDeployment = {
  /** Absolute. */
  readonly directory: string
  /** The object in words, such as `HelmRelease web`. */
  readonly by: string
  /** Those whose images are judged where the chart is rendered: the object, and what brings values for it. */
  readonly objects: readonly DeployingObject[]
  /** Where the object begins. */
  readonly location: Location
  /** In rising order of precedence. */
  readonly layers: readonly ValuesLayer[]
  /** Whether the chart's own values come before them. */
  readonly usesOwnValues: boolean
  /** `key=value`, as `helm --set`. */
  readonly set: readonly string[]
  /** null: the name of the chart. */
  readonly release: string | null
  /** The namespace of the release, and what a controller has filled in before. */
  readonly setting: Setting
  /** Fields of a kustomization for what Helm renders, one after the other. */
  readonly postRenderers: readonly ParsedFile[]
  /** Values that it takes and that are not to be seen, as a clause; null: none. */
  readonly unseen: string | null
  /** The kustomization (as reported) that may change the object and was not built; null: none. */
  readonly unbuilt: string | null
}
