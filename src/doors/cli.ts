import {
  helpText,
  parseCommandLine,
  settingsOfAnyWords,
  type Call
} from '../settings/command-line.ts'
import { anonymize } from './commands/anonymize.ts'
import { check, deliverTrouble } from './commands/check.ts'
import { collect } from './commands/collect.ts'
import { demo } from './commands/demo.ts'
import { explain } from './commands/explain.ts'
import { images } from './commands/images.ts'
import { gatherSettings, type Gathered } from '../settings-source/settings-source.ts'
import { exitCode, type ExitCode } from '../base/errors.ts'
import { switched, type Settings } from '../settings/setting-values.ts'
import { project } from '../base/project.ts'
import { notApplied } from '../reports/settings-text.ts'
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
  if (call.command === 'help' || call.command === 'version') {
    await terminal.print(
      call.command === 'help' ? helpText(call.about) : `${project.name} ${project.version}\n`
    )
    return exitCode.ok
  }
  if (call.command === 'explain') return explain(call.positionals, terminal)
  if (call.command === 'demo') return demo(terminal)
  const time = timeOfRun(call.settings, terminal.environment)
  const gathered = await gatherSettings(call.settings, {
    ...terminal,
    time,
    isOnline: call.command === 'check' || call.command === 'collect'
  })
  if (call.command === 'check') onCheck()
  return command(call.command, gathered, { ...terminalOf(manner(gathered.settings)), time })
}

/** The report of a check says what came of the settings files; where there is none, its reason may lie in just that. */
async function command(
  name: 'check' | 'images' | 'collect' | 'anonymize',
  { settings, uses }: Gathered,
  terminal: Terminal
): Promise<ExitCode> {
  const say = (): void => {
    for (const sentence of notApplied(uses)) terminal.complain(`${sentence}.`)
  }
  if (name !== 'check') {
    say()
    return { images, collect, anonymize }[name](settings, terminal)
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
  let untold = words[0] === 'check' ? settingsOfAnyWords('check', words.slice(1)) : null
  try {
    return await carryOut(parseCommandLine(words), terminalOf, () => {
      untold = null
    })
  } catch (error) {
    const trouble = troubleOf(error)
    const terminal = terminalOf(manner({}))
    terminal.complain(`acr-pull-check: ${trouble.message}`)
    if (untold !== null) await deliverTrouble(error, untold, [], terminal)
    return trouble.exitCode
  }
}

/** The command-line door: the only place that sets the exit code of a command. */
export async function runCommandLine(words: readonly string[]): Promise<void> {
  process.exitCode = await commandLine(words, processTerminal)
  await endSoon()
}
