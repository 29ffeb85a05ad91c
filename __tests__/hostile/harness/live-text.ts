import { readMarkup } from '../../reports/markup.ts'
import { autolinked, ownElements, renderedMarkdown } from '../../reports/rendered-markdown.ts'
import { githubCommand, pipelinesCommand } from '../../reports/runners.ts'

/** What in a text is more than text to whoever reads it; the marker stands in all text of the attack. */
type Look = (text: string, marker: string) => readonly string[]

/** Everything except line feeds that a terminal or a reader would not show. */
const invisible = /(?!\n)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u

const shown = (text: string): string => JSON.stringify(text.slice(0, 160))

const hidden: Look = text =>
  text.split('\n').flatMap(line => {
    const { index } = invisible.exec(line) ?? {}
    if (index === undefined) return []
    const code = line.codePointAt(index)?.toString(16) ?? ''
    return [`invisible U+${code} in ${shown(line.slice(Math.max(0, index - 40)))}`]
  })

const noGithubCommands: Look = text =>
  text
    .split('\n')
    .filter(line => githubCommand(line) !== null)
    .map(line => `a workflow command: ${shown(line)}`)

const noPipelinesCommands: Look = text =>
  text
    .split('\n')
    .filter(line => pipelinesCommand(line) !== null)
    .map(line => `a logging command: ${shown(line)}`)

/** What the action itself prints; masks hold secrets, so only their name is looked at. */
const ownCommands = ['error', 'warning', 'notice', 'debug', 'group', 'endgroup', 'add-mask']

const ownGithubCommands: Look = (text, marker) =>
  text.split('\n').flatMap(line => {
    const command = githubCommand(line)
    if (command === null) return []
    const { name, properties, data } = command
    const known = ['file', 'line', 'endLine', 'col', 'endColumn', 'title', '']
    if (!ownCommands.includes(name)) return [`a workflow command: ${shown(line)}`]
    if (name === 'add-mask' && data.includes(marker)) return [`a mask: ${shown(line)}`]
    const foreign = Object.keys(properties).filter(key => !known.includes(key))
    return foreign.length === 0 ? [] : [`properties ${foreign.join(', ')}: ${shown(line)}`]
  })

/** Where the harness asks for the Markdown report, which the pipeline is told to show. */
const ownSummary = /^\/(?:[\w.-]+\/)+workspace\/out\/report\.markdown$/

const ownPipelinesCommands: Look = (text, marker) =>
  text.split('\n').flatMap(line => {
    const command = pipelinesCommand(line)
    if (command === null) return []
    const { name, data } = command
    const isIssue = name === 'task.logissue' && pipelinesCommand(data) === null
    const isSummary =
      name === 'task.uploadsummary' && ownSummary.test(data) && !data.includes(marker)
    return isIssue || isSummary ? [] : [`a logging command: ${shown(line)}`]
  })

const json: Look = text => {
  try {
    JSON.parse(text)
    return []
  } catch (error) {
    return [`no JSON: ${String(error)}`]
  }
}

/** A host that the attack chose: it may stand in text, never in an address. */
const foreignLinks = (addresses: readonly string[], marker: string): readonly string[] =>
  addresses
    .filter(address => {
      const url = URL.parse(address)
      return url?.protocol !== 'https:' || url.host.includes(marker)
    })
    .map(address => `a link to ${shown(address)}`)

const markup: Look = (text, marker) => {
  const { problems, names } = readMarkup(text)
  const active = [...names].filter(name =>
    /^(?:on|src|style|img|iframe|svg|form|base|link|script)/.test(name)
  )
  const addresses = [...text.matchAll(/href="([^"]*)"/g)].map(([, address = '']) => address)
  return [
    ...problems.map(problem => `markup: ${shown(problem)}`),
    ...active.map(name => `an element or attribute ${name}`),
    ...foreignLinks(
      addresses.filter(address => !address.startsWith('#')),
      marker
    )
  ]
}

/** As GitHub renders it; what it would make a link or a mention of afterwards counts as well. */
const markdown: Look = (text, marker) => {
  const { elements, links, words } = renderedMarkdown(text)
  return [
    ...elements.filter(name => !ownElements.has(name)).map(name => `an element ${name}`),
    ...foreignLinks(links, marker),
    ...words.filter(each => autolinked.test(each)).map(each => `a mention or link: ${shown(each)}`)
  ]
}

/** SARIF 2.1.0, 3.11.6: `[` and `]` make a link of a message, unless a backslash stands before each. */
const sarif: Look = text => {
  const broken = json(text, '')
  if (broken.length > 0) return broken
  const messages: string[] = []
  JSON.parse(text, (key, value: unknown) => {
    if (key === 'message' && typeof value === 'object' && value !== null && 'text' in value)
      messages.push(String(value.text))
    return value
  })
  return messages
    .filter(message => /[[\]()]/.test(message.replaceAll(/\\[\\[\]()]/g, '')))
    .map(message => `an open bracket in a SARIF message: ${shown(message)}`)
}

const plain: readonly Look[] = [hidden, noGithubCommands, noPipelinesCommands]

/** What may not be alive in a report of each format. */
const looks: Readonly<Record<string, readonly Look[]>> = {
  text: plain,
  json: [...plain, json],
  sarif: [...plain, sarif],
  gitlab: [...plain, json],
  markdown: [...plain, markdown],
  github: [hidden, ownGithubCommands, noPipelinesCommands],
  'azure-pipelines': [hidden, noGithubCommands, ownPipelinesCommands],
  junit: [...plain, markup],
  html: [...plain, markup],
  log: [hidden, ownGithubCommands, noPipelinesCommands]
}

/** What an output has that is alive; `format` is that of a report, or `log` for what a step of a workflow prints. */
export const liveText = (format: string, text: string, marker: string): readonly string[] =>
  (looks[format] ?? plain).flatMap(look => look(text, marker)).slice(0, 3)
