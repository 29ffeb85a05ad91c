import type { Format } from '../settings/options.ts'
import { azurePipelinesReport } from './azure-pipelines.ts'
import { commentReport } from './comment.ts'
import { fixScript } from './fix-script.ts'
import { githubReport } from './github.ts'
import { gitlabReport } from './gitlab.ts'
import { htmlReport } from './html/html.ts'
import { jsonReport } from './json.ts'
import { junitReport } from './junit.ts'
import { markdownReport } from './markdown/markdown.ts'
import type { Reporter } from './report.ts'
import { sarifReport } from './sarif.ts'
import { withinBytes } from './wording/shortened.ts'
import { nowhere, type Surroundings } from './surroundings.ts'
import { textReport, type TextOptions } from './text/text.ts'

export { annotations, withinLimits, type Annotation } from './annotations.ts'
export { imageReporters, type ImageFormat } from './text/image-list-text.ts'
export { markdownReport } from './markdown/markdown.ts'
export type { SourceLinks, Surroundings } from './surroundings.ts'

/** Every format by the name that `--format` takes. JSON has everything, the others what fits. */
export const reportersIn = ({
  source,
  root,
  markdownFile
}: Surroundings): Readonly<Record<Format, Reporter>> => ({
  text: withinBytes(textReport),
  json: jsonReport,
  sarif: withinBytes(sarifReport),
  markdown: withinBytes(report => markdownReport(report, { source })),
  github: withinBytes(githubReport),
  gitlab: withinBytes(gitlabReport),
  'azure-pipelines': withinBytes(report => azurePipelinesReport(report, { root, markdownFile })),
  junit: withinBytes(junitReport),
  html: withinBytes(htmlReport),
  'fix-script': withinBytes(fixScript),
  comment: report => [commentReport(report, { source })]
})

/** The same where nothing is known of the run. */
export const reporters = reportersIn(nowhere)

/** For people, as wide and as colourful as their terminal. */
export const textFor = (options: TextOptions): Reporter =>
  withinBytes(report => textReport(report, options))

/** For the places where a report is one value: the log, the summary. */
export const wholeText = (pieces: Iterable<string>): string => [...pieces].join('')
