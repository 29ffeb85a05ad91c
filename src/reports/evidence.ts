import { counted } from '../base/sentences.ts'
import { groupBy } from '../base/group-by.ts'
import type { Finding } from '../checks/check.ts'
import type { Report, ReportVerdict } from './report.ts'

/** What a verdict and the findings about it have in common. */
export const subjectKey = (cluster: string | null, image: string | null): string =>
  JSON.stringify([cluster, image])

/** What leads to a verdict, in sentences. */
export type Chain = Pick<ReportVerdict, 'because'>

/** One image on one cluster has a verdict for each kind of pod that pulls it. */
const mostVerdicts = 5

const firstChains = (verdicts: readonly Chain[]): readonly Chain[] => {
  const left = verdicts.length - mostVerdicts
  return left <= 0
    ? verdicts
    : [
        ...verdicts.slice(0, mostVerdicts),
        {
          because: [
            `Pods of ${counted(left, 'more kind')} pull it; the JSON report has their verdicts.`
          ]
        }
      ]
}

/** Finds the evidence of the verdicts that findings explain: same cluster, same image. */
export function verdictsBehind(report: Report): (findings: readonly Finding[]) => readonly Chain[] {
  const verdicts = groupBy(report.verdicts, ({ cluster, image }) => subjectKey(cluster, image))
  return findings => {
    const subjects = findings.flatMap(({ cluster, image }) =>
      cluster === null || image === null ? [] : subjectKey(cluster, image)
    )
    return [...new Set(subjects)].flatMap(subject => firstChains(verdicts.get(subject) ?? []))
  }
}

/** The sentences of several chains of evidence, each once, in the order of the chains. */
export const evidence = (verdicts: readonly Chain[]): readonly string[] => [
  ...new Set(verdicts.flatMap(verdict => verdict.because))
]
