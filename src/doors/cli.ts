import { parseCommandLine, settingsOfAnyWords, type Call } from '../settings/command-line.ts'
import { completionScript } from '../settings/completion.ts'
import { helpText } from '../settings/help.ts'
import { anonymize } from './commands/anonymize.ts'
import { check, deliverTrouble } from './commands/check.ts'
import { collect } from './commands/collect.ts'
import { demo } from './commands/demo.ts'
import { explanation } from './commands/explain.ts'
import { images } from './commands/images.ts'
import { targets } from './commands/targets.ts'
import { gatherSettings, type Gathered } from '../settings-source/settings-source.ts'
import { exitCode, type ExitCode } from '../base/errors.ts'
import { switched, type Settings } from '../settings/setting-values.ts'
import { project } from '../base/project.ts'
import { notApplied } from '../reports/wording/settings-text.ts'
import { processTerminal, type Manner, type Terminal, type TerminalOf } from './terminal.ts'
import { endSoon, timeOfRun } from './time-of-run.ts'
import { troubleOf } from '../base/trouble.ts'

const manner = (settings: Settings): Manner => ({
  noColor: switched(settings, 'no-color', false),
  quiet: switched(settings, 'quiet', false),
  verbose: switched(settings, 'verbose', false)
})

/** `onCheck` is called when a check takes over, which tells its own trouble in the reports that were asked for. */
async function carryOut(
  call: Call,
  terminalOf: TerminalOf,
  onCheck: () => void
): Promise<ExitCode> {
  const terminal = terminalOf(manner('settings' in call ? call.settings : {}))
  switch (call.command) {
    case 'help':
      return printed(helpText(call.about), terminal)
    case 'version':
      return printed(`${project.name} ${project.version}\n`, terminal)
    case 'completion':
      return printed(completionScript(call.positionals[0]), terminal)
    case 'explain':
      return explain(call, terminal)
    case 'demo':
      return demo(terminal)
    default:
      return withSettings(
        { command: call.command, settings: call.settings },
        terminal,
        terminalOf,
        onCheck
      )
  }
}

/** What a message of the kubelet may mean is loaded only for whoever asks. */
async function explain(
  { positionals, settings }: Pick<Explanation, 'positionals' | 'settings'>,
  terminal: Terminal
): Promise<ExitCode> {
  if (settings['error'] === undefined) return printed(explanation(positionals[0]), terminal)
  const { explainError } = await import('./commands/explain-error.ts')
  return explainError(settings, { ...terminal, time: timeOfRun(settings, terminal.environment) })
}

type Explanation = Extract<Call, { readonly settings: Settings }>

async function printed(text: string, terminal: Terminal): Promise<ExitCode> {
  await terminal.print(text)
  return exitCode.ok
}

/** Commands that read manifests or Azure: their settings come from the environment and from a file too. */
type ReadingCommand = 'check' | 'images' | 'collect' | 'targets' | 'anonymize'

async function withSettings(
  { command: name, settings: given }: { command: ReadingCommand; settings: Settings },
  terminal: Terminal,
  terminalOf: TerminalOf,
  onCheck: () => void
): Promise<ExitCode> {
  const time = timeOfRun(given, terminal.environment)
  const isOnline = name === 'check' || name === 'collect'
  const gathered = await gatherSettings(given, { ...terminal, time, isOnline })
  if (name === 'check') onCheck()
  return command(name, gathered, { ...terminalOf(manner(gathered.settings)), time })
}

/** The report of a check says what came of the settings files; where there is none, its reason may lie in just that. */
async function command(
  name: ReadingCommand,
  { settings, uses }: Gathered,
  terminal: Terminal
): Promise<ExitCode> {
  const say = (): void => {
    for (const sentence of notApplied(uses)) terminal.complain(`${sentence}.`)
  }
  if (name !== 'check') {
    say()
    return { images, collect, targets, anonymize }[name](settings, terminal)
  }
  return check(settings, terminal, uses).catch((error: unknown) => {
    say()
    throw error
  })
}

/** The command line, whatever stands for the process: what is said goes to the terminal, the exit code is told. */
export async function commandLine(
  words: readonly string[],
  terminalOf: TerminalOf
): Promise<ExitCode> {
  let isUntold = words[0] === 'check'
  try {
    return await carryOut(parseCommandLine(words), terminalOf, () => {
      isUntold = false
    })
  } catch (error) {
    const trouble = troubleOf(error)
    const terminal = terminalOf(manner({}))
    terminal.complain(`acr-pull-check: ${trouble.message}`)
    if (isUntold)
      await deliverTrouble(error, settingsOfAnyWords('check', words.slice(1)), [], terminal)
    return trouble.exitCode
  }
}

/** The command-line door: the only place that sets the exit code of a command. */
export async function runCommandLine(words: readonly string[]): Promise<void> {
  process.exitCode = await commandLine(words, processTerminal)
  await endSoon()
}
