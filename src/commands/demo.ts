import { join } from 'node:path'
import { exitCode, type ExitCode } from '../errors.ts'
import { checkInputs } from '../inputs.ts'
import { textReport } from '../reports/index.ts'
import { run } from '../run.ts'
import type { Terminal } from '../terminal.ts'
import { readFacts } from '../facts/facts-file.ts'
import { readFile } from 'node:fs/promises'

/** The examples lie beside the bundle's folder, in a clone as in a package. */
const root = join(import.meta.dirname, '..')

/**
 * Judges the examples as on the day their facts were collected, so that the demo never grows stale.
 * It ends well although it shows failures: that is what it is for.
 */
export async function demo(terminal: Terminal): Promise<ExitCode> {
  const facts = 'examples/facts.json'
  const { collectedAt } = readFacts(await readFile(join(root, facts), 'utf8'))
  const inputs = checkInputs({
    manifests: ['examples/manifests'],
    facts: [facts],
    render: ['false']
  })
  const world = { ...terminal, workspace: root, now: () => new Date(collectedAt) }
  const report = await run(inputs, world)
  terminal.print(textReport(report, { color: terminal.color }))
  terminal.print(
    '\nThis was the demo: examples/manifests judged against examples/facts.json, with no network. On your own manifests, acr-pull-check check would have exited with 1.\n'
  )
  return exitCode.ok
}
