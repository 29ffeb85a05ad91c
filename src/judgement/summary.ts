import type { Finding } from '../checks/check.ts'
import type { Verdict } from '../pulls/verdict.ts'
import type { SeverityCounts, Summary } from '../reports/report.ts'
import type { FailOn } from '../settings/inputs.ts'
import { conclusionOf, notFailedBecause, type Evidence } from './conclusion.ts'
import type { Side } from './side.ts'
import { counts } from './standing.ts'

/** All that a summary counts. */
export type Judged = {
  readonly side: Side
  readonly findings: readonly Finding[]
  /** Whether findings were held against a base. */
  readonly isCompared: boolean
  /** Whether something is open for which neither the base nor a suppression accounts. */
  readonly opensAnew: boolean
}

const count = <T>(items: readonly T[], test: (item: T) => boolean): number =>
  items.filter(test).length

const severityCounts = (findings: readonly Finding[]): SeverityCounts => {
  const of = (severity: Finding['severity']) =>
    count(findings, finding => finding.severity === severity)
  return { error: of('error'), warning: of('warning'), note: of('note'), unknown: of('unknown') }
}

export function summarise(
  { side, findings, isCompared, opensAnew }: Judged,
  failOn: FailOn
): Summary {
  const { judged, verdicts, list, unjudged } = side
  const { manifests, facts } = judged
  const results = (result: Verdict['result']) =>
    count(verdicts, verdict => verdict.result === result)
  const counted = findings.filter(counts)
  const suppressed = count(findings, finding => finding.suppressed !== null)
  const old = findings.length - counted.length - suppressed
  const evidence: Evidence = {
    verdicts,
    findings: counted,
    unjudged: unjudged.size,
    unread: list.coverage.length,
    uses: manifests.uses.length,
    opensAnew,
    left: { old, suppressed }
  }
  return {
    conclusion: conclusionOf(evidence, failOn),
    notFailed: notFailedBecause(evidence, failOn),
    files: manifests.files,
    images: list.images.length,
    unjudged: unjudged.size,
    registries: new Set(
      list.images.filter(image => image.registryKind === 'acr').map(image => image.registry)
    ).size,
    clusters: facts.clusters.length,
    verdicts: { pull: results('pull'), 'no-pull': results('no-pull'), unknown: results('unknown') },
    findings: severityCounts(counted),
    new: isCompared ? severityCounts(findings.filter(finding => finding.new === true)) : null,
    old,
    suppressed
  }
}
