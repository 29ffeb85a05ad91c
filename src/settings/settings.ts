import { options, type Option } from './options.ts'
import type { Settings } from './setting-values.ts'

const lines = (text: string): readonly string[] =>
  text
    .split(/\r?\n/)
    .map(line => line.trim())
    .filter(line => line !== '')

const environmentName = (option: Option): string =>
  `ACR_PULL_CHECK_${option.name.toUpperCase().replaceAll('-', '_')}`

/** One text as a door gives it: a repeatable option takes one value a line. */
export function valuesOf({ repeatable }: Option, text: string): readonly string[] {
  if (repeatable) return lines(text)
  return text.trim() === '' ? [] : [text.trim()]
}

/** `ACR_PULL_CHECK_FAIL_ON` and its like; empty variables count as absent. */
export function settingsFromEnvironment(
  environment: Readonly<Record<string, string | undefined>>
): Settings {
  return Object.fromEntries(
    options
      .map(
        option =>
          [option.name, valuesOf(option, environment[environmentName(option)] ?? '')] as const
      )
      .filter(([, values]) => values.length > 0)
  )
}

/** Later sources win, option by option: file, then environment, then flags or inputs. */
export const mergeSettings = (...sources: readonly Settings[]): Settings =>
  Object.fromEntries(sources.flatMap(source => Object.entries(source)))
