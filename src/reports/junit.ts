import type { Finding } from '../checks/check.ts'
import { markupLines, markupText } from './escape.ts'
import { clusterIds, clusterNames } from './names.ts'
import { placeText } from './places.ts'
import { ranked } from './ranking.ts'
import type { Report, ReportVerdict } from './report.ts'
import { noBlockingConfiguration } from './words.ts'

type Outcome = 'passed' | 'failure' | 'skipped'

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
  const suites = [...clusterSuites(report), otherSuite(report)].filter(
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

function clusterSuites(report: Report): readonly Suite[] {
  const names = clusterNames(report)
  return clusterIds(report).map(cluster => ({
    name: names(cluster),
    cases: report.verdicts
      .filter(verdict => verdict.cluster === cluster)
      .map(verdict => verdictCase(verdict, findingsOf(report, verdict)))
  }))
}

const concerns = (finding: Finding, verdict: ReportVerdict): boolean =>
  finding.cluster === verdict.cluster && finding.image === verdict.image

const findingsOf = (report: Report, verdict: ReportVerdict): readonly Finding[] =>
  ranked(report.findings.filter(finding => concerns(finding, verdict)))

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
function otherSuite(report: Report): Suite {
  const others = report.findings.filter(
    finding => !report.verdicts.some(verdict => concerns(finding, verdict))
  )
  return { name: 'manifests and clusters', cases: ranked(others).map(findingCase) }
}

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
  return `tests="${cases.length}" failures="${count('failure')}" errors="0" skipped="${count('skipped')}"`
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
    failure: `<failure type="${markupText(type)}" ${reason}>${markupLines(details)}</failure>`,
    skipped: `<skipped ${reason}/>\n      <system-out>${markupLines(details)}</system-out>`,
    passed: `<system-out>${markupLines(details)}</system-out>`
  }[outcome]
  return [open, `      ${content}`, '    </testcase>']
}
