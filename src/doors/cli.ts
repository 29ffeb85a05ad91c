import { cwd, env } from 'node:process'
import { helpText, parseCommandLine, type Call } from '../settings/command-line.ts'
import { check } from './commands/check.ts'
import { collect } from './commands/collect.ts'
import { demo } from './commands/demo.ts'
import { explain } from './commands/explain.ts'
import { images } from './commands/images.ts'
import { allSettings } from '../settings/settings-file.ts'
import { exitCode, type ExitCode } from '../base/errors.ts'
import { switched, type Settings } from '../settings/setting-values.ts'
import { project } from '../base/project.ts'
import { processTerminal, type Terminal } from './terminal.ts'
import { logText } from '../reports/escape.ts'
import { troubleOf } from '../base/trouble.ts'

const terminalFor = (settings: Settings): Terminal =>
  processTerminal({
    noColor: switched(settings, 'no-color', false),
    quiet: switched(settings, 'quiet', false),
    verbose: switched(settings, 'verbose', false)
  })

async function carryOut(call: Call): Promise<ExitCode> {
  if (call.command === 'help' || call.command === 'version') {
    terminalFor({}).print(
      call.command === 'help' ? helpText(call.about) : `${project.name} ${project.version}\n`
    )
    return exitCode.ok
  }
  if (call.command === 'explain') return explain(call.positionals, terminalFor(call.settings))
  if (call.command === 'demo') return demo(terminalFor(call.settings))
  const settings = allSettings(call.settings, env, cwd())
  const commands = { check, images, collect }
  return commands[call.command](settings, terminalFor(settings))
}

/** The command-line door: the only place that sets the exit code of a command. */
export async function runCommandLine(words: readonly string[]): Promise<void> {
  try {
    process.exitCode = await carryOut(parseCommandLine(words))
  } catch (error) {
    const trouble = troubleOf(error)
    process.stderr.write(`${logText(`acr-pull-check: ${trouble.message}`)}\n`)
    process.exitCode = trouble.exitCode
  }
}
