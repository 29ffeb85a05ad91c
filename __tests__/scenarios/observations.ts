import type { Finding } from '../../src/checks/check.ts'
import type { Report, ReportVerdict } from '../../src/reports/report.ts'
import type { ExpectedVerdict, Expectation } from './scenario.ts'

/** What a report says, in the shape of an expectation, as far as the expectation speaks. */
export type Observation = {
  readonly verdicts: readonly string[]
  /** `check severity`, sorted. */
  readonly findings: readonly string[]
  readonly nodePools: Readonly<Record<string, readonly string[]>>
  readonly absent: readonly string[]
}

const clusterName = (id: string): string => id.slice(id.lastIndexOf('/') + 1)

/** Compares only what the expectation names, so that one line of data can be enough. */
const verdictText = (verdict: ReportVerdict, wanted: ExpectedVerdict): string =>
  [
    wanted.cluster === undefined ? null : clusterName(verdict.cluster),
    wanted.image === undefined ? null : verdict.image,
    wanted.result === undefined ? null : verdict.result,
    wanted.puller === undefined ? null : verdict.puller.kind,
    wanted.objectId === undefined ? null : `object id ${String(verdict.puller.objectId)}`,
    wanted.because === undefined ? null : evidence(verdict, wanted.because)
  ]
    .filter(part => part !== null)
    .join(', ')

const evidence = (verdict: ReportVerdict, text: string): string =>
  verdict.because.some(sentence => sentence.includes(text))
    ? `because … ${text} …`
    : `because ${verdict.because.join(' | ')}`

const expectedText = (wanted: ExpectedVerdict): string =>
  [
    wanted.cluster ?? null,
    wanted.image ?? null,
    wanted.result ?? null,
    wanted.puller ?? null,
    wanted.objectId === undefined ? null : `object id ${String(wanted.objectId)}`,
    wanted.because === undefined ? null : `because … ${wanted.because} …`
  ]
    .filter(part => part !== null)
    .join(', ')

/** The verdict that an expected one speaks of; without cluster and image, the one at its place in the list. */
const counterpart = (
  verdicts: readonly ReportVerdict[],
  wanted: ExpectedVerdict,
  index: number
): ReportVerdict | undefined => {
  const named = verdicts.filter(
    verdict =>
      (wanted.cluster === undefined || clusterName(verdict.cluster) === wanted.cluster) &&
      (wanted.image === undefined || verdict.image === wanted.image)
  )
  return wanted.cluster === undefined && wanted.image === undefined ? verdicts[index] : named[0]
}

export function observed(report: Report, expectation: Expectation): Observation {
  const { findings, verdicts } = report
  const decisive = findings.filter(
    ({ check, severity }) =>
      severity === 'error' || severity === 'unknown' || check in expectation.findings
  )
  const texts = expectation.verdicts.map((wanted, index) => {
    const verdict = counterpart(verdicts, wanted, index)
    return verdict === undefined ? 'missing' : verdictText(verdict, wanted)
  })
  const surplus = verdicts
    .slice(expectation.verdicts.length)
    .map(({ image, result }) => `also ${image} ${result}`)
  return {
    verdicts: [...texts, ...surplus],
    findings: [...new Set(decisive.map(({ check, severity }) => `${check} ${severity}`))].sort(),
    nodePools: Object.fromEntries(
      Object.keys(expectation.nodePools ?? {}).map(check => [
        check,
        [
          ...new Set(
            findings
              .filter(finding => finding.check === check)
              .flatMap(({ nodePools }) => nodePools)
          )
        ].sort()
      ])
    ),
    absent: (expectation.absent ?? []).filter(id => !findings.some(({ check }) => check === id))
  }
}

const concerns = (finding: Finding, verdict: ReportVerdict): boolean =>
  finding.cluster === verdict.cluster &&
  (finding.image ?? verdict.image) === verdict.image &&
  (finding.registry ?? verdict.registry) === verdict.registry

/** Fields of other objects are pulled by something else, if at all; their findings are capped at warnings. */
const isOfPod = ({ images }: Report, { image }: ReportVerdict): boolean =>
  images.some(
    ({ reference, uses }) =>
      reference === image && uses.some(use => use.class === 'pod' || use.class === 'container')
  )

/** Verdicts that nothing explains: a reader sees that a pull is blocked, or open, and not why. */
export const unexplained = (report: Report): readonly string[] =>
  report.verdicts
    .filter(verdict => verdict.result !== 'pull' && isOfPod(report, verdict))
    .filter(verdict => {
      const severities = report.findings
        .filter(finding => concerns(finding, verdict))
        .map(({ severity }) => severity)
      return !(verdict.result === 'no-pull' ? ['error'] : ['error', 'unknown', 'warning']).some(
        severity => severities.some(found => found === severity)
      )
    })
    .map(({ image, result, because }) => `${image}: ${result} because ${because.join(' ')}`)

/** The one error that is no obstacle: containerd takes a single manifest whatever it is built for. */
const pulledAndDead = 'image-platform-mismatch'

/** `pull` means that nothing known stands against it, and what has a verdict is an image of an Azure registry. */
export const contradicted = ({ verdicts, findings, images }: Report): readonly string[] => [
  ...verdicts
    .filter(({ result }) => result === 'pull')
    .flatMap(verdict =>
      findings
        .filter(finding => finding.severity === 'error' && concerns(finding, verdict))
        .filter(({ check }) => check !== pulledAndDead)
        .map(({ check }) => `${verdict.image}: pull, in spite of ${check}`)
    ),
  ...images
    .filter(({ registryKind }) => registryKind === 'other')
    .filter(({ reference }) => verdicts.some(({ image }) => image === reference))
    .map(({ reference }) => `${reference}: judged, and said to be of another registry`)
]

export const wanted = (expectation: Expectation): Observation => ({
  verdicts: expectation.verdicts.map(expectedText),
  findings: Object.entries(expectation.findings)
    .map(([check, severity]) => `${check} ${severity}`)
    .sort(),
  nodePools: expectation.nodePools ?? {},
  absent: expectation.absent ?? []
})
