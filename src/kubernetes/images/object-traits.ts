import { podFactsPath } from '../custom-resources.ts'
import type { ManifestObject } from '../kubernetes-objects.ts'
import { podFactsAt } from '../pod-spec.ts'
import type { PodContext } from './image-use.ts'

/** What the kind of an object says of the images in it. */
export type ObjectTraits = {
  /** Whose `values` are those of a chart; others may call any text so. */
  readonly isOfArgo: boolean
  readonly isApplication: boolean
  readonly isConfigMap: boolean
  /** Helm values: which pod they end up in is not known before rendering. */
  readonly isValues: boolean
  /** Whether the object keeps its pods' facts away from the containers, and these facts. */
  readonly factsApart: boolean
  readonly podApart: PodContext | null
}

export const traitsOf = ({ workload, node }: ManifestObject): ObjectTraits => {
  const { apiVersion, kind } = workload
  const path = podFactsPath(apiVersion, kind)
  const isOfArgo = apiVersion.startsWith('argoproj.io/')
  return {
    isOfArgo,
    isApplication: isOfArgo && kind.startsWith('Application'),
    isConfigMap: apiVersion === 'v1' && kind === 'ConfigMap',
    isValues: apiVersion === '',
    factsApart: path !== null,
    podApart: path === null ? null : podFactsAt(node, path)
  }
}
