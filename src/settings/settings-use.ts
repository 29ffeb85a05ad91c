/** Where a settings file was read. */
export type SettingsOrigin =
  /** The commit that a pull request would be merged into. */
  | 'base'
  /** The pull request itself. */
  | 'head'
  /** A file that the workflow named, and that no pull request can change. */
  | 'workflow'
  /** The checkout of a branch, or a person's own files. */
  | 'working-tree'

/** What came of one settings file. */
export type SettingsUse = {
  /** As named, with `/`. */
  readonly file: string
  readonly from: SettingsOrigin
  /** Id; null: it was read as it lies on disk, or no commit is known. */
  readonly commit: string | null
  /** The options that it sets or, of a pull request, adds to; or those that are not applied. */
  readonly keys: readonly string[]
  readonly applied: boolean
  /** Why nothing of these keys is applied; null: they are. */
  readonly reason: string | null
}
