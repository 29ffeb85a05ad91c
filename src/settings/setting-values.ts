import { InputError } from '../base/errors.ts'
import { visible } from '../base/visible.ts'
import { faultOf } from './grammar.ts'
import { options, type Option, type OptionName } from './options.ts'

/** Plain strings by option name, as a door or the config file gives them. */
export type Settings = Readonly<Record<string, readonly string[]>>

/** A setting by every name that the user may have given it: `--max-age (input facts-max-age)`. */
export function settingText(name: string): string {
  const { flag = null, input = null } = options.find(option => option.name === name) ?? {}
  if (flag === null) return `input ${input ?? name}`
  return input === null ? `--${flag}` : `--${flag} (input ${input})`
}

/** A wrong value as a message may quote it. */
export const shownValue = ({ grammar }: Option, value: string): string =>
  grammar.secret === true ? '***' : visible(value)

/** No value is used that is not written as its option demands, wherever it came from. */
function checked(name: OptionName, value: string): string {
  const option = options.find(known => known.name === name)
  const fault = option === undefined ? null : faultOf(value, option.grammar, 'workflow')
  if (option !== undefined && fault !== null)
    throw new InputError(
      `Option ${settingText(name)} is '${shownValue(option, value)}': write ${fault}.`
    )
  return value
}

/** All that were given, but for blanks. */
export const all = (settings: Settings, name: OptionName): readonly string[] =>
  (settings[name] ?? [])
    .map(value => value.trim())
    .filter(value => value !== '')
    .map(value => checked(name, value))

/** The last one given; null for none, or nothing but blanks. */
export const first = (settings: Settings, name: OptionName): string | null =>
  all(settings, name).at(-1) ?? null

/** `true` and `false` in the spellings of YAML 1.2's core schema, as GitHub takes them. */
export const switched = (settings: Settings, name: OptionName, fallback: boolean): boolean => {
  const text = first(settings, name)
  return text === null ? fallback : text.toLowerCase() === 'true'
}

/** One of the allowed words, in any case. */
export function oneOf<T extends string>(
  settings: Settings,
  name: OptionName,
  allowed: readonly T[],
  fallback: T
): T {
  const text = first(settings, name)
  if (text === null) return fallback
  const found = allowed.find(value => value === text.toLowerCase())
  if (found === undefined)
    throw new InputError(
      `Option ${settingText(name)} is '${visible(text)}': write one of ${allowed.join(', ')}.`
    )
  return found
}

/** `NAME=VALUE`, the last of each name. */
export const pairs = (settings: Settings, name: OptionName): Record<string, string> =>
  Object.fromEntries(
    all(settings, name).map(text => {
      const at = text.indexOf('=')
      return [text.slice(0, at), text.slice(at + 1)]
    })
  )

const unitMilliseconds: Readonly<Record<string, number>> = {
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000
}

/** In milliseconds. */
export function duration(settings: Settings, name: OptionName, fallback: number): number {
  const text = first(settings, name)
  if (text === null) return fallback
  return Number(text.slice(0, -1)) * (unitMilliseconds[text.slice(-1)] ?? 0)
}
