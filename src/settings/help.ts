import { commands, flagsOf, type CommandRow, type Flag } from './commands.ts'
import { imageFormats, formats, topics, type Command } from './options.ts'

const exitCodesHelp = `Exit codes
  0  nothing at or above --fail-on
  1  findings at or above it
  2  wrong usage or input, or a fault of this program
  3  the facts could not be read at all
  4  nothing to judge`

/** Of one format list alone, `images --help` may name what it takes. */
const described = ({ name, description }: Flag, command: Command): string =>
  name === 'format' && command === 'images'
    ? description.replace(formats.join(', '), imageFormats.join(', '))
    : description

function optionHelp(option: Flag, command: Command): string {
  const short = option.short === undefined ? '' : `-${option.short}, `
  const value = option.value === null ? '' : ` ${option.value}`
  const more = option.repeatable ? ' (repeatable)' : ''
  const place = option.trust === 'never' ? ' Not for a settings file.' : ''
  return `  ${short}--${option.flag}${value}${more}\n      ${described(option, command)}${place}`
}

function topicHelp({ id, title }: (typeof topics)[number], command: Command): readonly string[] {
  const own = flagsOf(command).filter(({ topic }) => topic === id)
  return own.length === 0 ? [] : [title, ...own.map(flag => optionHelp(flag, command)), '']
}

/** Each command's own help: what it does, an example, its options by topic. */
const commandHelp = ({ name, usage, summary, example }: CommandRow): string =>
  [
    `Usage: acr-pull-check ${usage}`,
    '',
    `  ${summary}`,
    '',
    'Example',
    `  ${example}`,
    '',
    ...topics.flatMap(topic => topicHelp(topic, name)),
    exitCodesHelp,
    ''
  ].join('\n')

const overview = (): string => {
  const width = Math.max(...commands.map(({ name }) => name.length))
  return [
    'acr-pull-check: will every AKS node be able to pull every image from Azure Container Registry?',
    '',
    'Usage: acr-pull-check COMMAND',
    '',
    ...commands.map(({ name, summary }) => `  ${name.padEnd(width)}  ${summary}`),
    '',
    'acr-pull-check COMMAND --help lists the options of a command; try: acr-pull-check demo',
    '',
    exitCodesHelp,
    ''
  ].join('\n')
}

/** What `--help` prints; `about` is the command it was asked for. */
export function helpText(about: Command | null): string {
  const command = commands.find(({ name }) => name === about)
  return command === undefined ? overview() : commandHelp(command)
}
