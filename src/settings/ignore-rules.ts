import * as z from 'zod/mini'
import { InputError } from '../base/errors.ts'
import { visible } from '../base/visible.ts'
import { checks } from '../checks/index.ts'
import { all, settingText, type Settings } from './setting-values.ts'
import { faultyPart, jsonIn } from './json-value.ts'

/** Which findings do not count, and why. In patterns `*` stands for any text. */
export type IgnoreRule = {
  /** Its place in the list, from 1. */
  readonly number: number
  readonly checks: readonly string[]
  readonly registry: string | null
  readonly image: string | null
  readonly cluster: string | null
  /** Empty: all. */
  readonly paths: readonly string[]
  /** Empty where nobody gave one, and then it does not count. */
  readonly reason: string
  /** The last day on which it counts, such as 2027-01-31; null: it has none. */
  readonly expires: string | null
}

const texts = z.union([z.string(), z.array(z.string())])

const ruleShape = z.strictObject({
  check: texts,
  registry: z.optional(z.string()),
  image: z.optional(z.string()),
  cluster: z.optional(z.string()),
  paths: z.optional(texts),
  reason: z.optional(z.string()),
  expires: z.optional(z.string())
})

const wrong = (number: number, fault: string): InputError =>
  new InputError(`Option ${settingText('ignore')} is wrong in rule ${number}: ${fault}.`)

const shape =
  'write a map with check, reason, and maybe registry, image, cluster, paths and expires (2027-01-31)'

/** YAML takes an unquoted date for a moment. */
const dayOf = (text: string): string => text.replace(/T00:00:00(?:\.0+)?Z$/, '')

const isDay = (text: string): boolean =>
  /^\d{4}-\d\d-\d\d$/.test(text) && !Number.isNaN(Date.parse(text))

const listOf = (value: string | readonly string[] | undefined): readonly string[] =>
  value === undefined ? [] : typeof value === 'string' ? [value] : value

function ruleOf(text: string, number: number): IgnoreRule {
  const { data, error } = ruleShape.safeParse(jsonIn(text))
  if (data === undefined) throw wrong(number, `${faultyPart(error)} is not understood; ${shape}`)
  const known = new Set(checks.map(({ id }) => id))
  const named = listOf(data.check)
  const other = named.find(id => !known.has(id))
  if (other !== undefined || named.length === 0)
    throw wrong(
      number,
      `'${visible(other ?? '')}' is no check; acr-pull-check explain lists their ids`
    )
  const expires = data.expires === undefined ? null : dayOf(data.expires)
  if (expires !== null && !isDay(expires))
    throw wrong(number, `'${visible(expires)}' of 'expires' is no day; write it as 2027-01-31`)
  return {
    number,
    checks: named,
    registry: data.registry?.toLowerCase() ?? null,
    image: data.image ?? null,
    cluster: data.cluster ?? null,
    paths: listOf(data.paths),
    reason: (data.reason ?? '').trim(),
    expires
  }
}

export const ignoreRules = (settings: Settings): readonly IgnoreRule[] =>
  all(settings, 'ignore').map((text, index) => ruleOf(text, index + 1))
