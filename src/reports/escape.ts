/*
 * Texts of manifests and of Azure are data: whatever they hold, they must not become a terminal sequence, a CI command,
 * Markdown, HTML or XML. Every reporter escapes with these functions and no others.
 */

const escapeCharacter = String.fromCodePoint(0x1b)
const bell = String.fromCodePoint(0x07)

/** Complete CSI and OSC sequences (ECMA-48, 5.4 and 8.3.89); what is incomplete loses its control characters below. */
const terminalSequences = new RegExp(
  `${escapeCharacter}(?:\\[[0-?]*[ -/]*[@-~]|\\][^${escapeCharacter}${bell}]*(?:${bell}|${escapeCharacter}\\\\))`,
  'g'
)

/** Controls (C0, C1), format characters (bidi, zero width, tags), line separators, lone surrogates, noncharacters. */
const invisible = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}]/gu
const invisibleInLine = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}\p{Noncharacter_Code_Point}]/gu

/** Most texts hold nothing else, and this is far quicker to see than the Unicode classes above. */
const plainLine = /^[ -~]*$/

/** What a person can see of a text, in one line. */
export const oneLine = (text: string): string =>
  plainLine.test(text)
    ? text
    : text
        .replace(terminalSequences, '')
        .replace(/[\t\r\n]+/g, ' ')
        .replace(invisible, '')

/** The same for texts of several lines, such as commands and rationales. */
export const visibleLines = (text: string): readonly string[] =>
  text
    .replace(terminalSequences, '')
    .split(/\r\n|\r|\n/)
    .map(line => line.replaceAll('\t', '  ').replace(invisible, ''))

/** At most `length` UTF-16 units, with `…` for what is cut off. */
export function clipped(text: string, length: number): string {
  if (text.length <= length) return text
  return `${text.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`
}

/**
 * `##[name]` is a command anywhere in a line to GitHub's runner (actions/runner, src/Runner.Common/ActionCommand.cs),
 * `##vso[` to Azure Pipelines' agent (microsoft/azure-pipelines-agent, src/Microsoft.VisualStudio.Services.Agent/Command.cs);
 * a blank breaks them up.
 */
export const inertWords = (text: string): string => text.replace(/##(?=\[|vso\[)/gi, '# #')

/** A finished text of which no CI system obeys a line: GitHub's runner also takes `::name` after leading white space. */
export const inertLines = (text: string): string =>
  inertWords(text).replace(/^([^\S\n\r\u2028\u2029]*):(?=:)/gm, '$1: ')

/** Any text as a log may show it. */
export const logText = (text: string): string => inertLines(visibleLines(text).join('\n'))

/** Most reports hold nothing else, and this is far quicker to see than the Unicode classes above. */
const plainAscii = /^[\n -~]*$/

/** JSON of which nothing is invisible or a command to a CI system: such characters are written as `\uXXXX`, the same value. */
export function visibleJson(text: string): string {
  const visible = plainAscii.test(text) ? text : text.replace(invisibleInLine, unicodeEscapes)
  return visible.replaceAll('##', String.raw`#\u0023`)
}

function unicodeEscapes(character: string): string {
  return Array.from(
    { length: character.length },
    (_, index) => String.raw`\u` + character.charCodeAt(index).toString(16).padStart(4, '0')
  ).join('')
}

/** Data of a workflow command (actions/toolkit, packages/core/src/command.ts). */
export const commandData = (text: string): string =>
  text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

/** A property of a workflow command. */
export const commandProperty = (text: string): string =>
  commandData(text).replaceAll(':', '%3A').replaceAll(',', '%2C')

/** Data of a logging command (microsoft/azure-pipelines-task-lib, node/taskcommand.ts). */
export const pipelineData = (text: string): string =>
  text.replaceAll('%', '%AZP25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')

/** A property of a logging command. */
export const pipelineProperty = (text: string): string =>
  pipelineData(text).replaceAll(']', '%5D').replaceAll(';', '%3B')

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;'
}

/** Text or attribute value of HTML and XML alike; `::` and `##` become entities, so that no line is a CI command. */
export const markupText = (text: string): string =>
  oneLine(text)
    .replace(/[&<>"']/g, character => entities[character] ?? character)
    .replaceAll('::', '&#58;:')
    .replace(/#(?=#)/g, '&#35;')

/** Several lines of HTML or XML text, such as a command. */
export const markupLines = (text: string): string => visibleLines(text).map(markupText).join('\n')

const markdownSigns: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '|': '&#124;'
}

/**
 * What would be a link without any brackets: `://`, `www.` and mail addresses (GitHub Flavored Markdown, 6.9), mentions,
 * `#1` and `GH-1` (GitHub docs, "Autolinked references and URLs"). They are sought in the rendered text, where entities
 * and backslashes are gone; so an element that shows nothing stands in between.
 */
const autolinks = /@|:(?=\/\/)|\\#(?=\d)|GH-(?=\d)|www(?=\.)/gi

/** Words inside a Markdown line or table cell: no emphasis, link, code, mathematics, HTML, mention or autolink. */
export const markdownText = (text: string): string =>
  oneLine(text)
    .replace(/[&<>|\\`*_{}[\]~!$#]/g, sign => markdownSigns[sign] ?? `\\${sign}`)
    .replace(autolinks, '$&<wbr>')

/** Markdown that begins a line or list item: no list, heading underline or indented code. */
export const markdownStart = (markdown: string): string =>
  markdown
    .trimStart()
    .replace(/^[-+=:]/, String.raw`\$&`)
    .replace(/^(\d+)([.)])/, String.raw`$1\$2`)

const longestRun = (text: string): number =>
  (text.match(/`+/g) ?? []).reduce((longest, run) => Math.max(longest, run.length), 0)

/** Inline code, also in a table cell and a link; what would end either, no name has, and it becomes escaped words. */
export function markdownCode(text: string): string {
  const code = oneLine(text)
  if (code.trim() === '') return '` `'
  return /[`|]/.test(code) ? markdownText(code) : `\`${code}\``
}

/** A fenced block that its content cannot close. */
export function markdownBlock(text: string, language: string): string {
  const code = visibleLines(text).join('\n')
  const fence = '`'.repeat(Math.max(3, longestRun(code) + 1))
  return `${fence}${language}\n${code}\n${fence}`
}

/** A relative path as part of a URL. */
export const pathInUrl = (path: string): string =>
  oneLine(path)
    .split('/')
    .map(segment => encodeURIComponent(segment).replace(/[()'!*~]/g, percentCode))
    .join('/')

function percentCode(character: string): string {
  return `%${character.charCodeAt(0).toString(16).toUpperCase()}`
}

/** An address that may stand in a link: https only, without what could end the link. */
export const linkTarget = (url: string): string | null =>
  /^https:\/\/[\w.~:/?#@!$&*+,;=%-]+$/.test(url) ? url : null
