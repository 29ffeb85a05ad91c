import type { ParsedImage } from './parsed-image.ts'
import type { WrittenSuppression } from '../suppressions.ts'
import type { Location } from '../../yaml/location.ts'

/**
 * How sure it is that the kubelet pulls this text as an image: `pod` and `container` are certain,
 * `field` is an image-named field of another object, `mention` any other text that names a registry.
 */
export type ImageClass = 'pod' | 'container' | 'field' | 'mention'

/** The Kubernetes object that an image stands in; `namespace` is null where the file is no Kubernetes object. */
export type Workload = {
  readonly apiVersion: string
  readonly kind: string
  readonly namespace: string | null
  readonly name: string
}

/** The container, or the image volume, that asks for an image. */
export type ContainerSlot = {
  readonly name: string
  readonly type: 'container' | 'init' | 'ephemeral' | 'volume'
}

/** Which chart or kustomization an image was rendered from, and how sure its source location is. */
export type Origin = {
  readonly renderer: 'chart' | 'kustomization'
  readonly path: string
  readonly confidence: 'exact' | 'likely' | 'file'
}

export type NodeSelectorRequirement = {
  readonly key: string
  readonly operator: string
  readonly values: readonly string[]
}

/** One term of `requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms`; terms are alternatives. */
export type NodeSelectorTerm = {
  readonly expressions: readonly NodeSelectorRequirement[]
  readonly hasMatchFields: boolean
}

export type Toleration = {
  readonly key: string | null
  readonly operator: string | null
  readonly value: string | null
  readonly effect: string | null
}

export type PullPolicy = 'Always' | 'IfNotPresent' | 'Never'

/** What of a PodSpec decides who pulls, and on which nodes. */
export type PodContext = {
  /** null: the pod names none, so admission sets `default`. */
  readonly serviceAccountName: string | null
  readonly imagePullSecrets: readonly string[]
  readonly nodeName: string | null
  readonly nodeSelector: Readonly<Record<string, string>>
  /** null: no required node affinity. */
  readonly nodeAffinity: readonly NodeSelectorTerm[] | null
  readonly tolerations: readonly Toleration[]
  readonly runtimeClassName: string | null
}

/** What an object names beside images without a PodSpec; its pods may get it, in ways that its controller or chart decides. */
export type NamedBeside = {
  /** Names as written, each once. */
  readonly pullSecrets: readonly string[]
  readonly serviceAccounts: readonly string[]
  /** Keys, as written, that promise a pull secret or an account and tell no name. */
  readonly unnamed: readonly string[]
}

/** The labels of an object, and those of its pods, by which others select them. */
export type WorkloadLabels = {
  readonly object: Readonly<Record<string, string>>
  readonly pod: Readonly<Record<string, string>>
}

/** One image reference at one place. */
export type ImageUse = {
  readonly image: ParsedImage
  readonly class: ImageClass
  /** The image scalar itself. */
  readonly location: Location
  /** Other places that a reader needs, such as the anchor behind an alias. */
  readonly related: readonly Location[]
  readonly workload: Workload
  readonly container: ContainerSlot | null
  readonly pullPolicy: PullPolicy | null
  /** null where no PodSpec surrounds the image (class field, mention, some containers). */
  readonly pod: PodContext | null
  /** null where a PodSpec surrounds the image, or nothing is named. */
  readonly beside: NamedBeside | null
  /** null where it is not known which pods come of the object. */
  readonly labels: WorkloadLabels | null
  readonly origin: Origin | null
  /** The kustomization (as reported) that may give this object another image or pod but was not built; null: none is known. */
  readonly unbuilt: string | null
  /** The chart (as reported) that the place belongs to and that was not rendered: only Helm knows what comes of it; null: none. */
  readonly unrendered: string | null
  /** Why what deploys it may deploy another image or pod, as a sentence without its full stop; null: it does not. */
  readonly overridden: string | null
  /** What its object's annotations say is not to count; absent: nothing. */
  readonly suppressions?: readonly WrittenSuppression[]
  /** Placeholders whose default names the registry or repository, while nobody said that it is deployed. */
  readonly assumed: readonly string[]
}
