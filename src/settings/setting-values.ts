import { InputError } from '../base/errors.ts'
import { options } from './options.ts'

/** Plain strings by option name, as a door or the config file gives them. */
export type Settings = Readonly<Record<string, readonly string[]>>

/** A setting by every name that the user may have given it: `--max-age (input facts-max-age)`. */
export function settingText(name: string): string {
  const { flag = null, input = null } = options.find(option => option.name === name) ?? {}
  if (flag === null) return `input ${input ?? name}`
  return input === null ? `--${flag}` : `--${flag} (input ${input})`
}

/** The last one given; null for none, or nothing but blanks. */
export const first = (settings: Settings, name: string): string | null => {
  const value = settings[name]?.at(-1)?.trim()
  return value === undefined || value === '' ? null : value
}

/** All that were given, but for blanks. */
export const all = (settings: Settings, name: string): readonly string[] =>
  (settings[name] ?? []).map(value => value.trim()).filter(value => value !== '')

/** `true` and `false` in the spellings of YAML 1.2's core schema, as GitHub takes them. */
export function switched(settings: Settings, name: string, fallback: boolean): boolean {
  const text = first(settings, name)
  if (text === null) return fallback
  if (/^true$/i.test(text)) return true
  if (/^false$/i.test(text)) return false
  throw new InputError(`Option ${settingText(name)} is '${text}': write true or false.`)
}

/** One of the allowed words, in any case. */
export function oneOf<T extends string>(
  settings: Settings,
  name: string,
  allowed: readonly T[],
  fallback: T
): T {
  const text = first(settings, name)
  if (text === null) return fallback
  const found = allowed.find(value => value === text.toLowerCase())
  if (found === undefined)
    throw new InputError(
      `Option ${settingText(name)} is '${text}': write one of ${allowed.join(', ')}.`
    )
  return found
}

/** `NAME=VALUE`, the last of each name. */
export function pairs(settings: Settings, name: string): Record<string, string> {
  return Object.fromEntries(
    all(settings, name).map(text => {
      const at = text.indexOf('=')
      if (at < 1)
        throw new InputError(`Option ${settingText(name)} has '${text}': write NAME=VALUE.`)
      return [text.slice(0, at), text.slice(at + 1)]
    })
  )
}

const unitMilliseconds: Readonly<Record<string, number>> = {
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000
}

/** In milliseconds. */
export function duration(settings: Settings, name: string, fallback: number): number {
  const text = first(settings, name)
  if (text === null) return fallback
  const [, count, unit] = /^(\d{1,6})([mhd])$/.exec(text) ?? []
  const milliseconds = unit === undefined ? undefined : unitMilliseconds[unit]
  if (count === undefined || milliseconds === undefined)
    throw new InputError(
      `Option ${settingText(name)} is '${text}': write a duration such as 90m, 12h or 3d.`
    )
  return Number(count) * milliseconds
}
