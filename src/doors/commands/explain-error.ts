import { exitCode, InputError, type ExitCode } from '../../base/errors.ts'
import { checks } from '../../checks/index.ts'
import { readErrorText, type ErrorText } from '../../failure-causes/error-text.ts'
import { limits } from '../../manifests/limits.ts'
import { realWorld } from '../../manifests/world.ts'
import { errorExplanation } from '../../reports/text/error-explanation.ts'
import type { Report } from '../../reports/report.ts'
import { run } from '../../run.ts'
import { checkInputs } from '../../settings/inputs.ts'
import { mergeSettings, settingsFromEnvironment } from '../../settings/settings.ts'
import type { Settings } from '../../settings/setting-values.ts'
import type { Terminal } from '../terminal.ts'

/** From a message of the kubelet to the causes that fit, and with facts or a cluster to those that are there. */
export async function explainError(given: Settings, terminal: Terminal): Promise<ExitCode> {
  const text = await textOf(given['error']?.at(-1) ?? '-', terminal)
  const read = readErrorText(text)
  const report = await judged(read, text, given, terminal)
  await terminal.print(errorExplanation(read, { checksOf, report }))
  return read.messages.length === 0 ? exitCode.nothingToJudge : exitCode.ok
}

const checksOf = (cause: string): readonly string[] =>
  checks.filter(({ causes }) => causes.includes(cause)).map(({ id }) => id)

async function textOf(word: string, { time }: Terminal): Promise<string> {
  if (word !== '-') return word
  const chunks: Buffer[] = []
  let size = 0
  const isInTime = await realWorld.readStandardInput(time.left('reading'), chunk => {
    chunks.push(chunk)
    size += chunk.byteLength
    return size <= limits.fileBytes
  })
  if (!isInTime)
    throw new InputError(
      'Standard input did not end in time: pipe the output of kubectl describe pod into acr-pull-check explain --error -.'
    )
  return Buffer.concat(chunks).toString('utf8')
}

/** The pull of the message, judged like any other; null where no facts and no cluster are named, or no image is. */
async function judged(
  { images }: ErrorText,
  text: string,
  given: Settings,
  terminal: Terminal
): Promise<Report | null> {
  const settings = mergeSettings(settingsFromEnvironment(terminal.environment), given)
  const hasFacts = ['facts', 'clusters', 'cluster-name'].some(name => settings[name] !== undefined)
  if (!hasFacts || images.length === 0) return null
  const inputs = checkInputs({ ...settings, manifests: ['-'] })
  const pods = isObject(text) ? text : podsOf(images)
  return run(inputs, { ...terminal, standardInput: Buffer.from(pods) })
}

/** What `kubectl get pod -o yaml` prints is a manifest already. */
const isObject = (text: string): boolean =>
  /^(?:kind: (?:Pod|List)\b| {2,4}"kind": "(?:Pod|List)")/m.test(text)

/** JSON is YAML, and holds any text. */
const podsOf = (images: readonly string[]): string =>
  images
    .map((image, index) =>
      JSON.stringify({
        apiVersion: 'v1',
        kind: 'Pod',
        metadata: { name: `of-the-message-${index + 1}` },
        spec: { containers: [{ name: 'container', image }] }
      })
    )
    .join('\n---\n')
