import { loadAll } from 'js-yaml'
import * as z from 'zod/mini'
import { InputError, messageOf } from '../base/errors.ts'
import { visible } from '../base/visible.ts'
import { faultOf } from './grammar.ts'
import { options, reportFileInputs, type Option } from './options.ts'
import { settingText, shownValue, type Settings } from './setting-values.ts'

const scalar = z.union([z.string(), z.number(), z.boolean()])
const configValue = z.union([scalar, z.array(scalar), z.record(z.string(), scalar)])
const configFile = z.nullable(z.record(z.string(), configValue))

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

function valuesFromFile(option: Option, value: z.infer<typeof configValue>): readonly string[] {
  if (Array.isArray(value)) return value.map(item => String(item).trim())
  if (typeof value === 'object')
    return Object.entries(value).map(([name, item]) => `${name}=${String(item)}`)
  return valuesOf(option, String(value))
}

/** Why a settings file may not hold this key; null where it may. */
function keyFault(key: string): string | null {
  const option = options.find(({ name }) => name === key)
  if (option?.trust === 'never') return `set it in the workflow (${settingText(key)})`
  if (reportFileInputs.some(({ input }) => input === key))
    return `set it in the workflow (input ${key})`
  return null
}

function refuseNever(file: string, key: string): void {
  const cure = keyFault(key)
  if (cure !== null)
    throw new InputError(
      `Settings file ${file} has the key '${key}', which no settings file may set, because a pull request can change the file: ${cure}.`
    )
}

function checkedValues(
  file: string,
  option: Option,
  values: readonly string[]
): readonly [string, readonly string[]] {
  if (!option.repeatable && values.length > 1)
    throw new InputError(
      `Settings file ${file} has ${values.length} values for '${option.name}': write one.`
    )
  for (const value of values) {
    const fault = faultOf(value, option.grammar, 'file')
    if (fault !== null)
      throw new InputError(
        `Settings file ${file} has '${shownValue(option, value)}' for '${option.name}': write ${fault}.`
      )
  }
  return [option.name, values]
}

/** The settings file: keys are the option names, values a scalar, a list, or a map for NAME=VALUE options. */
export function settingsFromFile(file: string, text: string): Settings {
  const parsed = configFile.safeParse(parseYaml(file, text))
  if (!parsed.success) {
    const key = parsed.error.issues[0]?.path.join('.') ?? ''
    throw new InputError(
      `Settings file ${file} has no usable value at '${visible(key)}': write a text, a list, or a map of names to texts.`
    )
  }
  return Object.fromEntries(
    Object.entries(parsed.data ?? {}).map(([key, value]) => {
      refuseNever(file, key)
      const option = settableOptions.find(({ name }) => name === key)
      if (option === undefined)
        throw new InputError(
          `Settings file ${file} has the unknown key '${visible(key)}': write one of ${settableOptions.map(({ name }) => name).join(', ')}.`
        )
      return checkedValues(file, option, valuesFromFile(option, value))
    })
  )
}

/** Options that a settings file may hold. */
export const settableOptions: readonly Option[] = options.filter(({ trust }) => trust !== 'never')

function parseYaml(file: string, text: string): unknown {
  try {
    const [first = null] = loadAll(text)
    return first
  } catch (error) {
    throw new InputError(
      `Settings file ${file} is no YAML: ${messageOf(error).split('\n', 1).join('')}.`,
      {
        cause: error
      }
    )
  }
}

/** Later sources win, option by option: file, then environment, then flags or inputs. */
export const mergeSettings = (...sources: readonly Settings[]): Settings =>
  Object.fromEntries(sources.flatMap(source => Object.entries(source)))
