import { inertLines } from './escape.ts'
import { markdownReport } from './markdown/markdown.ts'
import type { Report } from './report.ts'
import type { SourceLinks } from './surroundings.ts'

/** Of a comment on GitHub, whose own message says 65,536 characters; a character of ours is at least one byte. */
const mostBytes = 60_000

export type CommentOptions = {
  readonly source?: SourceLinks | null
  /** Of the run, for what does not fit. */
  readonly runUrl?: string | null
  /** How many findings of the comment before are gone; null: there was none. */
  readonly fixed?: number | null
}

/** The one comment of a pull request: what the job summary says, within what a comment may hold. */
export function commentReport(
  report: Report,
  { source = null, runUrl = null, fixed = null }: CommentOptions = {}
): string {
  const since =
    fixed === null || fixed === 0
      ? []
      : [`${fixed} of the findings of the push before ${fixed === 1 ? 'is' : 'are'} gone.`, '']
  const link = runUrl === null ? [] : ['', `[The run](${runUrl}) has all of it.`]
  return inertLines(
    [...since, markdownReport(report, { source, maxBytes: mostBytes }), ...link, ''].join('\n')
  )
}
