import { checks } from '../checks/index.ts'
import { InputError } from '../base/errors.ts'
import { visible } from '../base/visible.ts'
import { commands, flagsOf, type CommandRow, type Flag } from './commands.ts'
import { formats, imageFormats } from './options.ts'

const program = 'acr-pull-check'

/** Values that can be listed: of `auto|require|off` these three, of `FILE` none. */
function valuesOf({ name, value }: Flag, command: CommandRow): readonly string[] {
  if (name === 'format') return command.name === 'images' ? imageFormats : formats
  return value !== null && /^[a-z]+(?:\|[a-z]+)+$/.test(value) ? value.split('|') : []
}

/** What may stand where a command takes one word. */
const wordsOf = ({ name }: CommandRow): readonly string[] =>
  name === 'explain' ? checks.map(({ id }) => id) : name === 'completion' ? shells : []

const dashed = (flag: Flag): readonly string[] => [
  `--${flag.flag}`,
  ...(flag.short === undefined ? [] : [`-${flag.short}`])
]

/** One sentence, without what the three shells read as their own. */
const plain = (text: string): string =>
  (text.split(/[.;:(]/, 1)[0] ?? '').replace(/['"`$\\[\]]/g, '').trim()

/** After an option with listed values these, after a dash the options, else the words of the command or files. */
function bashCase(command: CommandRow): string {
  const values = flagsOf(command.name).flatMap(flag => {
    const listed = valuesOf(flag, command)
    return listed.length === 0
      ? []
      : [`        ${dashed(flag).join('|')}) words='${listed.join(' ')}' ;;`]
  })
  const options = flagsOf(command.name).flatMap(dashed).join(' ')
  return [
    `    ${command.name})`,
    '      case $before in',
    ...values,
    `        *) case $word in -*) words='${options}' ;; *) words='${wordsOf(command).join(' ')}' ;; esac ;;`,
    '      esac ;;'
  ].join('\n')
}

/** Words of one command line at a time; where there is none that fits, bash completes files. */
const bash = (): string => `# ${program} completion for bash: source <(${program} completion bash)
_acr_pull_check() {
  local word=\${COMP_WORDS[COMP_CWORD]} before=\${COMP_WORDS[COMP_CWORD - 1]} words=''
  if [ "$COMP_CWORD" -eq 1 ]; then
    words='${commands.map(({ name }) => name).join(' ')} --help --version'
  else case \${COMP_WORDS[1]} in
${commands.map(bashCase).join('\n')}
  esac; fi
  COMPREPLY=($(compgen -W "$words" -- "$word"))
}
complete -o default -o bashdefault -F _acr_pull_check ${program}
`

function zshValue(flag: Flag, command: CommandRow): string {
  if (flag.value === null) return ''
  const listed = valuesOf(flag, command)
  if (listed.length > 0) return `:value:(${listed.join(' ')})`
  return /FILE|PATH|FOLDER/.test(flag.value) ? ':file:_files' : ':value:'
}

const zshOption = (flag: Flag, command: CommandRow): string =>
  dashed(flag)
    .map(
      name =>
        `'${flag.repeatable ? '*' : ''}${name}[${plain(flag.description)}]${zshValue(flag, command)}'`
    )
    .join(' ')

function zshCase(command: CommandRow): string {
  const words = wordsOf(command)
  const rest = words.length > 0 ? `'1:word:(${words.join(' ')})'` : "'*:path:_files'"
  const options = flagsOf(command.name).map(flag => zshOption(flag, command))
  return `    ${command.name}) _arguments ${[...options, ...(command.words === 'none' ? [] : [rest])].join(' \\\n      ')} ;;`
}

const zsh = (): string => `#compdef ${program}
# ${program} completion for zsh: source <(${program} completion zsh), or a file _${program} in $fpath
_acr_pull_check() {
  if (( CURRENT == 2 )); then
    local -a names
    names=(${commands.map(({ name, summary }) => `'${name}:${plain(summary)}'`).join(' ')})
    _describe command names
    return
  fi
  local command=$words[2]
  shift words
  (( CURRENT-- ))
  case $command in
${commands.map(zshCase).join('\n')}
  esac
}
if [ "$funcstack[1]" = _acr_pull_check ]; then _acr_pull_check "$@"; else compdef _acr_pull_check ${program}; fi
`

function fishOption(flag: Flag, command: CommandRow): string {
  const listed = valuesOf(flag, command)
  return [
    `complete -c ${program} -n '__fish_seen_subcommand_from ${command.name}' -l ${flag.flag}`,
    ...(flag.short === undefined ? [] : [`-s ${flag.short}`]),
    ...(flag.value === null ? [] : ['-r']),
    ...(listed.length === 0 ? [] : [`-f -a '${listed.join(' ')}'`]),
    `-d '${plain(flag.description)}'`
  ].join(' ')
}

function fishCommand(command: CommandRow): readonly string[] {
  const words = wordsOf(command)
  return [
    `complete -c ${program} -n __fish_use_subcommand -f -a ${command.name} -d '${plain(command.summary)}'`,
    ...flagsOf(command.name).map(flag => fishOption(flag, command)),
    ...(words.length === 0
      ? []
      : [
          `complete -c ${program} -n '__fish_seen_subcommand_from ${command.name}' -f -a '${words.join(' ')}'`
        ])
  ]
}

const fish = (): string =>
  `${[`# ${program} completion for fish: ${program} completion fish | source`, ...commands.flatMap(fishCommand)].join('\n')}\n`

const scripts = { bash, zsh, fish }

const shells = ['bash', 'zsh', 'fish'] as const

/** The script that makes a shell complete our words; InputError for a shell that we do not know. */
export function completionScript(name: string | undefined): string {
  const shell = shells.find(known => known === name)
  if (shell === undefined)
    throw new InputError(
      `${name === undefined ? 'No shell is named' : `Shell '${visible(name)}' is not known`}: write acr-pull-check completion bash, zsh or fish.`
    )
  return scripts[shell]()
}
