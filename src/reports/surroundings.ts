/** Where the judged files can be read: `https://github.com/OWNER/REPOSITORY` and a commit. */
export type SourceLinks = { readonly repositoryUrl: string; readonly sha: string }

/** What a report shows of the run that it is made in, beside what was judged. */
export type Surroundings = {
  readonly source: SourceLinks | null
  /** Absolute path of the folder that the paths of the report start from, where a system links no others. */
  readonly root: string | null
  /** Absolute path of the Markdown report that was asked for beside this one. */
  readonly markdownFile: string | null
}

export const nowhere: Surroundings = { source: null, root: null, markdownFile: null }
