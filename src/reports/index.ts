import type { Format } from '../settings/options.ts'
import { azurePipelinesReport } from './azure-pipelines.ts'
import { githubReport } from './github.ts'
import { gitlabReport } from './gitlab.ts'
import { htmlReport } from './html/html.ts'
import { jsonReport } from './json.ts'
import { junitReport } from './junit.ts'
import { markdownReport } from './markdown/markdown.ts'
import type { Report, Reporter } from './report.ts'
import { sarifReport } from './sarif.ts'
import { textReport } from './text/text.ts'

export { annotations, withinLimits, type Annotation } from './annotations.ts'
export { imageReporters, type ImageFormat } from './text/image-list-text.ts'
export { markdownReport } from './markdown/markdown.ts'
export type { SourceLinks } from './markdown/markdown-group.ts'
export { textReport } from './text/text.ts'

/** Every format by the name that `--format` takes, with default options. */
export const reporters: Readonly<Record<Format, Reporter>> = {
  text: (report: Report) => textReport(report),
  json: jsonReport,
  sarif: sarifReport,
  markdown: (report: Report) => markdownReport(report),
  github: githubReport,
  gitlab: gitlabReport,
  'azure-pipelines': (report: Report) => azurePipelinesReport(report),
  junit: junitReport,
  html: htmlReport
}
