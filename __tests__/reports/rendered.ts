import { imageReporters, reporters } from '../../src/reports/index.ts'
import type { ImageList, Report, Reporter } from '../../src/reports/report.ts'
import { formats, type Format } from '../../src/settings/options.ts'

const whole =
  (render: Reporter) =>
  (report: Report): string =>
    [...render(report)].join('')

/** Every format as one text. */
export const rendered = Object.fromEntries(
  formats.map(format => [format, whole(reporters[format])])
) as Record<Format, (report: Report) => string>

export const renderedImages = {
  text: imageReporters.text,
  json: (list: ImageList): string => [...imageReporters.json(list)].join('')
}
