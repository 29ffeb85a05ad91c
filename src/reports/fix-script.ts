import { groupBy } from '../base/group-by.ts'
import type { Finding, Fix } from '../checks/check.ts'
import { gapText, notEverythingRead } from './coverage.ts'
import { inertWords, oneLine, visibleLines } from './escape.ts'
import { failuresOf } from './failures.ts'
import { clusterNames } from './wording/names.ts'
import { placeText } from './places.ts'
import { ranked } from './ranking.ts'
import { isShortened } from './wording/shortened.ts'
import type { Report } from './report.ts'
import { factsText, headline } from './wording/words.ts'

/** One command, and all that it is for. */
type Step = {
  readonly command: string
  /** Whose it is: the registry or the cluster that it changes. */
  readonly owner: string
  /** It changes something, nothing of it is left to fill in, and it is the first way to mend what was proven to be wrong. */
  readonly isReady: boolean
  readonly reasons: readonly (readonly string[])[]
}

/** A line that is a comment, whatever the text is. */
const comment = (text: string): string => `# ${inertWords(oneLine(text))}`.trimEnd()

/** What begins a command that is for a person to decide on; not to be taken for a comment of ours. */
const offered = (line: string): string => `#$ ${inertWords(line)}`

/**
 * Every fix that has a command, once each, by whose it is, to be read and then run. Only what changes something and is
 * the first way to mend a proven fault runs; the rest stands beside it. A suppressed finding is none to mend.
 */
export function fixScript(report: Report): string {
  const steps = stepsIn(report)
  return `${[
    '#!/usr/bin/env bash',
    comment(`${report.tool.name} ${report.tool.version}: ${headline(report)}`),
    comment(`Facts ${factsText(report)}.`),
    ...failuresOf(report).map(({ message }) => comment(message)),
    ...report.findings.filter(isShortened).map(({ message }) => comment(message)),
    ...report.coverage.map(gap => comment(`${notEverythingRead}: ${gapText(gap)}`)),
    '#',
    `# ${report.tool.name} ran none of these commands: read each before you run it. A line that begins with #$ is another way`,
    '# to the same, only looks, mends what was not proven, or has a word in capitals that you must fill in.',
    'set -euo pipefail',
    ...[...groupBy(steps, ({ owner }) => owner)].flatMap(([owner, own]) => [
      '',
      comment(`== ${owner} ==`),
      ...own.flatMap(stepLines)
    ]),
    ...(steps.length === 0 ? ['', '# No finding has a command.'] : [])
  ].join('\n')}\n`
}

/** Beyond these many a reader knows enough. */
const mostReasons = 5

function stepLines({ command, isReady, reasons }: Step): readonly string[] {
  const left = reasons.length - mostReasons
  const lines = command.split('\n')
  return [
    '',
    ...reasons.slice(0, mostReasons).flat().map(comment),
    ...(left > 0 ? [comment(`and ${left} more findings`)] : []),
    ...(isReady ? lines : visibleLines(command).map(offered))
  ]
}

function stepsIn(report: Report): readonly Step[] {
  const names = clusterNames(report)
  const wanted = ranked(report.findings).filter(({ suppressed }) => suppressed === null)
  const all = wanted.flatMap(finding =>
    finding.remediation.flatMap((fix, at) => stepOf(finding, fix, at, names))
  )
  return [...groupBy(all, ({ command }) => command).values()].map(same => ({
    ...same[0],
    isReady: same.some(({ isReady }) => isReady),
    reasons: same.flatMap(({ reasons }) => reasons)
  }))
}

function stepOf(
  finding: Finding,
  { description, command }: Fix,
  at: number,
  names: (cluster: string) => string
): readonly Step[] {
  if (command === null) return []
  const { severity, message, check, locations } = finding
  const [place] = locations
  const isFirst = at === 0 || !description.startsWith('Or ')
  return [
    {
      command,
      owner: ownerOf(command, finding, names),
      isReady: isFirst && isProven(finding) && isEachReady(command),
      reasons: [
        [
          `${severity}: ${message} [${check}]`,
          ...(place === undefined ? [] : [`at ${placeText(place)}`]),
          description
        ]
      ]
    }
  ]
}

const isProven = ({ severity }: Finding): boolean => severity === 'error' || severity === 'warning'

function ownerOf(
  command: string,
  { registry, cluster }: Finding,
  names: (cluster: string) => string
): string {
  const ofCluster = cluster === null ? null : `Cluster ${names(cluster)}`
  const ofRegistry = registry === null ? null : `Registry ${registry}`
  const first = /^(?:az aks|kubectl) /.test(command) ? ofCluster : ofRegistry
  return first ?? ofRegistry ?? ofCluster ?? 'Elsewhere'
}

/** Words in our commands that stand for what only a person knows. */
const toFillIn =
  /\b(?:USER|USERNAME|PASSWORD|POD|VAULT|CREDENTIAL_SET|REGISTRY_ID|REGION|FILE|NAME|TENANT)\b/

/** The verbs of `az` that change something, as our commands have them. */
const changing: ReadonlySet<string> = new Set([
  ...['add', 'assign', 'create', 'delete', 'enable', 'generate', 'import', 'start', 'update'],
  'upgrade'
])

/** The words before the first option are the command itself. */
function changesSomething(bare: string): boolean {
  const words = bare.split(' ')
  const options = words.findIndex(word => word.startsWith('-'))
  return (
    words[0] === 'az' &&
    words.slice(1, options < 0 ? undefined : options).some(word => changing.has(word))
  )
}

/** Of several lines each may be a command, or all be one with a line feed in quotes. */
const isEachReady = (command: string): boolean =>
  isReadyToRun(command) || command.split('\n').every(isReadyToRun)

/** Words, words in single quotes, `\'` and the output of a command of such words, and nothing else that a shell obeys. */
function isReadyToRun(command: string): boolean {
  const isSeen = visibleLines(command).join('\n') === command && inertWords(command) === command
  const bare = command.replace(/\\'|'[^']*'/g, 'Q').replace(/"\$\(([\w@%+=:,./ -]*)\)"/g, '$1')
  return (
    isSeen && /^[\w@%+=:,./ -]+$/.test(bare) && changesSomething(bare) && !toFillIn.test(command)
  )
}
