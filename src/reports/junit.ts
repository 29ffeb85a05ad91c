import { groupBy } from '../base/group-by.ts'
import type { Finding } from '../checks/check.ts'
import { gapText, notEverythingRead } from './coverage.ts'
import { markupLines, markupText } from './escape.ts'
import { evidence, subjectKey } from './evidence.ts'
import { worst } from './matrix.ts'
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

const findingsBySubject = (report: Report): Findings =>
  groupBy(ranked(report.findings), ({ cluster, image }) => subjectKey(cluster, image))

function clusterSuites(report: Report, findings: Findings): readonly Suite[] {
  const names = clusterNames(report)
  const verdicts = groupBy(report.verdicts, ({ cluster }) => cluster)
  return clusterIds(report).map(cluster => ({
    name: names(cluster),
    cases: [...groupBy(verdicts.get(cluster) ?? [], ({ image }) => image)].map(([image, same]) =>
      imageCase(image, same, findings.get(subjectKey(cluster, image)) ?? [])
    )
  }))
}

/** Several pullers of one image are one case, which shows the worst of them. */
function imageCase(
  name: string,
  verdicts: readonly ReportVerdict[],
  findings: readonly Finding[]
): Case {
  const result = worst(verdicts.map(verdict => verdict.result))
  const failed = result === 'no-pull' || findings.some(({ severity }) => severity === 'error')
  const passed = result === 'pull' && !failed
  return {
    name,
    outcome: failed ? 'failure' : passed ? 'passed' : 'skipped',
    type: findings[0]?.check ?? result,
    message: findings[0]?.message ?? (passed ? noBlockingConfiguration : result),
    details: [...findings.map(findingText), ...evidence(verdicts)].join('\n'),
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
