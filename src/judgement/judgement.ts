import type { Finding, Severity } from '../checks/check.ts'
import { checks } from '../checks/index.ts'
import { notAskedOf, notProvenOf } from './closing-lines.ts'
import { judge, type SeverityLimits } from './findings.ts'
import type { Facts } from '../facts/facts.ts'
import { imageList } from './image-list.ts'
import { settingsGaps } from './settings-gaps.ts'
import type { FailOn } from '../settings/inputs.ts'
import type { SettingsUse } from '../settings/settings-use.ts'
import { addressIn } from './registry-address.ts'
import { unwatched } from '../access/look-up.ts'
import type { LookupPolicy } from '../pulls/lookup-policy.ts'
import type { Manifests } from '../kubernetes/manifests.ts'
import { findingsOf, type JudgedRun, judgeRun, lookUpsOf, verdictsOf } from './judged-run.ts'
import type { Verdict } from '../pulls/verdict.ts'
import { checkUrl, project } from '../base/project.ts'
import type { Report, ReportCheck, ReportImage, ReportVerdict } from '../reports/report.ts'
import { summarise } from './summary.ts'
import { checksBehind } from './verdict-checks.ts'

export type Policy = {
  readonly failOn: FailOn
  readonly classSeverity: SeverityLimits
  /** Of single checks, by id. */
  readonly checkSeverity: Readonly<Record<string, Severity | 'off'>>
  /** What the absence of an answer from a registry means; left out: what it is by default. */
  readonly lookup?: LookupPolicy
  /** What came of the settings files. */
  readonly settings: readonly SettingsUse[]
}

const reportVerdict = (verdict: Verdict): ReportVerdict => ({
  cluster: verdict.cluster,
  image: verdict.image,
  registry: addressIn(verdict.registry, verdict.uses),
  repository: verdict.repository,
  result: verdict.result,
  puller: verdict.puller,
  because: verdict.evidence.map(({ sentence }) => sentence),
  checks: checksBehind(verdict)
})

function documentation(findings: readonly Finding[]): Record<string, ReportCheck> {
  const found = new Set(findings.map(finding => finding.check))
  return Object.fromEntries(
    checks
      .filter(check => found.has(check.id))
      .map(({ id, title, rationale, references }) => [
        id,
        { title, rationale, references, url: checkUrl(id) }
      ])
  )
}

/** A host of another form, or of another cloud, is said to be no registry of Azure only where no verdict speaks of it. */
function judgedAsAzure(
  images: readonly ReportImage[],
  verdicts: readonly Verdict[]
): readonly ReportImage[] {
  const judged = new Set(verdicts.map(({ image }) => image))
  return images.map(image =>
    judged.has(image.reference) ? { ...image, registryKind: 'acr' } : image
  )
}

/** The whole judgement: the same manifests, facts and policy always give the same report. */
export const judgement = (
  manifests: Manifests,
  facts: Facts,
  source: Report['facts']['source'],
  policy: Policy
): Report => reportOn(judgeRun(manifests, facts, unwatched, policy.lookup), source, policy)

/** The report on pulls that are judged. */
export function reportOn(
  judged: JudgedRun,
  source: Report['facts']['source'],
  policy: Policy
): Report {
  const { manifests, facts } = judged
  const verdicts = verdictsOf(judged)
  const findings = findingsOf(judged, checks, part =>
    judge(checks, part, policy.classSeverity, policy.checkSeverity)
  )
  const hosts = facts.registries.map(registry => registry.host)
  const read = imageList(
    manifests,
    [...facts.cloud.registrySuffixes, ...hosts],
    facts.images,
    policy.lookup
  )
  const list = {
    ...read,
    images: judgedAsAzure(read.images, verdicts),
    coverage: [...settingsGaps(policy.settings), ...read.coverage]
  }
  return {
    schemaVersion: '1',
    tool: { name: project.name, version: project.version },
    error: null,
    facts: { source, collectedAt: facts.collectedAt },
    summary: summarise({ manifests, facts, list, verdicts, findings }, policy.failOn),
    clusters: facts.clusters.map(({ id, answer }) => ({
      id,
      reason: answer.known || answer.reason.code === 'stale' ? null : answer.reason.message
    })),
    images: list.images,
    invalidImages: list.invalidImages,
    coverage: list.coverage,
    verdicts: verdicts.map(reportVerdict),
    findings,
    checks: documentation(findings),
    settings: policy.settings,
    notProven: notProvenOf(verdicts, facts, lookUpsOf(judged)),
    notAsked: notAskedOf(verdicts, facts)
  }
}
