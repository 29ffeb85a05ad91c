import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'

/** A page that a Markdown text became, taken apart. */
export type RenderedPage = {
  /** The name of each element that is opened, in order. */
  readonly elements: readonly string[]
  readonly links: readonly string[]
  /** Each run of words outside of code, as a reader sees it. */
  readonly words: readonly string[]
}

const piece =
  /<(\/?)([a-z][a-z0-9]*)((?:\s[a-z-]+(?:="[^"]*")?)*)\s*\/?>|((?:[^<]|<(?!\/?[a-z]))+)|</gi

const entities: Readonly<Record<string, string>> = { lt: '<', gt: '>', quot: '"', amp: '&' }

const decoded = (html: string): string =>
  html.replace(/&(lt|gt|quot|amp);/g, (_, name: string) => entities[name] ?? '')

/** By CommonMark and GitHub Flavored Markdown, raw HTML kept, as GitHub renders before it removes what it does not allow. */
export function renderedMarkdown(markdown: string): RenderedPage {
  const html = micromark(markdown, {
    allowDangerousHtml: true,
    allowDangerousProtocol: true,
    extensions: [gfm()],
    htmlExtensions: [gfmHtml()]
  })
  const elements: string[] = []
  const links: string[] = []
  const words: string[] = []
  let inCode = 0
  for (const [, closing, name, attributes = '', text] of html.matchAll(piece)) {
    if (text !== undefined && inCode === 0) words.push(decoded(text))
    if (name === 'code') inCode += closing === '/' ? -1 : 1
    if (name === undefined || closing === '/') continue
    elements.push(name)
    links.push(...[...attributes.matchAll(/(?:href|src)="([^"]*)"/g)].map(([, to = '']) => to))
  }
  return { elements, links, words }
}

/** The elements that our Markdown has. */
export const ownElements = new Set(
  [
    'h2',
    'h3',
    'h4',
    'p',
    'strong',
    'code',
    'pre',
    'ul',
    'li',
    'a',
    'details',
    'summary',
    'sub'
  ].concat(['br', 'wbr', 'table', 'thead', 'tbody', 'tr', 'th', 'td'])
)

/** What GitHub turns into a link in the finished page, outside of code and links (GitHub docs, "Autolinked references"). */
export const autolinked = /@[\w"]|#\d|gh-\d|:\/\/|www\./i
