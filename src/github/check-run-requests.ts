import { hasColumns, type AnnotationLevel } from '../reports/annotations.ts'
import { annotations, markdownReport, type Annotation, type SourceLinks } from '../reports/index.ts'
import type { Conclusion, Report } from '../reports/report.ts'
import { headline } from '../reports/wording/words.ts'

type CheckAnnotationLevel = 'failure' | 'warning' | 'notice'

/** One annotation as the Checks API takes it. */
export type CheckAnnotation = {
  path: string
  start_line: number
  end_line: number
  start_column?: number
  end_column?: number
  annotation_level: CheckAnnotationLevel
  title: string
  message: string
}

export type CheckRunOutput = { title: string; summary: string; annotations: CheckAnnotation[] }

export type CheckRunCreation = {
  name: string
  head_sha: string
  status: 'completed'
  conclusion: 'success' | 'failure' | 'neutral'
  output: CheckRunOutput
}

/** Of one request (REST API, "Create a check run"); further ones are appended by updates. */
const mostPerRequest = 50
/** A job's token has 1,000 requests an hour (GitHub docs, "Rate limits for the REST API"): 50 of them are enough. */
const mostRequests = 50
/** Maximum length of a summary is 65,535 characters; bytes are never fewer. */
const summaryBytes = 65_000

const conclusions = {
  pass: 'success',
  fail: 'failure',
  inconclusive: 'neutral'
} as const satisfies Record<Conclusion, string>

const levels = { error: 'failure', warning: 'warning', notice: 'notice' } as const satisfies Record<
  AnnotationLevel,
  CheckAnnotationLevel
>

/** In slices of `size`; none at all of an empty list. */
export const batches = <T>(items: readonly T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(items.length / size) }, (_, index) =>
    items.slice(index * size, (index + 1) * size)
  )

/** The API demands a place, so an annotation without one stays in the summary alone. */
function checkAnnotation({ level, title, message, location }: Annotation): CheckAnnotation[] {
  if (location === null) return []
  const { file, line, endLine, column, endColumn } = location
  return [
    {
      path: file,
      start_line: line,
      end_line: endLine,
      ...(hasColumns(location) ? { start_column: column, end_column: endColumn } : {}),
      annotation_level: levels[level],
      title,
      message
    }
  ]
}

/** One request that creates the check run, then those that append what does not fit into it. */
export function checkRunRequests(
  report: Report,
  headSha: string,
  source: SourceLinks | null
): { readonly create: CheckRunCreation; readonly updates: readonly CheckRunOutput[] } {
  const all = annotations(report).flatMap(checkAnnotation)
  const [first = [], ...rest] = batches(all.slice(0, mostPerRequest * mostRequests), mostPerRequest)
  const output = {
    title: headline(report),
    summary: markdownReport(report, { source, maxBytes: summaryBytes })
  }
  return {
    create: {
      name: report.tool.name,
      head_sha: headSha,
      status: 'completed',
      conclusion: conclusions[report.summary.conclusion],
      output: { ...output, annotations: first }
    },
    updates: rest.map(batch => ({ ...output, annotations: batch }))
  }
}
