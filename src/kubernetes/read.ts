import type { Manifests } from './manifests.ts'

/** How manifests are read; everything that deployment tools would fill in or rewrite. */
export type ReadOptions = {
  /** For objects that name no namespace. */
  readonly namespace: string
  /** Fills placeholders in image texts. */
  readonly variables: Readonly<Record<string, string>>
  /** Registry host suffixes, such as `azurecr.io`, that make any text a mention. */
  readonly registrySuffixes: readonly string[]
}

/** What one file holds, besides the count of files. */
export type FileContent = Omit<Manifests, 'files'>

export type SourceText = {
  /** Path as reported: relative to the workspace, with `/`. */
  readonly file: string
  readonly text: string
}
