import { loadAll } from 'js-yaml'
import * as z from 'zod/mini'
import { InputError, messageOf } from '../base/errors.ts'
import type { Settings } from './setting-values.ts'
import { options, type Option } from './options.ts'

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
export const valuesOf = (option: Option, text: string): readonly string[] =>
  option.repeatable ? lines(text) : lines(text).slice(0, 1)

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

/** Secrets and the file's own name are no settings of a file that lies in the repository. */
const notInFile: readonly string[] = ['config', 'github-token']

function valuesFromFile(value: z.infer<typeof configValue>): readonly string[] {
  if (Array.isArray(value)) return value.map(String)
  if (typeof value === 'object')
    return Object.entries(value).map(([name, item]) => `${name}=${String(item)}`)
  return lines(String(value))
}

/** The settings file: keys are the option names, values a scalar, a list, or a map for NAME=VALUE options. */
export function settingsFromFile(file: string, text: string): Settings {
  const parsed = configFile.safeParse(parseYaml(file, text))
  if (!parsed.success) {
    const key = parsed.error.issues[0]?.path.join('.') ?? ''
    throw new InputError(
      `Settings file ${file} has no usable value at '${key}': write a text, a list, or a map of names to texts.`
    )
  }
  return Object.fromEntries(
    Object.entries(parsed.data ?? {}).map(([key, value]) => {
      const option = options.find(known => known.name === key && !notInFile.includes(key))
      if (option === undefined)
        throw new InputError(
          `Settings file ${file} has the unknown key '${key}': write one of ${settableNames().join(', ')}.`
        )
      return [key, valuesFromFile(value)]
    })
  )
}

/** Options that a settings file may hold. */
export const settableNames = (): readonly string[] =>
  options.map(option => option.name).filter(name => !notInFile.includes(name))

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
