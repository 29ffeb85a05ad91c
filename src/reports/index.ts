import type { Format } from '../options.ts'
import { azurePipelinesReport } from './azure-pipelines.ts'
import { githubReport } from './github.ts'
import { gitlabReport } from './gitlab.ts'
import { htmlReport } from './html.ts'
import { jsonReport } from './json.ts'
import { junitReport } from './junit.ts'
import { markdownReport } from './markdown.ts'
import type { Report, Reporter } from './report.ts'
import { sarifReport } from './sarif.ts'
import { textReport } from './text.ts'

export { annotations, withinLimits, type Annotation } from './annotations.ts'
export { imageReporters, type ImageFormat } from './image-list.ts'
export { markdownReport } from './markdown.ts'
export type { SourceLinks } from './markdown-group.ts'
export { textReport } from './text.ts'

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
