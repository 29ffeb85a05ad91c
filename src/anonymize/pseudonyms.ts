import { memoize } from '../base/memoize.ts'
import { type Fragments, piecesOf } from './pieces.ts'
import { vocabulary } from './vocabulary.ts'

/** What a name belongs to, which is all that its pseudonym tells: none is a word of the field, which may be cut off and stay. */
export type NameKind = 'word' | 'clu' | 'hub' | 'rg' | 'uami' | 'vnet'

/** Replaces, always the same by the same. */
export type Pseudonyms = {
  readonly token: (token: string, kind: NameKind) => string
  readonly guid: (guid: string) => string
  readonly digest: (digits: string) => string
  readonly address: (address: string) => string
}

export type PseudonymSource = {
  readonly fragments: Fragments
  /** In lower case: what stays although it is no word of the field, such as the regions of the facts. */
  readonly kept: ReadonlySet<string>
  /** In lower case: what the originals hold, which no pseudonym may be. */
  readonly taken: ReadonlySet<string>
}

/** Short numbers, quantities and versions of APIs tell nobody's name. */
const harmless =
  /^(?:\d{1,5}(?:m|Mi|Gi|Ti|Ki|k|M|G|T|s|h|d|ms|e\d+)?|v\d{1,2}(?:(?:alpha|beta)\d{1,2})?|\d{4}-\d\d-\d\d|[xX]{3,})$/

/** No letter says more than its case; pseudonyms of one length are no beginnings of each other. */
function inCaseOf(original: string, pseudonym: string): string {
  if (!/\p{Lu}/u.test(original)) return pseudonym
  return /\p{Ll}/u.test(original)
    ? pseudonym.slice(0, 1).toUpperCase() + pseudonym.slice(1)
    : pseudonym.toUpperCase()
}

/** Separators decide whether a text is a valid name; they stay, with one letter between them. */
const outlineOf = (original: string): string =>
  (original.match(/[-_]+/g) ?? []).map(separator => `${separator}x`).join('')

const isAscii = (text: string): boolean => /^[\0-\x7f]*$/.test(text)

/** What is too long for a name, or for any host, stays so. */
const longestOrdinary = 60

const shaped = (original: string, pseudonym: string): string => {
  const outlined = `${pseudonym}${outlineOf(original)}${isAscii(original) ? '' : 'é'}`
  const full = original.length > longestOrdinary ? outlined.padEnd(original.length, 'x') : outlined
  return inCaseOf(original, full)
}

const nobody = /^[0-]+$/

/** Addresses for benchmarks, which belong to nobody (RFC 2544). */
const benchmarkAddress = (number: number): string =>
  `198.${18 + Math.trunc(number / 65_536)}.${Math.trunc(number / 256) % 256}.${number % 256}`

/** Those of Azure itself and of the machine say nothing (learn.microsoft.com, "What is IP address 168.63.129.16?"). */
const knownAddress = /^(?:0\.|127\.|169\.254\.169\.254$|168\.63\.129\.16$)/

/** Counts from 1, each key once. */
function numbering(): (key: string) => number {
  const numbers = new Map<string, number>()
  return key => {
    const number = numbers.get(key) ?? numbers.size + 1
    numbers.set(key, number)
    return number
  }
}

/** Numbers from the first on; a number whose name the originals hold is passed over. */
function* freshNumbers(taken: ReadonlySet<string>): Generator<string, never> {
  const width = Math.max(3, String(taken.size).length)
  const used = new Set(Array.from(taken, token => /(?<!\d)\d+(?=x)/.exec(token)?.[0] ?? ''))
  for (let number = 1; ; number += 1) {
    const digits = String(number).padStart(width, '0')
    if (!used.has(digits)) yield digits
  }
}

function nameSource(taken: ReadonlySet<string>): (piece: string, kind: NameKind) => string {
  const names = new Map<string, string>()
  const numbers = freshNumbers(taken)
  return (piece, kind) => {
    const name = names.get(piece) ?? `${kind}${numbers.next().value}x`
    names.set(piece, name)
    return name
  }
}

export function pseudonyms({ fragments, kept, taken }: PseudonymSource): Pseudonyms {
  const guidNumber = numbering()
  const digestNumber = numbering()
  const addressNumber = numbering()
  const digitsNumber = numbering()
  const nameOf = nameSource(taken)
  const pieces = memoize((token: string) => piecesOf(token, fragments))
  const core = (piece: string, kind: NameKind): string => {
    if (!/[^-_]/.test(piece)) return piece
    const lower = piece.toLowerCase()
    if (vocabulary.has(lower) || kept.has(lower) || harmless.test(piece)) return piece
    if (/^\d+$/.test(piece))
      return String(digitsNumber(piece))
        .padStart(piece.length - 1, '0')
        .padStart(piece.length, '9')
    return shaped(piece, nameOf(lower, kind))
  }
  return {
    token: (token, kind) =>
      kept.has(token.toLowerCase()) || vocabulary.has(token.toLowerCase())
        ? token
        : pieces(token)
            .map(piece => core(piece, kind))
            .join(''),
    guid: guid =>
      nobody.test(guid) || kept.has(guid.toLowerCase())
        ? guid
        : `00000000-0000-4000-8000-${String(guidNumber(guid.toLowerCase())).padStart(12, '0')}`,
    digest: digits => {
      const number = String(digestNumber(digits.toLowerCase()))
      return `${/[A-F]/.test(digits) ? 'A' : 'a'}${number.padStart(digits.length - 1, '0')}`
    },
    address: address =>
      knownAddress.test(address) ? address : benchmarkAddress(addressNumber(address))
  }
}
