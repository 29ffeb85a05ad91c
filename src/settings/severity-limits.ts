import { InputError } from '../base/errors.ts'
import { visible } from '../base/visible.ts'
import type { Severity } from '../checks/check.ts'
import { checks } from '../checks/index.ts'
import type { ImageClass } from '../kubernetes/images/image-use.ts'
import { pairs, settingText, type Settings } from './setting-values.ts'

/** Highest severity for each class; `off` drops its findings. */
export type ClassSeverity = Readonly<Record<ImageClass, Severity | 'off'>>

/** Highest severity of single checks, by id; `off` drops their findings. */
export type CheckSeverity = Readonly<Record<string, Severity | 'off'>>

const severityLimits = ['error', 'warning', 'note', 'off'] as const
const imageClasses = ['pod', 'container', 'field', 'mention'] as const

/** pod and container decide; a field may not be an image at all, a mention even less. */
export const defaultClassSeverity: ClassSeverity = {
  pod: 'error',
  container: 'error',
  field: 'warning',
  mention: 'note'
}

export function classSeverity(settings: Settings): ClassSeverity {
  const chosen = Object.entries(pairs(settings, 'class-severity')).map(([name, limit]) => {
    const known = imageClasses.find(value => value === name)
    const level = severityLimits.find(value => value === limit)
    if (known === undefined || level === undefined)
      throw new InputError(
        `Option ${settingText('class-severity')} has '${visible(name)}=${visible(limit)}': write one of ${imageClasses.join(', ')}, then = and one of ${severityLimits.join(', ')}.`
      )
    return [known, level] as const
  })
  return { ...defaultClassSeverity, ...Object.fromEntries(chosen) }
}

const checkLimits = ['warning', 'note', 'off'] as const

/** By the id of the check; what is left out keeps its severity. */
export function checkSeverity(settings: Settings): CheckSeverity {
  const ids = new Set(checks.map(({ id }) => id))
  const chosen = Object.entries(pairs(settings, 'checks')).map(([id, limit]) => {
    const level = checkLimits.find(value => value === (limit === 'false' ? 'off' : limit))
    if (!ids.has(id) || level === undefined)
      throw new InputError(
        `Option ${settingText('checks')} has '${visible(id)}=${visible(limit)}': write the id of a check (acr-pull-check explain lists them), then = and one of ${checkLimits.join(', ')}.`
      )
    return [id, level] as const
  })
  return Object.fromEntries(chosen)
}
