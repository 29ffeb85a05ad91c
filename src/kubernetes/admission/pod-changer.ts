import type { Location } from '../../yaml/location.ts'
import type { NodeSelectorRequirement } from '../images/image-use.ts'

/** What of a pod decides who pulls what. */
export type Changed = 'images' | 'pull secrets' | 'accounts'

/** What an admission controller makes of pods, or of the accounts that they run as. */
export type PodChange =
  | { readonly what: Exclude<Changed, 'images'> }
  | {
      readonly what: 'images'
      /** Wildcard patterns for names of containers; null: any. */
      readonly containers: readonly string[] | null
      /** Wildcard patterns, one of which an image must match before it is replaced; null: any. */
      readonly images: readonly string[] | null
      /** The registry host that images get while the rest of them stays; null: not known. */
      readonly host: string | null
    }

/** Which objects an admission controller looks at; all that is asked for holds together. */
export type ObjectFilter = {
  /** API groups, that of the core empty; null: any. */
  readonly groups: readonly string[] | null
  /** Lower case, in the singular; wildcard patterns; null: any. */
  readonly kinds: readonly string[] | null
  /** Wildcard patterns; null: any. */
  readonly names: readonly string[] | null
  readonly namespaces: readonly string[] | null
  readonly labels: readonly NodeSelectorRequirement[]
  readonly namespaceLabels: readonly NodeSelectorRequirement[]
  /** Something else is asked for that manifests cannot tell, such as who creates the object. */
  readonly isNarrower: boolean
}

/** Alternatives, each of which is a list of filters that hold together. */
export type ObjectSelection = {
  readonly any: readonly (readonly ObjectFilter[])[]
  readonly except: readonly (readonly ObjectFilter[])[]
}

/** Something in the manifests that gives pods, or the accounts that they run as, pull secrets or images which no manifest shows. */
export type PodChanger = {
  /** A clause, such as `ClusterPolicy add-registry changes pull secrets of pods at admission`. */
  readonly text: string
  readonly changes: readonly PodChange[]
  readonly selection: ObjectSelection
  readonly location: Location
}

export const anyObject: ObjectFilter = {
  groups: null,
  kinds: null,
  names: null,
  namespaces: null,
  labels: [],
  namespaceLabels: [],
  isNarrower: false
}

export const everything: ObjectSelection = { any: [[anyObject]], except: [] }

export const anyImage = {
  what: 'images',
  containers: null,
  images: null,
  host: null
} as const satisfies PodChange

/** Whoever replaces the whole pod, or may do anything with it. */
export const anyChange: readonly PodChange[] = [
  anyImage,
  { what: 'pull secrets' },
  { what: 'accounts' }
]
