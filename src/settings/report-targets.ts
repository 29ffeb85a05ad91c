import { InputError } from '../base/errors.ts'
import { visible } from '../base/visible.ts'
import { formats, type Format } from './options.ts'
import { all, type Settings } from './setting-values.ts'

export type ReportTarget = { readonly format: Format; readonly file: string | null }

function reportTarget(text: string): ReportTarget {
  const at = text.indexOf('=')
  const name = at < 0 ? text : text.slice(0, at)
  const file = at < 0 ? null : text.slice(at + 1)
  const format = formats.find(known => known === name)
  if (format === undefined)
    throw new InputError(
      `Format '${visible(name)}' is not known: write one of ${formats.join(', ')}.`
    )
  if (file === '') throw new InputError(`Format '${text}' names no file: write ${name}=FILE.`)
  return { format, file }
}

const isPrinted = ({ file }: ReportTarget): boolean => file === null

export function reportTargets(settings: Settings): readonly ReportTarget[] {
  const targets = all(settings, 'format').map(reportTarget)
  const printed = targets.filter(isPrinted)
  if (printed.length > 1)
    throw new InputError(
      `Formats ${printed.map(target => target.format).join(' and ')} would both go to standard output: give all but one a file, such as ${printed[0]?.format ?? 'json'}=FILE.`
    )
  return targets
}

/** The same where the settings may be wrong: whatever can be told of them, and nothing to print where it is not clear what. */
export function clearReportTargets(settings: Settings): readonly ReportTarget[] {
  const targets = all(settings, 'format').flatMap(text => {
    try {
      return reportTarget(text)
    } catch {
      return []
    }
  })
  const isClear = targets.filter(isPrinted).length === 1
  return targets.filter(target => isClear || !isPrinted(target))
}
