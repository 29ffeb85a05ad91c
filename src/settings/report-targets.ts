import { InputError } from '../base/errors.ts'
import { meant } from '../base/nearest.ts'
import { visible } from '../base/visible.ts'
import { formats, type Format } from './options.ts'
import { all, type Settings } from './setting-values.ts'

export type ReportTarget<Name extends Format = Format> = {
  readonly format: Name
  readonly file: string | null
}

function reportTarget<Name extends Format>(
  text: string,
  known: readonly Name[]
): ReportTarget<Name> {
  const at = text.indexOf('=')
  const name = at < 0 ? text : text.slice(0, at)
  const file = at < 0 ? null : text.slice(at + 1)
  const format = known.find(each => each === name)
  if (format === undefined) throw new InputError(unknownFormat(name, known))
  if (file === '') throw new InputError(`Format '${text}' names no file: write ${name}=FILE.`)
  return { format, file }
}

const isPrinted = ({ file }: ReportTarget): boolean => file === null

function unknownFormat(name: string, known: readonly Format[]): string {
  const isOther = formats.some(each => each === name)
  const fault = isOther ? 'is none that this command writes' : `is not known${meant(name, known)}`
  return `Format '${visible(name)}' ${fault}: write one of ${known.join(', ')}.`
}

/** `--fix-script FILE` is the short form of `--format fix-script=FILE`. */
const wanted = (settings: Settings): readonly string[] => [
  ...all(settings, 'format'),
  ...all(settings, 'fix-script').map(file => `fix-script=${file}`)
]

/** The reports that are asked for; `known` are the formats of the command. */
export function reportTargets(settings: Settings): readonly ReportTarget[]
export function reportTargets<Name extends Format>(
  settings: Settings,
  known: readonly Name[]
): readonly ReportTarget<Name>[]
export function reportTargets(
  settings: Settings,
  known: readonly Format[] = formats
): readonly ReportTarget[] {
  const targets = wanted(settings).map(text => reportTarget(text, known))
  const printed = targets.filter(isPrinted)
  if (printed.length > 1)
    throw new InputError(
      `Formats ${printed.map(target => target.format).join(' and ')} would both go to standard output: give all but one a file, such as ${printed[0]?.format ?? 'json'}=FILE.`
    )
  return targets
}

/** The same where the settings may be wrong: whatever can be told of them, and nothing to print where it is not clear what. */
export function clearReportTargets(settings: Settings): readonly ReportTarget[] {
  const targets = wanted(settings).flatMap(text => {
    try {
      return reportTarget(text, formats)
    } catch {
      return []
    }
  })
  const isClear = targets.filter(isPrinted).length === 1
  return targets.filter(target => isClear || !isPrinted(target))
}
