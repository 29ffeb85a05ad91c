import type { ImageQuestion, LookupMode } from './images.ts'
import type { RelatedResourceQuestion } from './related-resources/index.ts'

/** What a run wants to know from Azure before anything is judged. */
export type FactsRequest = {
  /** ARM ids. */
  readonly clusters: readonly string[]
  /** Registry hosts of this cloud, lower case, without port. */
  readonly registryHosts: readonly string[]
  /** ARM ids or client ids of managed identities that manifests name. */
  readonly identities: readonly string[]
  /** Object id of a service-principal cluster's principal, which ARM does not tell. */
  readonly kubeletObjectId: string | null
  /** Ask for all related resources, and not only for those that the first answers call for. */
  readonly thorough: boolean
  /** Leave out what is cheap to ask and rarely the cause. */
  readonly quick: boolean
  /** Tags and digests to ask the registries about, each once; none with `off`. */
  readonly images: readonly ImageQuestion[]
  readonly registryLookup: LookupMode
}

/** What the first answers leave open; asked only where it changes a verdict or its explanation. */
export type Question =
  /**
   * Do these principals (that do not pull, or pull by another way) hold a grant, or these identities (client ids), or
   * whoever is assigned something at the registry itself? One list of the registry answers for all.
   */
  | {
      readonly kind: 'assignments'
      readonly registryId: string
      readonly principalIds: readonly string[]
      readonly identities: readonly string[]
    }
  /** Which of the registry's deny assignments reach this principal through groups? */
  | { readonly kind: 'deny-reach'; readonly registryId: string; readonly principalId: string }
  | { readonly kind: 'identity'; readonly reference: string }
  /** `principalIds`: who must pull from it for the cluster's sake. */
  | {
      readonly kind: 'bootstrap-registry'
      readonly registryId: string
      readonly principalIds: readonly string[]
    }
  | RelatedResourceQuestion
