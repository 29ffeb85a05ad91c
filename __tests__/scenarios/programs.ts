import { contoso } from '../emulator/contoso.ts'
import { runBundle } from '../emulator/run-bundle.ts'
import { parseCommandLine } from '../../src/settings/command-line.ts'
import { options } from '../../src/settings/options.ts'
import type { Program } from './run-scenario.ts'

/** The bundle in a child process, called as on a terminal. */
export const commandLineOfBundle: Program = runBundle

const report = 'report.json'

/** What a step of a workflow says instead of these words; the JSON report goes to a file, as a step has no other place. */
function inputsFor(words: readonly string[]): Record<string, string> {
  const call = parseCommandLine(words)
  if (!('settings' in call)) throw new Error(`${words.join(' ')} is nothing that a step can say.`)
  const { format, ...settings } = call.settings
  const given = Object.entries(settings).map(([name, values]) => {
    const input = options.find(option => option.name === name)?.input ?? null
    if (input === null) throw new Error(`The action has no input for ${name}.`)
    return [input, values.join('\n')] as const
  })
  return { ...Object.fromEntries(given), ...(format === undefined ? {} : { 'json-file': report }) }
}

const signIn = { 'client-id': contoso.callerClientId, 'tenant-id': contoso.tenantId }

/** The message that failed the step, as `setFailed` escapes it. */
const failure = (log: string): string =>
  (/^::error::(.*)$/m.exec(log)?.[1] ?? '')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%')

/** The bundle in a child process as a step of a job that signs in with its OIDC token. */
export const actionOfBundle: Program = async ({ arguments: words, files = {}, cloud }) => {
  const online = cloud === undefined ? {} : { cloud }
  const inputs = { ...inputsFor(words), ...(cloud === undefined ? {} : signIn) }
  const result = await runBundle({ ...online, inputs, files })
  const written = result.files[report]
  return written === undefined
    ? { ...result, stderr: result.stderr + failure(result.stdout), stdout: '' }
    : { ...result, stdout: written }
}
