import { parseArgs, type ParseArgsOptionDescriptor } from 'node:util'
import { InputError, messageOf } from '../base/errors.ts'
import { meant } from '../base/nearest.ts'
import { visible } from '../base/visible.ts'
import { commands, flagsOf, type CommandRow, type Flag } from './commands.ts'
import type { Settings } from './setting-values.ts'
import { options, type Command, type Option } from './options.ts'

export type Call =
  | { readonly command: 'help'; readonly about: Command | null }
  | { readonly command: 'version' }
  | {
      readonly command: Command
      readonly positionals: readonly string[]
      readonly settings: Settings
    }

/** A switch that is given means true, except `--no-…` of a setting that is on by default. */
const switchValue = (option: Option): string =>
  option.flag === `no-${option.name}` ? 'false' : 'true'

type Given = readonly [name: string, values: readonly string[]]

function givenValues(option: Flag, value: unknown): readonly Given[] {
  if (Array.isArray(value)) return [[option.name, value.map(String)]]
  if (typeof value === 'boolean') return [[option.name, [switchValue(option)]]]
  return []
}

function settingsOf(
  { name, words }: CommandRow,
  values: Readonly<Record<string, unknown>>,
  positionals: readonly string[]
): Settings {
  const given = flagsOf(name).flatMap(option => givenValues(option, values[option.flag]))
  const settings = Object.fromEntries(given)
  const paths = words === 'paths' ? [...(settings['manifests'] ?? []), ...positionals] : []
  return paths.length === 0 ? settings : { ...settings, manifests: paths }
}

const argumentOf = ({ value, short }: Option): ParseArgsOptionDescriptor => ({
  ...(value === null ? { type: 'boolean' } : { type: 'string', multiple: true }),
  ...(short === undefined ? {} : { short })
})

function parse(command: CommandRow, words: readonly string[]) {
  const flags = flagsOf(command.name).map(option => [option.flag, argumentOf(option)] as const)
  try {
    return parseArgs({
      args: [...words],
      options: { ...Object.fromEntries(flags), help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
      strict: true
    })
  } catch (error) {
    throw new InputError(
      `${faultOf(command.name, messageOf(error))}: acr-pull-check ${command.name} --help lists the options.`,
      { cause: error }
    )
  }
}

/** What the words say as far as they can be told, where they are not all in order; for whom to tell that. */
export function settingsOfAnyWords(name: Command, words: readonly string[]): Settings {
  const flags = flagsOf(name).map(option => [option.flag, argumentOf(option)] as const)
  const { values } = parseArgs({
    args: [...words],
    options: Object.fromEntries(flags),
    allowPositionals: true,
    strict: false
  })
  return settingsOf(commandNamed(name), values, [])
}

/** Node's sentence, and for an option that is not known what was probably meant, or whose it is. */
function faultOf(command: Command, message: string): string {
  const sentence = message.split('. ', 1).join('')
  const word = /^Unknown option '--([^']*)'/.exec(sentence)?.[1]
  if (word === undefined) return sentence
  const owners = options.find(({ flag }) => flag === word)?.commands ?? []
  if (owners.length > 0)
    return `Option '--${word}' belongs to ${owners.join(', ')}, not to ${command}`
  const known = flagsOf(command).map(({ flag }) => `--${flag}`)
  return `${sentence}${meant(`--${word}`, known)}`
}

/** A word that nobody reads is a mistake that would look like an answer. */
function refuseSurplus({ name, words, usage }: CommandRow, positionals: readonly string[]): void {
  const taken = { paths: Infinity, one: 1, none: 0 }[words]
  const surplus = positionals[taken]
  if (surplus !== undefined)
    throw new InputError(
      `Command ${name} takes ${words === 'none' ? 'no further word' : 'one word'}, and was also given '${visible(surplus)}': write acr-pull-check ${usage}.`
    )
}

function commandNamed(word: string): CommandRow {
  const command = commands.find(({ name }) => name === word)
  if (command !== undefined) return command
  const names = commands.map(({ name }) => name)
  throw new InputError(
    `'${visible(word)}' is no command${meant(word, names)}: write one of ${names.join(', ')}, or --help.`
  )
}

/** The words after the program's name. */
export function parseCommandLine(words: readonly string[]): Call {
  const [first, ...rest] = words
  if (first === undefined || first === '--help' || first === '-h')
    return { command: 'help', about: null }
  if (first === 'help')
    return { command: 'help', about: rest[0] === undefined ? null : commandNamed(rest[0]).name }
  if (first === '--version' || first === 'version') return { command: 'version' }
  const command = commandNamed(first)
  const { values, positionals } = parse(command, rest)
  if (values.help === true) return { command: 'help', about: command.name }
  refuseSurplus(command, positionals)
  return { command: command.name, positionals, settings: settingsOf(command, values, positionals) }
}
