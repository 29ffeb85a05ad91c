import { exitCode, type ExitCode } from '../base/errors.ts'
import { counted } from '../base/sentences.ts'
import type { Gap, ImageList, Report } from './report.ts'

/** How a headline begins where something that was named stayed unread. */
export const notEverythingRead = 'not everything was read'

/** Whether what was named was refused as a whole, so that a run says nothing of it. */
export const nothingJudged = ({ coverage, images, invalidImages }: ImageList): boolean =>
  coverage.length > 0 && images.length + invalidImages.length === 0

/** Where time was all that was missing, another run may say more about the same files. */
export const codeOfNothing = ({ coverage }: Pick<ImageList, 'coverage'>): ExitCode =>
  coverage.some(({ kind }) => kind === 'time' || kind === 'no-time')
    ? exitCode.factsUnreadable
    : exitCode.nothingToJudge

/** `deploy/web.yaml:12: The file is …`; for what concerns a whole file, without a line. */
export const gapText = ({ file, line, reason }: Gap): string =>
  `${line > 1 ? `${file}:${line}` : file}: ${reason}`

/** The first `most` gaps, and how many are left, as a sentence; null where none is. */
export function firstGaps(
  { coverage }: Pick<Report, 'coverage'>,
  most: number
): { readonly gaps: readonly Gap[]; readonly more: string | null } {
  const left = coverage.length - most
  return {
    gaps: coverage.slice(0, most),
    more: left > 0 ? `and ${counted(left, 'more gap')}: the JSON report has all of them` : null
  }
}
