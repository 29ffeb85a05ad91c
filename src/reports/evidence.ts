import type { Finding } from '../checks/check.ts'
import type { Report, ReportVerdict } from './report.ts'

/** What a verdict and the findings about it have in common. */
export const subjectKey = (cluster: string | null, image: string | null): string =>
  JSON.stringify([cluster, image])

function byClusterAndImage(report: Report): ReadonlyMap<string, readonly ReportVerdict[]> {
  const found = new Map<string, ReportVerdict[]>()
  for (const verdict of report.verdicts) {
    const same = found.get(subjectKey(verdict.cluster, verdict.image))
    if (same === undefined) found.set(subjectKey(verdict.cluster, verdict.image), [verdict])
    else same.push(verdict)
  }
  return found
}

/** Finds the verdicts that findings explain: same cluster, same image. */
export function verdictsBehind(
  report: Report
): (findings: readonly Finding[]) => readonly ReportVerdict[] {
  const verdicts = byClusterAndImage(report)
  return findings => [
    ...new Set(
      findings.flatMap(({ cluster, image }) =>
        cluster === null || image === null ? [] : (verdicts.get(subjectKey(cluster, image)) ?? [])
      )
    )
  ]
}

/** The sentences of several chains of evidence, each once, in the order of the chains. */
export const evidence = (verdicts: readonly ReportVerdict[]): readonly string[] => [
  ...new Set(verdicts.flatMap(verdict => verdict.because))
]
