import { dirname } from 'node:path'
import { argv } from 'node:process'
import { exitCode, type ExitCode } from '../../base/errors.ts'
import { programPath } from '../../files/program-path.ts'
import { checkInputs } from '../../settings/inputs.ts'
import { textFor } from '../../reports/index.ts'
import { run } from '../../run.ts'
import type { Terminal } from '../terminal.ts'

/**
 * The examples lie beside the folder of the program, in a clone as in a package, where the program's path may be a link.
 * Read from the arguments, because ncc copies every folder that import.meta seems to name into dist.
 */
const exampleRoot = (): string => dirname(dirname(programPath(argv[1] ?? '')))

/** Judges the examples. It ends well although it shows failures: that is what it is for. */
export async function demo(terminal: Terminal): Promise<ExitCode> {
  const root = exampleRoot()
  const facts = 'examples/facts.json'
  const inputs = checkInputs({
    manifests: ['examples/manifests'],
    facts: [facts],
    render: ['false']
  })
  const world = { ...terminal, workspace: root }
  const report = await run(inputs, world)
  await terminal.print(textFor(terminal.layout)(report))
  await terminal.print(
    '\nThis was the demo: examples/manifests judged against examples/facts.json, with no network. On your own manifests, acr-pull-check check would have exited with 1.\n'
  )
  return exitCode.ok
}
