import { groupBy } from '../base/group-by.ts'
import type { Finding } from '../checks/check.ts'
import { causesIn } from './causes.ts'
import { gapText, notEverythingRead } from './coverage.ts'
import { markupLines, markupText } from './escape.ts'
import { failuresOf } from './failures.ts'
import { evidence, subjectKey } from './evidence.ts'
import { worst } from './matrix.ts'
import { clusterIds, clusterNames } from './wording/names.ts'
import { placeText } from './places.ts'
import { ranked } from './ranking.ts'
import { counts as weighs } from './wording/left-out.ts'
import type { Report, ReportVerdict } from './report.ts'
import { noBlockingConfiguration } from './wording/words.ts'

/** From the worst to the best. */
const outcomes = ['error', 'failure', 'skipped', 'passed'] as const

type Outcome = (typeof outcomes)[number]

/** One test case: an image on a cluster, or what was found about something else. */
type Case = {
  /** The same in every run as long as the thing is the same: test histories go by it. */
  readonly name: string
  readonly outcome: Outcome
  /** Check id, or the result. */
  readonly type: string
  readonly message: string
  readonly details: string
}

type Suite = { readonly name: string; readonly cases: readonly Case[] }

/**
 * JUnit XML with the elements and attributes that Jenkins' schema knows (jenkinsci/xunit-plugin, junit-10.xsd), which is
 * also what GitLab reads: a suite for each cluster, a case for each image, so that the test view is the verdict table.
 * A missing answer is a skipped case: neither passed nor failed.
 */
export function junitReport(report: Report): string {
  const suites = [endSuite(report), unreadSuite(report), ...judgedSuites(report)].filter(
    suite => suite.cases.length > 0
  )
  const all = suites.flatMap(suite => suite.cases)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${markupText(report.tool.name)}" ${counts(all)}>`,
    ...suites.flatMap(suiteLines),
    '</testsuites>',
    ''
  ].join('\n')
}

/** An image on a cluster, with all that was found about it. */
type Subject = {
  readonly cluster: string
  readonly image: string
  readonly verdicts: readonly ReportVerdict[]
  /** Why the worst of the verdicts is what it is. */
  readonly causes: readonly Finding[]
  /** What else concerns it. */
  readonly others: readonly Finding[]
}

function subjectsIn(report: Report): readonly Subject[] {
  const causesOf = causesIn(report)
  const findings = groupBy(ranked(report.findings), ({ cluster, image }) =>
    subjectKey(cluster, image)
  )
  const subjects = groupBy(report.verdicts, ({ cluster, image }) => subjectKey(cluster, image))
  return [...subjects].map(([key, verdicts]) => {
    const [{ cluster, image }] = verdicts
    const result = worst(verdicts.map(verdict => verdict.result))
    const decisive = verdicts.filter(verdict => verdict.result === result)
    const causes = ranked([...new Set(decisive.flatMap(causesOf))])
    const others = (findings.get(key) ?? []).filter(finding => !causes.includes(finding))
    return { cluster, image, verdicts, causes, others }
  })
}

function judgedSuites(report: Report): readonly Suite[] {
  const names = clusterNames(report)
  const subjects = subjectsIn(report)
  const byCluster = groupBy(subjects, ({ cluster }) => cluster)
  return [
    ...clusterIds(report).map(cluster => ({
      name: names(cluster),
      cases: (byCluster.get(cluster) ?? []).map(subjectCase)
    })),
    otherSuite(report, subjects, names)
  ]
}

/** Several pullers of one image are one case, which shows the worst of them. */
function subjectCase({ image, verdicts, causes, others }: Subject): Case {
  const result = worst(verdicts.map(verdict => verdict.result))
  const error = others.find(finding => finding.severity === 'error' && weighs(finding))
  const isAccepted = causes.length > 0 && !causes.some(weighs)
  const failed = !isAccepted && (result === 'no-pull' || error !== undefined)
  const outcome = failed ? 'failure' : result === 'pull' ? 'passed' : 'skipped'
  const cause = causes[0] ?? (result === 'no-pull' ? undefined : error)
  return {
    name: image,
    outcome,
    type: cause?.check ?? result,
    message:
      outcome === 'passed' ? noBlockingConfiguration : (cause?.message ?? conclusion(verdicts)),
    details: [...[...causes, ...others].map(findingText), ...evidence(verdicts)].join('\n')
  }
}

/** Where no finding says it, because its severity is off: the last sentence of the evidence does. */
function conclusion(verdicts: readonly ReportVerdict[]): string {
  const result = worst(verdicts.map(verdict => verdict.result))
  return verdicts.find(verdict => verdict.result === result)?.because.at(-1) ?? result
}

/** Findings about manifests, and those of a cluster or registry as a whole; what several say of one thing is one case. */
function otherSuite(
  report: Report,
  subjects: readonly Subject[],
  names: (cluster: string) => string
): Suite {
  const told = new Set(subjects.flatMap(({ causes, others }) => [...causes, ...others]))
  const left = ranked(report.findings).filter(finding => !told.has(finding))
  const byName = groupBy(left, finding => caseName(finding, names))
  return {
    name: 'manifests and clusters',
    cases: [...byName].map(([name, findings]) => findingCase(name, findings))
  }
}

/** Without the message, in which versions, counts and ages change. */
function caseName(finding: Finding, names: (cluster: string) => string): string {
  const { check, image, registry, cluster, locations } = finding
  const what = image ?? registry ?? (cluster === null ? locations[0]?.file : undefined)
  return [
    `${check}${what === undefined ? '' : `: ${what}`}`,
    ...(cluster === null ? [] : [`on ${names(cluster)}`])
  ].join(' ')
}

const outcomeOf = {
  error: 'failure',
  unknown: 'skipped',
  warning: 'passed',
  note: 'passed'
} as const satisfies Record<Finding['severity'], Outcome>

const outcomeOfFinding = (finding: Finding): Outcome =>
  outcomeOf[finding.severity] === 'failure' && !weighs(finding)
    ? 'skipped'
    : outcomeOf[finding.severity]

const findingCase = (name: string, findings: readonly [Finding, ...Finding[]]): Case => ({
  name,
  outcome:
    outcomes.find(outcome => findings.some(finding => outcomeOfFinding(finding) === outcome)) ??
    'passed',
  type: findings[0].check,
  message: findings[0].message,
  details: findings.map(findingText).join('\n')
})

const endSuite = (report: Report): Suite => ({
  name: 'run',
  cases: failuresOf(report).map(({ kind, name, message }) => ({
    name,
    outcome: 'error',
    type: kind,
    message,
    details: message
  }))
})

const unreadSuite = ({ coverage }: Report): Suite => ({
  name: notEverythingRead,
  cases: [...groupBy(coverage, ({ file }) => file)].map(([name, gaps]) => ({
    name,
    outcome: 'skipped',
    type: gaps[0].kind,
    message: gaps[0].reason,
    details: gaps.map(gapText).join('\n')
  }))
})

const findingText = (finding: Finding): string =>
  [
    `${finding.severity}: ${finding.message} [${finding.check}]`,
    ...finding.locations.map(location => `at ${placeText(location)}`),
    ...finding.remediation.flatMap(({ description, command }) =>
      command === null ? [description] : [description, command]
    )
  ].join('\n')

const count = (cases: readonly Case[], outcome: Outcome): number =>
  cases.filter(item => item.outcome === outcome).length

const counts = (cases: readonly Case[]): string =>
  `tests="${cases.length}" failures="${count(cases, 'failure')}" errors="${count(cases, 'error')}"`

const suiteLines = ({ name, cases }: Suite): readonly string[] => [
  `  <testsuite name="${markupText(name)}" ${counts(cases)} skipped="${count(cases, 'skipped')}">`,
  ...cases.flatMap(item => caseLines(name, item)),
  '  </testsuite>'
]

function caseLines(
  suite: string,
  { name, outcome, type, message, details }: Case
): readonly string[] {
  const content =
    outcome === 'passed'
      ? `<system-out>${markupLines(details)}</system-out>`
      : `<${outcome} type="${markupText(type)}" message="${markupText(message)}">${markupLines(details)}</${outcome}>`
  return [
    `    <testcase classname="${markupText(suite)}" name="${markupText(name)}">`,
    `      ${content}`,
    '    </testcase>'
  ]
}
