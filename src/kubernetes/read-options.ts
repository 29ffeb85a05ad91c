import type { Substitution, Variables } from './placeholders/placeholders.ts'

/** How manifests are read; everything that deployment tools would fill in or rewrite. */
export type ReadOptions = {
  /** For objects that name no namespace, or for all of them. */
  readonly namespace: string
  readonly namespaceOverrides: boolean
  /** Fills placeholders of all forms in image texts. */
  readonly variables: Variables
  /** What a controller fills in where it deploys the text; null: none is known to deploy it. */
  readonly substitution: Substitution | null
  /** Registry host suffixes, such as `azurecr.io`, that make any text a mention. */
  readonly registrySuffixes: readonly string[]
}
