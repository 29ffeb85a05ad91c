import { deciding } from '../../failure-causes/deciding.ts'
import { failureCauses, type FailureCause } from '../../failure-causes/causes.ts'
import type { ErrorText, ReadMessage } from '../../failure-causes/error-text.ts'
import { project } from '../../base/project.ts'
import { resourceName } from '../../base/resource-id.ts'
import { logText } from '../escape.ts'
import type { Report } from '../report.ts'

/** What else an explanation is made of. */
export type ErrorContext = {
  /** Ids of the checks that look for a cause. */
  readonly checksOf: (cause: string) => readonly string[]
  /** The same pull judged against facts; null: nobody named any. */
  readonly report: Report | null
}

const shownLine = 300

/** It is copied from a cluster, and may hold what a terminal obeys. */
const cut = (line: string): string =>
  logText(line.length <= shownLine ? line : `${line.slice(0, shownLine)}…`)

const said = ({ message, line }: ReadMessage): readonly string[] => [
  message.means,
  `  ${cut(line)}`
]

const plain = (text: string): string => text.replaceAll('`', '')

const isFound = ({ id }: FailureCause, { checksOf, report }: ErrorContext): boolean => {
  const checks = checksOf(id)
  return report?.findings.some(({ check }) => checks.includes(check)) === true
}

const margin = '    '

function causeLines(cause: FailureCause, number: number, context: ErrorContext): readonly string[] {
  const { id, title, remedy } = cause
  const checks = context.checksOf(id)
  return [
    `${String(number).padStart(2)}. ${id}  ${title}${isFound(cause, context) ? '  (found here)' : ''}`,
    ...(deciding[id] === undefined ? [] : [`${margin}decided by  ${deciding[id]}`]),
    `${margin}cure        ${plain(remedy)}`,
    `${margin}seen by     ${checks.length === 0 ? 'no check: only the registry or a node tells' : checks.join(', ')}`
  ]
}

/** Told in full; what follows is rare, and one line each. */
const toldInFull = 6

function causesText(causes: readonly FailureCause[], context: ErrorContext): readonly string[] {
  const found = causes.filter(cause => isFound(cause, context))
  const ordered = [...found, ...causes.filter(cause => !found.includes(cause))]
  const rare = ordered.slice(toldInFull)
  return [
    ordered.length === 1 ? 'It is:' : 'It can be, most likely first:',
    ...ordered
      .slice(0, toldInFull)
      .flatMap((cause, index) => causeLines(cause, index + 1, context)),
    ...(rare.length === 0
      ? []
      : ['Less often:', ...rare.map(({ id, title }) => `    ${id}  ${title}`)])
  ]
}

/** What Azure says of this very pull, before what it could be. */
function hereLines({ report }: ErrorContext): readonly string[] {
  if (report === null)
    return [
      'Which of them it is: acr-pull-check explain --error - --facts FILE, or -g RESOURCE-GROUP -n NAME, looks it up.',
      ''
    ]
  const verdicts = report.verdicts.map(
    ({ image, cluster, result }) => `  ${result.padEnd(8)}${image} on ${resourceName(cluster)}`
  )
  const findings = report.findings.map(({ check, message }) => `  ${check}: ${message}`)
  return [
    'Judged here:',
    ...verdicts,
    ...(findings.length > 0
      ? findings
      : [
          '  Nothing in Azure stands against it: what is left below is told by the registry or a node alone.'
        ]),
    ''
  ]
}

const unknownText = [
  'No message of a failed pull is in this text: give the line of kubectl describe pod that begins with Failed to pull image, or the whole output.',
  `The messages that are known: ${project.url}/blob/v1/docs/troubleshooting.md#messages-of-the-kubelet`,
  ''
].join('\n')

/** The causes that fit a message, most likely first, each with what decides; of several messages the most telling counts. */
export function errorExplanation(text: ErrorText, context: ErrorContext): string {
  const [first, ...others] = text.messages
  if (first === undefined) return [...hereLines(context), unknownText].join('\n')
  const causes = first.message.causes.flatMap(
    id => failureCauses.find(cause => cause.id === id) ?? []
  )
  return [
    ...said(first),
    '',
    ...hereLines(context),
    ...causesText(causes, context),
    '',
    ...(others.length === 0 ? [] : ['The text also says:', ...others.flatMap(said), '']),
    `More on each: ${project.url}/blob/v1/docs/failure-causes.md`,
    ''
  ].join('\n')
}
