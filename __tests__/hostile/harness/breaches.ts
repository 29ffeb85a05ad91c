import { isObject, type JsonObject } from '../../emulator/arm-bodies/json.ts'
import type { Expectation } from '../hostile-case.ts'
import { secretsIn } from './canary.ts'
import { fileFormats } from './doors.ts'
import { liveText } from './live-text.ts'
import type { Outcome } from './run-case.ts'

/** Bounds of a run over 10 MB or less, its children included. */
export const bounds = { cpuSeconds: 10, memoryBytes: 600 * 1024 * 1024 } as const

/** The hosts of Azure and GitHub; nothing else may be connected to, whatever an answer says. */
const trustedHosts =
  /^(?:management\.azure\.com|login\.microsoftonline\.com|pipelines\.actions\.githubusercontent\.com|api\.github\.com|contoso(?:team)?\.azurecr\.io):443$/

type Invariant = (outcome: Outcome) => readonly string[]

/** Masks are how a secret is kept out of the log of a step. */
const withoutMasks = (stdout: string): string =>
  stdout
    .split('\n')
    .filter(line => !line.startsWith('::add-mask::'))
    .join('\n')

const shownOutputs = (outcome: Outcome): readonly (readonly [name: string, text: string])[] => [
  ['standard output', withoutMasks(outcome.stdout)],
  ['standard error', outcome.stderr],
  ['the summary', outcome.summary],
  ['the outputs', outcome.outputFile],
  ...Object.entries(outcome.written)
]

const noSecret: Invariant = outcome =>
  shownOutputs(outcome).flatMap(([name, text]) =>
    secretsIn(text, outcome.canary).map(secret => `${name} holds the secret ${secret}`)
  )

const reportPath = (format: string): string => `workspace/out/report.${format}`

const nothingAlive: Invariant = outcome => {
  const { door, marker, attack } = outcome
  const printed = door === 'action' ? 'log' : attack.command === 'collect' ? 'text' : 'json'
  const named = [
    ...(outcome.stdout === '' ? [] : [['standard output', printed, outcome.stdout] as const]),
    ['standard error', 'text', outcome.stderr] as const,
    ['the summary', 'markdown', outcome.summary] as const,
    ...fileFormats.flatMap(format => {
      const text = outcome.written[reportPath(format)]
      return text === undefined ? [] : [[reportPath(format), format, text] as const]
    })
  ]
  return named.flatMap(([name, format, text]) =>
    liveText(format, text, marker).map(problem => `${name}: ${problem}`)
  )
}

const outputNames = ['conclusion', 'findings', 'errors', 'warnings', 'unknown', 'report']

const onlyOurOutputs: Invariant = ({ outputs, outputFile, marker }) => [
  ...Object.keys(outputs)
    .filter(name => !outputNames.includes(name))
    .map(name => `an output ${name}`),
  ...(outputFile.includes(marker) ? ['text of the attack in GITHUB_OUTPUT'] : [])
]

/** The standing report of the action, and what the run was asked to write. */
const mayChange = ({ attack, door }: Outcome, path: string): boolean =>
  /^workspace\/out(?:\/report\.[a-z-]+)?$/.test(path) ||
  (attack.expect.writes ?? []).some(written => path === `workspace/${written}`) ||
  (door === 'action' &&
    ['runner/acr-pull-check', 'runner/acr-pull-check/report.json'].includes(path)) ||
  ['command-files/output', 'command-files/summary'].includes(path)

const nothingElseWritten: Invariant = outcome => [
  ...outcome.changes
    .filter(path => !mayChange(outcome, path))
    .map(path => `${path} was made, changed or removed`),
  ...outcome.leftFiles.map(name => `${name} is left among the temporary files`)
]

const noConnection: Invariant = ({ heard, connections, stderr }) => [
  ...heard.map(words => `a connection: ${words}`),
  ...connections.filter(host => !trustedHosts.test(host)).map(host => `a connection to ${host}`),
  ...(stderr.includes('refused network access') ? ['an attempt to connect'] : [])
]

const nothingLeftRunning: Invariant = ({ leftRunning }) =>
  leftRunning.map(words => `still running: ${words}`)

const withinBounds: Invariant = ({ usage }) => [
  ...(usage.cpuSeconds <= bounds.cpuSeconds
    ? []
    : [`took ${usage.cpuSeconds.toFixed(1)} CPU-seconds`]),
  ...(usage.memoryBytes <= bounds.memoryBytes
    ? []
    : [`took ${Math.round(usage.memoryBytes / 1024 / 1024)} MB of memory`])
]

/** Go's and Node's own words when a program breaks, and ours for a fault of our own. */
const crashWords =
  /internal error|goroutine \d|^fatal error:|SIGSEGV|at [\w.<>]+ \(file:|UnhandledPromise|\(node:\d+\)|heap out of memory/m

const noCrash: Invariant = outcome =>
  shownOutputs(outcome)
    .filter(([, text]) => crashWords.test(text))
    .map(([name, text]) => `${name} tells of a crash: ${crashWords.exec(text)?.[0] ?? ''}`)

const invariants: readonly Invariant[] = [
  noSecret,
  nothingAlive,
  onlyOurOutputs,
  nothingElseWritten,
  noConnection,
  nothingLeftRunning,
  withinBounds,
  noCrash
]

/** What the case demands beyond what all demand. */
function unmet(outcome: Outcome, expected: Expectation): readonly string[] {
  const { code, stdout, stderr, summary, written } = outcome
  const codes = [expected.code].flat()
  const report = reportOf(outcome)
  const told = [stdout, stderr, summary, written[reportPath('text')] ?? ''].join('\n')
  const isTold = (words: string | RegExp) =>
    typeof words === 'string' ? told.includes(words) : words.test(told)
  return [
    ...(codes.includes(code) ? [] : [`exit code ${code} instead of ${codes.join(' or ')}`]),
    ...wrongConclusion(outcome, report, expected),
    ...untoldGaps(outcome, report, expected),
    ...(expected.images ?? [])
      .filter(image => !JSON.stringify(report?.['images'] ?? []).includes(image))
      .map(image => `${image} is not in the report`),
    ...(expected.says ?? []).filter(words => !isTold(words)).map(words => `nobody says ${words}`),
    ...(expected.silent ?? []).filter(isTold).map(words => `somebody says ${words}`),
    ...(expected.writes ?? [])
      .filter(path => outcome.written[`workspace/${path}`] === undefined)
      .map(path => `${path} was not written`),
    ...(expected.asks ?? [])
      .filter(form => !outcome.requests.some(({ host, path }) => form.test(`${host}${path}`)))
      .map(form => `nothing asked ${form}`)
  ]
}

/** The JSON report, wherever the door puts it; null where there is none. */
function reportOf({ door, stdout, written }: Outcome): JsonObject | null {
  const text = door === 'action' ? written[reportPath('json')] : stdout
  try {
    const report: unknown = JSON.parse(text ?? '')
    return isObject(report) ? report : null
  } catch {
    return null
  }
}

function conclusionOf({ door, outputs }: Outcome, report: JsonObject | null): string | undefined {
  if (door === 'action') return outputs['conclusion']
  const summary = report?.['summary']
  return isObject(summary) ? String(summary['conclusion']) : undefined
}

const wrongConclusion = (
  outcome: Outcome,
  report: JsonObject | null,
  { conclusion }: Expectation
): readonly string[] => {
  if (conclusion === undefined) return []
  const found = conclusionOf(outcome, report)
  return found === conclusion ? [] : [`conclusion ${found ?? '(none)'} instead of ${conclusion}`]
}

/** What was not read stands in the report as data, and the headline begins with it. */
function untoldGaps(
  { written, summary, door }: Outcome,
  report: JsonObject | null,
  { unread = [] }: Expectation
): readonly string[] {
  if (unread.length === 0) return []
  const coverage = JSON.stringify(report?.['coverage'] ?? [])
  const headlines = door === 'action' ? [summary] : [written[reportPath('text')] ?? '']
  return [
    ...unread
      .filter(path => !coverage.includes(JSON.stringify(path).slice(1, -1)))
      .map(path => `coverage does not name ${path}`),
    ...headlines
      .filter(text => !/not everything was read/i.test(text))
      .map(() => 'no headline says that not everything was read')
  ]
}

/** Everything that is wrong with a run, in words; empty: the attack failed in every way that it must. */
export const breachesOf = (outcome: Outcome): readonly string[] => [
  ...unmet(outcome, outcome.attack.expect),
  ...invariants.flatMap(invariant => invariant(outcome))
]
