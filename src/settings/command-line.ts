import { parseArgs, type ParseArgsOptionDescriptor } from 'node:util'
import { InputError, messageOf } from '../base/errors.ts'
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

const commands: readonly {
  readonly name: Command
  readonly summary: string
  readonly usage: string
}[] = [
  {
    name: 'check',
    usage: 'check PATH... --cluster ID... | --facts FILE',
    summary: 'judge: will each cluster be able to pull each image?'
  },
  {
    name: 'images',
    usage: 'images PATH...',
    summary: 'list what would be pulled, and where it is written; needs no Azure'
  },
  {
    name: 'collect',
    usage: 'collect [PATH...] --cluster ID... [--registry HOST...] [--out FILE]',
    summary: 'read the facts about clusters and registries from Azure into a file'
  },
  {
    name: 'anonymize',
    usage: 'anonymize --facts FILE --out FOLDER [PATH...]',
    summary: 'write facts and manifests with other names and ids, for a bug report'
  },
  { name: 'explain', usage: 'explain CHECK', summary: "print one check's documentation" },
  { name: 'demo', usage: 'demo', summary: 'run check on the embedded example, offline' }
]

export const exitCodesHelp = `Exit codes
  0  nothing at or above --fail-on
  1  findings at or above it
  2  wrong usage or input, or a fault of this program
  3  the facts could not be read at all
  4  nothing to judge`

const flagsOf = (command: Command): readonly (Option & { readonly flag: string })[] =>
  options.flatMap(option =>
    option.flag !== null && option.commands.includes(command)
      ? [{ ...option, flag: option.flag }]
      : []
  )

function optionHelp(option: Option & { readonly flag: string }): string {
  const value = option.value === null ? '' : ` ${option.value}`
  const more = option.repeatable ? ' (repeatable)' : ''
  const place = option.trust === 'never' ? ' Not for a settings file.' : ''
  return `  --${option.flag}${value}${more}\n      ${option.description}${place}`
}

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
  if (command === undefined) return overview()
  const flags = flagsOf(command.name).map(optionHelp)
  return [
    `Usage: acr-pull-check ${command.usage}`,
    '',
    `  ${command.summary}`,
    '',
    ...flags,
    '',
    exitCodesHelp,
    ''
  ].join('\n')
}

/** A switch that is given means true, except `--no-…` of a setting that is on by default. */
const switchValue = (option: Option): string =>
  option.flag === `no-${option.name}` ? 'false' : 'true'

type Given = readonly [name: string, values: readonly string[]]

function givenValues(option: Option & { readonly flag: string }, value: unknown): readonly Given[] {
  if (Array.isArray(value)) return [[option.name, value.map(String)]]
  if (typeof value === 'boolean') return [[option.name, [switchValue(option)]]]
  return []
}

function settingsOf(
  command: Command,
  values: Readonly<Record<string, unknown>>,
  positionals: readonly string[]
): Settings {
  const given = flagsOf(command).flatMap(option => givenValues(option, values[option.flag]))
  const paths: readonly Given[] = positionals.length > 0 ? [['manifests', positionals]] : []
  return Object.fromEntries([...given, ...paths])
}

const argumentOf = (option: Option): ParseArgsOptionDescriptor =>
  option.value === null ? { type: 'boolean' } : { type: 'string', multiple: true }

function parse(command: Command, words: readonly string[]) {
  const flags = flagsOf(command).map(option => [option.flag, argumentOf(option)] as const)
  try {
    return parseArgs({
      args: [...words],
      options: { ...Object.fromEntries(flags), help: { type: 'boolean', short: 'h' } },
      allowPositionals: true,
      strict: true
    })
  } catch (error) {
    throw new InputError(
      `${messageOf(error).split('. ', 1).join('')}: acr-pull-check ${command} --help lists the options.`,
      { cause: error }
    )
  }
}

/** What the words say as far as they can be told, where they are not all in order; for whom to tell that. */
export function settingsOfAnyWords(command: Command, words: readonly string[]): Settings {
  const flags = flagsOf(command).map(option => [option.flag, argumentOf(option)] as const)
  const { values } = parseArgs({
    args: [...words],
    options: Object.fromEntries(flags),
    allowPositionals: true,
    strict: false
  })
  return settingsOf(command, values, [])
}

/** The words after the program's name. */
export function parseCommandLine(words: readonly string[]): Call {
  const [first, ...rest] = words
  if (first === undefined || first === '--help' || first === '-h' || first === 'help')
    return { command: 'help', about: commands.find(({ name }) => name === rest[0])?.name ?? null }
  if (first === '--version' || first === 'version') return { command: 'version' }
  const command = commands.find(({ name }) => name === first)?.name
  if (command === undefined)
    throw new InputError(
      `'${first}' is no command: write one of ${commands.map(({ name }) => name).join(', ')}, or --help.`
    )
  const { values, positionals } = parse(command, rest)
  if (values.help === true) return { command: 'help', about: command }
  return {
    command,
    positionals,
    settings: settingsOf(command, values, positionals)
  }
}
