import type { NameKind, Pseudonyms } from './pseudonyms.ts'

const guid = String.raw`(?<![\p{L}\p{N}-])[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}(?![\p{L}\p{N}-])`
const digest = String.raw`(?<![\p{L}\p{N}])(?:[0-9a-fA-F]{128}|[0-9a-fA-F]{96}|[0-9a-fA-F]{64})(?![\p{L}\p{N}])`
const address = String.raw`(?<![\p{L}\p{N}.-])\d{1,3}(?:\.\d{1,3}){3}(?![\p{L}\p{N}.-])`
/** What stands for one character in quotes; its letter is no part of a name. */
const escape = String.raw`\\[\p{L}\p{N}]`
/** Letters and digits of any script, with the separators between them. */
const token = String.raw`[\p{L}\p{N}\p{M}]+(?:[-_]+[\p{L}\p{N}\p{M}]+)*`

const pieces = new RegExp(
  `(?<guid>${guid})|(?<digest>${digest})|(?<address>${address})|(?<escape>${escape})|(?<token>${token})`,
  'gu'
)

/** `\u0063ontoso` is contoso to whoever reads JSON. */
const spelledOut = /\\(?:u00|x)([2-7][0-9a-fA-F])/g

const spoken = (text: string): string =>
  text.includes('\\')
    ? text.replace(spelledOut, (written, code: string) => {
        const character = String.fromCharCode(Number.parseInt(code, 16))
        return /[A-Za-z0-9]/.test(character) ? character : written
      })
    : text

const tokens = new RegExp(token, 'gu')

/** Every token of a text, in lower case. */
export const tokensIn = (text: string): readonly string[] =>
  spoken(text).toLowerCase().match(tokens) ?? []

const kindBefore: readonly (readonly [RegExp, NameKind])[] = [
  [/\/managedclusters\/$/i, 'clu'],
  [/\/registries\/$/i, 'hub'],
  [/\/resourcegroups\/$/i, 'rg'],
  [/\/userassignedidentities\/$/i, 'uami'],
  [/\/virtualnetworks\/$/i, 'vnet']
]

const longestBefore = 30

const kindAt = (text: string, offset: number): NameKind => {
  if (text[offset - 1] !== '/') return 'word'
  const before = text.slice(Math.max(0, offset - longestBefore), offset)
  return kindBefore.find(([pattern]) => pattern.test(before))?.[1] ?? 'word'
}

/** What one match becomes. */
function replacement(
  { groups = {}, 0: written }: RegExpExecArray,
  kind: NameKind,
  names: Pseudonyms
): string {
  if (groups['guid'] !== undefined) return names.guid(written)
  if (groups['digest'] !== undefined) return names.digest(written)
  if (groups['address'] !== undefined) return names.address(written)
  return groups['token'] === undefined ? written : names.token(written, kind)
}

/** Replaces every word of a text that is none of the field; what stands between the words stays. */
export function withoutNames(text: string, names: Pseudonyms): string {
  const whole = spoken(text)
  let result = ''
  let end = 0
  for (const match of whole.matchAll(pieces)) {
    result += whole.slice(end, match.index) + replacement(match, kindAt(whole, match.index), names)
    end = match.index + match[0].length
  }
  return result + whole.slice(end)
}
