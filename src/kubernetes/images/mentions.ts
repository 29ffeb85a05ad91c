import { memoizeForObjects } from '../../base/memoize.ts'
import { parseImage, type ParsedImage } from './parsed-image.ts'
import { isAzureRegistryHost, registryHost } from './registry-host.ts'
import { placeholderPattern } from '../placeholders/placeholders.ts'

/** A registry host in a text, and the image it seems to begin. */
export type Mention = {
  readonly image: ParsedImage
  /** Offsets into the text. */
  readonly start: number
  readonly end: number
}

const escaped = (suffix: string): string =>
  suffix.replace(/^\./, '').replace(/[^A-Za-z0-9-]/g, String.raw`\$&`)

/**
 * A host is only looked for where no letter, digit, dot or hyphen stands before it, so each stretch of text is
 * scanned once. Data endpoints (`name.region.data.azurecr.io`) do not match: no image is pulled by that name.
 */
const hostPattern = (suffixes: readonly string[]): RegExp =>
  new RegExp(
    String.raw`(?<![A-Za-z0-9.-])[a-z0-9][a-z0-9-]*(?:\.[a-z0-9-]+\.geo)?\.(?:${suffixes.map(escaped).join('|')})(?::\d+)?(?=$|[/"'\s,;)])`,
    'gi'
  )

const restPattern = new RegExp(`^(?:[A-Za-z0-9._/:@-]|${placeholderPattern})*`)
const sentenceEnd = /(?<![.:/@-])[.:/@-]+$/
/** No reference is longer; patterns with alternatives fail on texts of megabytes. */
const longestRest = 1024

/** The text from the host on, as far as it can belong to a reference. */
const tokenAt = (text: string, start: number, hostEnd: number): string => {
  const rest = restPattern.exec(text.slice(hostEnd, hostEnd + longestRest))?.[0] ?? ''
  const isPattern = rest.endsWith('/') || /[*?]/.test(text.charAt(hostEnd + rest.length))
  return text.slice(start, hostEnd) + (isPattern ? '' : rest.replace(sentenceEnd, ''))
}

const imageOf = (token: string, host: string, suffixes: readonly string[]): ParsedImage => {
  const parsed = parseImage(token, {})
  if (parsed.kind === 'unresolved') return parsed
  return parsed.kind === 'reference' &&
    isAzureRegistryHost(registryHost(parsed.reference), suffixes)
    ? parsed
    : { kind: 'registry', text: token, host: host.replace(/:\d+$/, '').toLowerCase() }
}

/** How texts are searched for the registries of these suffixes. */
export type MentionSearch = {
  /** Finds every mention in a text, each when it is asked for. */
  readonly find: (text: string) => Iterable<Mention>
  /** Whether there is one. */
  readonly isIn: (text: string) => boolean
  /** Whether a text holds a suffix at all: without one, no text in a whole file needs to be searched. */
  readonly concerns: (text: string) => boolean
}

export const noMentions: MentionSearch = {
  find: () => [],
  isIn: () => false,
  concerns: () => false
}

const createSearch = (suffixes: readonly string[]): MentionSearch => {
  const hosts = hostPattern(suffixes)
  const anySuffix = new RegExp(suffixes.map(escaped).join('|'), 'i')
  const shortest = Math.min(...suffixes.map(suffix => suffix.length))
  const concerns = (text: string) => text.length > shortest && anySuffix.test(text)
  const mention = ({ 0: host, index: start, input }: RegExpExecArray): Mention => {
    const token = tokenAt(input, start, start + host.length)
    return { image: imageOf(token, host, suffixes), start, end: start + token.length }
  }
  return {
    concerns,
    isIn: text => concerns(text) && text.search(hosts) >= 0,
    *find(text) {
      if (concerns(text)) for (const match of text.matchAll(hosts)) yield mention(match)
    }
  }
}

const createdSearch = memoizeForObjects(createSearch)

/** Compiled once for each list of suffixes, which all files of a run share. */
export const mentionSearch = (suffixes: readonly string[]): MentionSearch =>
  suffixes.length === 0 ? noMentions : createdSearch(suffixes)
