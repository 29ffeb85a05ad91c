import { loadAll } from 'js-yaml'
import * as z from 'zod/mini'
import { InputError, messageOf } from '../base/errors.ts'
import { visible } from '../base/visible.ts'
import { faultOf } from './grammar.ts'
import { options, reportFileInputs, type Option } from './options.ts'
import { settingText, shownValue, type Settings } from './setting-values.ts'
import { valuesOf } from './settings.ts'

const scalar = z.union([z.string(), z.number(), z.boolean()])
const list = z.union([scalar, z.array(scalar), z.record(z.string(), scalar)])
/** Of one thing, such as a chart, by its name. */
const named = z.union([scalar, z.record(z.string(), list)])
/** Of things that have no name, such as targets; what may stand in each is for who reads the option. */
const unnamed = z.array(z.record(z.string(), z.json()))
const configValue = z.union([scalar, z.array(scalar), unnamed, z.record(z.string(), named)])
const configFile = z.nullable(z.record(z.string(), configValue))

type List = z.infer<typeof list>

const textsIn = (value: List): readonly string[] => {
  if (Array.isArray(value)) return value.map(item => String(item).trim())
  if (typeof value === 'object')
    return Object.entries(value).map(([name, item]) => `${name}=${String(item)}`)
  return [String(value)]
}

const textOfItem = (item: z.infer<typeof scalar> | object): string =>
  typeof item === 'object' ? JSON.stringify(item) : String(item).trim()

/** A map is NAME=VALUE; a map of maps `NAME:KEY=VALUE`; each map of a list JSON. */
function valuesFromFile(option: Option, value: z.infer<typeof configValue>): readonly string[] {
  if (Array.isArray(value)) return value.map(textOfItem)
  if (typeof value !== 'object') return valuesOf(option, String(value))
  return Object.entries(value).flatMap(([name, item]) =>
    typeof item === 'object'
      ? Object.entries(item).flatMap(([key, of]) =>
          textsIn(of).map(text => `${name}:${key}=${text}`)
        )
      : [`${name}=${String(item)}`]
  )
}

/** What only the workflow may set. */
const workflowsOwn: readonly string[] = [
  ...options.filter(({ trust }) => trust === 'never').map(({ name }) => name),
  ...reportFileInputs.map(({ input }) => input)
]

function checkedValues(file: string, option: Option, values: readonly string[]): readonly string[] {
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
  return values
}

const unusable = (file: string, key: string): InputError =>
  new InputError(
    `Settings file ${file} has no usable value at '${visible(key)}': write a text, a list, or a map of names to texts.`
  )

const holdsMaps = (value: z.infer<typeof configValue>): boolean =>
  Array.isArray(value) && value.some(item => typeof item === 'object')

export type SettingsFile = {
  readonly settings: Settings
  /** Keys in it that only the workflow may set, without their values. */
  readonly workflowsOwn: readonly string[]
}

/** The settings file: keys are the option names, values a scalar, a list, or a map for NAME=VALUE options. */
export function readSettingsFile(file: string, text: string): SettingsFile {
  const parsed = configFile.safeParse(parseYaml(file, text))
  if (!parsed.success) throw unusable(file, parsed.error.issues[0]?.path.join('.') ?? '')
  const entries = Object.entries(parsed.data ?? {})
  return {
    settings: Object.fromEntries(
      entries
        .filter(([key]) => !workflowsOwn.includes(key))
        .map(([key, value]) => {
          const option = settable(file, key)
          if (holdsMaps(value) && option.grammar.map !== true) throw unusable(file, key)
          return [key, checkedValues(file, option, valuesFromFile(option, value))]
        })
    ),
    workflowsOwn: entries.map(([key]) => key).filter(key => workflowsOwn.includes(key))
  }
}

/** The same; InputError where it holds what only the workflow may set. */
export function settingsFromFile(file: string, text: string): Settings {
  const read = readSettingsFile(file, text)
  const [key] = read.workflowsOwn
  if (key === undefined) return read.settings
  throw new InputError(
    `Settings file ${file} has the key '${key}', which no settings file may set, because a pull request can change the file: set it in the workflow, with ${settingText(key)}.`
  )
}

function settable(file: string, key: string): Option {
  const option = settableOptions.find(({ name }) => name === key)
  if (option !== undefined) return option
  throw new InputError(
    `Settings file ${file} has the unknown key '${visible(key)}': write one of ${settableOptions.map(({ name }) => name).join(', ')}.`
  )
}

/** Options that a settings file may hold. */
export const settableOptions: readonly Option[] = options.filter(({ trust }) => trust !== 'never')

function parseYaml(file: string, text: string): unknown {
  try {
    const [first = null] = loadAll(text.replace(/^\ufeff/, ''))
    return first
  } catch (error) {
    throw new InputError(
      `Settings file ${file} is no YAML: ${visible(messageOf(error).split('\n', 1).join(''))}.`,
      { cause: error }
    )
  }
}
