import type { Format } from '../settings/options.ts'
import { azurePipelinesReport } from './azure-pipelines.ts'
import { githubReport } from './github.ts'
import { gitlabReport } from './gitlab.ts'
import { htmlReport } from './html/html.ts'
import { jsonReport } from './json.ts'
import { junitReport } from './junit.ts'
import { markdownReport } from './markdown/markdown.ts'
import type { Reporter } from './report.ts'
import { sarifReport } from './sarif.ts'
import { withinBytes } from './shortened.ts'
import { textReport, type TextOptions } from './text/text.ts'

export { annotations, withinLimits, type Annotation } from './annotations.ts'
export { imageReporters, type ImageFormat } from './text/image-list-text.ts'
export { markdownReport } from './markdown/markdown.ts'
export type { SourceLinks } from './markdown/markdown-group.ts'

/** Every format by the name that `--format` takes, with default options. JSON has everything, the others what fits. */
export const reporters: Readonly<Record<Format, Reporter>> = {
  text: withinBytes(textReport),
  json: jsonReport,
  sarif: withinBytes(sarifReport),
  markdown: withinBytes(markdownReport),
  github: withinBytes(githubReport),
  gitlab: withinBytes(gitlabReport),
  'azure-pipelines': withinBytes(azurePipelinesReport),
  junit: withinBytes(junitReport),
  html: withinBytes(htmlReport)
}

/** For people, as wide and as colourful as their terminal. */
export const textFor = (options: TextOptions): Reporter =>
  withinBytes(report => textReport(report, options))

/** For the places where a report is one value: the log, the summary. */
export const wholeText = (pieces: Iterable<string>): string => [...pieces].join('')
