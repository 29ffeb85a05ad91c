import { options, type Command, type Option } from './options.ts'

export type CommandRow = {
  readonly name: Command
  readonly usage: string
  readonly summary: string
  /** As it can be typed. */
  readonly example: string
  /** What words without a dash are: paths of manifests, one word that the command reads itself, or not taken at all. */
  readonly words: 'paths' | 'one' | 'none'
}

/** In the order of the help. */
export const commands: readonly CommandRow[] = [
  {
    name: 'check',
    usage: 'check PATH... --cluster ID... | --facts FILE',
    summary: 'judge: will each cluster be able to pull each image?',
    example: 'acr-pull-check check deploy/ -g rg-prod -n aks-prod',
    words: 'paths'
  },
  {
    name: 'images',
    usage: 'images PATH...',
    summary: 'list what would be pulled, and where it is written; needs no Azure',
    example: 'acr-pull-check images deploy/ -o json',
    words: 'paths'
  },
  {
    name: 'collect',
    usage: 'collect [PATH...] --cluster ID... [--registry HOST...] [--out FILE]',
    summary: 'read the facts about clusters and registries from Azure into a file',
    example: 'acr-pull-check collect deploy/ -g rg-prod -n aks-prod --out facts.json',
    words: 'paths'
  },
  {
    name: 'targets',
    usage: 'targets PATH... --facts FILE',
    summary: 'print which manifests seem to go to which clusters, for the settings file',
    example: 'acr-pull-check targets . --facts facts.json',
    words: 'paths'
  },
  {
    name: 'anonymize',
    usage: 'anonymize --facts FILE --out FOLDER [PATH...]',
    summary: 'write facts and manifests with other names and ids, for a bug report',
    example: 'acr-pull-check anonymize --facts facts.json --out report deploy/',
    words: 'paths'
  },
  {
    name: 'explain',
    usage: 'explain [CHECK] | explain --error TEXT|-',
    summary: "list the checks, print one check's documentation, or find the cause of a message",
    example: 'acr-pull-check explain --error -',
    words: 'one'
  },
  {
    name: 'demo',
    usage: 'demo',
    summary: 'run check on the embedded example, offline',
    example: 'acr-pull-check demo',
    words: 'none'
  },
  {
    name: 'completion',
    usage: 'completion SHELL',
    summary: 'print the completion of a shell: bash, zsh or fish',
    example: 'source <(acr-pull-check completion bash)',
    words: 'one'
  }
]

export type Flag = Option & { readonly flag: string }

/** The options that a command takes on the command line, in the order of the list. */
export const flagsOf = (command: Command): readonly Flag[] =>
  options.flatMap(option =>
    option.flag !== null && option.commands.includes(command)
      ? [{ ...option, flag: option.flag }]
      : []
  )
