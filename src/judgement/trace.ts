import type { LookUp } from '../access/look-up.ts'
import { reasonOf } from '../access/pull-access.ts'
import { resourceName } from '../base/resource-id.ts'
import type { Facts } from '../facts/facts.ts'
import type { JudgedPulls } from '../pulls/judged-pulls.ts'
import type { Obstacle } from '../pulls/obstacles/index.ts'
import type { Verdict, VerdictRuling } from '../pulls/verdict.ts'
import { inertLines, oneLine } from '../reports/escape.ts'

/** Where each answer lies in the facts file, as jq spells it. */
function pathsOf(facts: Facts): ReadonlyMap<object, string> {
  const { clusters, registries, assignments, denyAssignments, roleDefinitions, identities } = facts
  const lists = {
    clusters,
    registries,
    assignments,
    denyAssignments,
    roleDefinitions,
    identities
  }
  return new Map(
    Object.entries(lists).flatMap(([list, rows]) =>
      rows.map(({ answer }, index) => [answer, `.${list}[${index}].answer`] as const)
    )
  )
}

const answerText = ({ answer }: LookUp): string => {
  if (!answer.known) return `${answer.reason.code}: ${answer.reason.message}`
  return Array.isArray(answer.value) ? `known, ${answer.value.length}` : 'known'
}

function lookUpText(lookUp: LookUp, paths: ReadonlyMap<object, string>): string {
  const path = paths.get(lookUp.answer)
  const place = path === undefined ? '' : ` at ${path}`
  return `${lookUp.what} of ${lookUp.by.join(' at ')}${place}: ${answerText(lookUp)}`
}

const poolsText = ({ nodePools }: Obstacle): string =>
  nodePools.length === 0 ? 'all nodes' : `pools ${nodePools.join(', ')}`

const obstacleText = (obstacle: Obstacle): string =>
  `${obstacle.kind}, ${obstacle.certainty}, on ${poolsText(obstacle)}: ${obstacle.evidence.join('; ')}`

/** The reason that came with a result: its kind is the name of the rule that decided. */
function kindOf(ruling: VerdictRuling): string {
  switch (ruling.result) {
    case 'pull':
      return ruling.by.kind
    case 'no-pull':
      return ruling.cause.kind
    case 'unknown':
      return ruling.open.kind
  }
}

/** The row of the table in docs/architecture.md, "The verdict stage". */
function ruleText({ settledFrom: { access, obstacles, written }, ...verdict }: Verdict): string {
  const surely = obstacles.filter(({ certainty }) => certainty === 'surely').length
  const before =
    obstacles.length === 0
      ? 'no obstacle'
      : `${surely} sure and ${obstacles.length - surely} possible obstacles`
  const settled = `credentials ${access.result}, ${before}: ${written.result} (${kindOf(written)})`
  return written.result === verdict.result
    ? settled
    : `${settled}, and then ${verdict.result} (${kindOf(verdict)})`
}

const numbered = (title: string, lines: readonly string[]): readonly string[] => [
  `  ${title}`,
  ...(lines.length === 0 ? ['    none'] : lines.map((line, index) => `    ${index + 1}. ${line}`))
]

const placesOf = ({ uses }: Verdict): readonly string[] =>
  uses.map(
    ({ location, workload }) =>
      `${location.file}:${location.line}:${location.column} (${workload.kind} ${workload.name})`
  )

function verdictTrace(verdict: Verdict, paths: ReadonlyMap<object, string>): readonly string[] {
  const { access, obstacles } = verdict.settledFrom
  const lookUps = new Set(access.lookUps.map(lookUp => lookUpText(lookUp, paths)))
  return [
    `${resourceName(verdict.cluster)} ${verdict.image}: ${verdict.result}`,
    ...numbered('written at', placesOf(verdict)),
    ...numbered('facts looked up', [...lookUps]),
    ...numbered(
      `credentials: ${access.result} (${reasonOf(access).kind}), puller ${verdict.puller.kind}`,
      access.evidence.map(({ about, sentence }) => `${about}: ${sentence}`)
    ),
    ...numbered('obstacles', obstacles.map(obstacleText)),
    `  rule: ${ruleText(verdict)}`,
    ''
  ]
}

/**
 * How each verdict came about, in the order of the stage: facts, credentials, obstacles, rule. It shows what the stage
 * left behind, and judges nothing; the pulls were judged on watched facts.
 */
export function traceText({ facts, verdicts }: JudgedPulls): string {
  const paths = pathsOf(facts)
  return verdicts
    .flatMap(verdict => verdictTrace(verdict, paths))
    .map(line => `${inertLines(oneLine(line))}\n`)
    .join('')
}
