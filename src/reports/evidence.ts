import { groupBy } from '../base/group-by.ts'
import type { Finding } from '../checks/check.ts'
import type { Report, ReportVerdict } from './report.ts'

/** What a verdict and the findings about it have in common. */
export const subjectKey = (cluster: string | null, image: string | null): string =>
  JSON.stringify([cluster, image])

/** Finds the verdicts that findings explain: same cluster, same image. */
export function verdictsBehind(
  report: Report
): (findings: readonly Finding[]) => readonly ReportVerdict[] {
  const verdicts = groupBy(report.verdicts, ({ cluster, image }) => subjectKey(cluster, image))
  return findings => {
    const subjects = findings.flatMap(({ cluster, image }) =>
      cluster === null || image === null ? [] : subjectKey(cluster, image)
    )
    return [...new Set(subjects)].flatMap(subject => verdicts.get(subject) ?? [])
  }
}

/** The sentences of several chains of evidence, each once, in the order of the chains. */
export const evidence = (verdicts: readonly ReportVerdict[]): readonly string[] => [
  ...new Set(verdicts.flatMap(verdict => verdict.because))
]
