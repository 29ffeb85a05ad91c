import type { Finding } from '../checks/check.ts'
import { gapText, notEverythingRead } from './coverage.ts'
import { markupLines, markupText } from './escape.ts'
import { subjectKey } from './evidence.ts'
import { clusterIds, clusterNames } from './names.ts'
import { placeText } from './places.ts'
import { ranked } from './ranking.ts'
import type { Report, ReportVerdict } from './report.ts'
import { noBlockingConfiguration } from './words.ts'

type Outcome = 'passed' | 'failure' | 'skipped' | 'error'

/** One test case: an image on a cluster, or a finding that belongs to none. */
type Case = {
  readonly name: string
  readonly outcome: Outcome
  /** Check ids, for `type`. */
  readonly type: string
  readonly message: string
  readonly details: string
  readonly file: string | null
}

type Suite = { readonly name: string; readonly cases: readonly Case[] }

/**
 * JUnit XML as CI systems read it (the Ant task's format): a suite for each cluster, a case for each image, so that the
 * test view is the verdict table. A missing answer is a skipped case: neither passed nor failed.
 */
export function junitReport(report: Report): string {
  const findings = findingsBySubject(report)
  const suites = [
    endSuite(report),
    unreadSuite(report),
    ...clusterSuites(report, findings),
    otherSuite(report, findings)
  ].filter(suite => suite.cases.length > 0)
  const all = suites.flatMap(suite => suite.cases)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="${markupText(report.tool.name)}" ${counts(all)}>`,
    ...suites.flatMap(suiteLines),
    '</testsuites>',
    ''
  ].join('\n')
}

type Findings = ReadonlyMap<string, readonly Finding[]>

function findingsBySubject(report: Report): Findings {
  const found = new Map<string, Finding[]>()
  for (const finding of ranked(report.findings)) {
    const subject = subjectKey(finding.cluster, finding.image)
    const same = found.get(subject)
    if (same === undefined) found.set(subject, [finding])
    else same.push(finding)
  }
  return found
}

function clusterSuites(report: Report, findings: Findings): readonly Suite[] {
  const names = clusterNames(report)
  const cases = new Map<string, Case[]>(clusterIds(report).map(cluster => [cluster, []]))
  for (const verdict of report.verdicts) {
    const same = findings.get(subjectKey(verdict.cluster, verdict.image)) ?? []
    cases.get(verdict.cluster)?.push(verdictCase(verdict, same))
  }
  return [...cases].map(([cluster, items]) => ({ name: names(cluster), cases: items }))
}

function verdictCase(verdict: ReportVerdict, findings: readonly Finding[]): Case {
  const failed =
    verdict.result === 'no-pull' || findings.some(({ severity }) => severity === 'error')
  const passed = verdict.result === 'pull' && !failed
  return {
    name: verdict.image,
    outcome: failed ? 'failure' : passed ? 'passed' : 'skipped',
    type: findings[0]?.check ?? verdict.result,
    message: findings[0]?.message ?? (passed ? noBlockingConfiguration : verdict.result),
    details: [...findings.map(findingText), ...verdict.because].join('\n'),
    file: findings[0]?.locations[0]?.file ?? null
  }
}

/** Findings about manifests, and those of a cluster or registry as a whole. */
function otherSuite(report: Report, findings: Findings): Suite {
  const judged = new Set(report.verdicts.map(({ cluster, image }) => subjectKey(cluster, image)))
  const others = [...findings].flatMap(([subject, same]) => (judged.has(subject) ? [] : same))
  return { name: 'manifests and clusters', cases: others.map(findingCase) }
}

const endSuite = ({ error }: Report): Suite => ({
  name: 'run',
  cases:
    error === null
      ? []
      : [
          {
            name: 'the run came to its end',
            outcome: 'error',
            type: `exit-${error.exitCode}`,
            message: error.message,
            details: error.message,
            file: null
          }
        ]
})

const unreadSuite = ({ coverage }: Report): Suite => ({
  name: notEverythingRead,
  cases: coverage.map(gap => ({
    name: gapText(gap),
    outcome: 'skipped',
    type: gap.kind,
    message: gap.reason,
    details: gapText(gap),
    file: gap.file
  }))
})

const outcomes = {
  error: 'failure',
  unknown: 'skipped',
  warning: 'passed',
  note: 'passed'
} as const satisfies Record<Finding['severity'], Outcome>

const findingCase = (finding: Finding): Case => ({
  name: finding.message,
  outcome: outcomes[finding.severity],
  type: finding.check,
  message: finding.message,
  details: findingText(finding),
  file: finding.locations[0]?.file ?? null
})

const findingText = (finding: Finding): string =>
  [
    `${finding.severity}: ${finding.message} [${finding.check}]`,
    ...finding.locations.map(location => `at ${placeText(location)}`),
    ...finding.remediation.flatMap(({ description, command }) =>
      command === null ? [description] : [description, command]
    )
  ].join('\n')

function counts(cases: readonly Case[]): string {
  const count = (outcome: Outcome) => cases.filter(item => item.outcome === outcome).length
  return `tests="${cases.length}" failures="${count('failure')}" errors="${count('error')}" skipped="${count('skipped')}"`
}

const suiteLines = ({ name, cases }: Suite): readonly string[] => [
  `  <testsuite name="${markupText(name)}" ${counts(cases)}>`,
  ...cases.flatMap(item => caseLines(name, item)),
  '  </testsuite>'
]

function caseLines(
  suite: string,
  { name, outcome, type, message, details, file }: Case
): readonly string[] {
  const place = file === null ? '' : ` file="${markupText(file)}"`
  const open = `    <testcase classname="${markupText(suite)}" name="${markupText(name)}"${place}>`
  const reason = `message="${markupText(message)}"`
  const content = {
    error: `<error type="${markupText(type)}" ${reason}>${markupLines(details)}</error>`,
    failure: `<failure type="${markupText(type)}" ${reason}>${markupLines(details)}</failure>`,
    skipped: `<skipped ${reason}/>\n      <system-out>${markupLines(details)}</system-out>`,
    passed: `<system-out>${markupLines(details)}</system-out>`
  }[outcome]
  return [open, `      ${content}`, '    </testcase>']
}
