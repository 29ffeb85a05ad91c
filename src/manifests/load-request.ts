import type { DeploymentTarget } from '../kubernetes/deployment-target.ts'
import type { Manifests } from '../kubernetes/manifests.ts'

export type LoadRequest = {
  /** Files, directories (recursive), globs, or `-` for standard input; relative to the workspace. */
  readonly paths: readonly string[]
  /** Absolute; reported paths are relative to it. */
  readonly workspace: string
  /** For objects that name none. */
  readonly namespace: string
  readonly variables: Readonly<Record<string, string>>
  readonly registrySuffixes: readonly string[]
  /** `name:tag`, as the input `images` of azure/k8s-deploy. */
  readonly setImages: readonly string[]
  readonly imagePullSecrets: readonly string[]
  /** What a pod's default account that is not in the manifests is taken to bring. */
  readonly defaultAccount: Manifests['defaultAccount']
  readonly judgesMentions?: boolean
  /** False: no binary is run; plain files of charts and kustomizations are still read. */
  readonly render: boolean
  /** Kustomize bases and resources by URL are fetched only when allowed. */
  readonly remoteBases: boolean
  /** Such as `1.34`, the likeliest first: what charts are rendered for that do not take the one Helm was built with. */
  readonly kubernetesMinors: readonly string[]
  readonly helm: HelmRequest
  /** null: all that is read goes to all clusters, and is read in one way. */
  readonly targets?: readonly DeploymentTarget[] | null
}

/** What one chart is rendered with, or all. */
export type HelmOptions = {
  /** Relative to the workspace; the last one wins. */
  readonly valuesFiles: readonly string[]
  /** `key=value`, as `helm --set`. */
  readonly set: readonly string[]
  /** null: the name of the chart. */
  readonly release: string | null
}

/** `CHART:` before a value is for the chart of that path or name alone. */
export type HelmRequest = Pick<HelmOptions, 'valuesFiles' | 'set'> & {
  /** The last one that fits wins. */
  readonly releases: readonly string[]
  /** By path or name of a chart. */
  readonly charts: Readonly<Record<string, HelmOptions>>
}
