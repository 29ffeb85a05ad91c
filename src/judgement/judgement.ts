import type { Check, Finding } from '../checks/check.ts'
import { checks } from '../checks/index.ts'
import { notAskedOf, notProvenOf } from './closing-lines.ts'
import { opensAnew } from './open-anew.ts'
import { sideOf, type SeverityPolicy, type Side } from './side.ts'
import { rulingsOn, type RulingPolicy } from './rulings.ts'
import { findingsOf, type Ruled } from './standing.ts'
import type { BaseManifests } from '../kubernetes/base-manifests.ts'
import { emptyContent } from '../kubernetes/read.ts'
import type { Facts } from '../facts/facts.ts'
import { remarks, remarkUrl } from './remarks.ts'
import { settingsGaps } from './settings-gaps.ts'
import type { FailOn } from '../settings/inputs.ts'
import type { SettingsUse } from '../settings/settings-use.ts'
import { addressIn } from './registry-address.ts'
import { unwatched } from '../access/look-up.ts'
import type { LookupPolicy } from '../pulls/lookup-policy.ts'
import type { Manifests } from '../kubernetes/manifests.ts'
import { type JudgedRun, judgeRun, lookUpsOf } from './judged-run.ts'
import type { Verdict } from '../pulls/verdict.ts'
import { checkUrl, project } from '../base/project.ts'
import type { Report, ReportCheck, ReportVerdict, Since } from '../reports/report.ts'
import { summarise } from './summary.ts'
import { checksBehind } from './verdict-checks.ts'

export type Policy = SeverityPolicy &
  RulingPolicy & {
    readonly failOn: FailOn
    /** What the absence of an answer from a registry means; left out: what it is by default. */
    readonly lookup?: LookupPolicy
    /** What came of the settings files. */
    readonly settings: readonly SettingsUse[]
    /** What the findings are held against; absent: nothing. */
    readonly base?: BaseManifests
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
  const told = (all: readonly Check[], urlOf: (id: string) => string) =>
    all
      .filter(check => found.has(check.id))
      .map(
        ({ id, title, rationale, references }) =>
          [id, { title, rationale, references, url: urlOf(id) }] as const
      )
  return Object.fromEntries([...told(checks, checkUrl), ...told(remarks, remarkUrl)])
}

/** The whole judgement: the same manifests, facts and policy always give the same report. */
export const judgement = (
  manifests: Manifests,
  facts: Facts,
  source: Report['facts']['source'],
  policy: Policy
): Report => reportOn(judgeRun(manifests, facts, unwatched, policy.lookup), source, policy)

/** The base, judged with the same facts; null: nothing is compared, or the base is not known. */
function baseSide(policy: Policy, facts: Facts): Side | null {
  const { base } = policy
  if (base === undefined || base.kind === 'unread') return null
  const manifests = base.kind === 'read' ? base.manifests : noManifests
  return sideOf(judgeRun(manifests, facts, unwatched, policy.lookup), policy, [])
}

const noManifests: Manifests = { ...emptyContent, files: 0, defaultAccount: 'empty' }

const gapKeys = ({ list }: Side): ReadonlySet<string> =>
  new Set(list.coverage.map(({ kind, file }) => `${kind} ${file}`))

const opensAnewOn = (side: Side, before: Side | null, standings: readonly Ruled[]): boolean =>
  opensAnew({
    ruled: standings,
    verdicts: side.verdicts,
    manifests: side.judged.manifests,
    unjudged: side.unjudged,
    gaps: gapKeys(side),
    before: {
      unjudged: before?.unjudged ?? new Set(),
      gaps: before === null ? new Set() : gapKeys(before)
    }
  })

const sinceOf = ({ base, onlyNew }: Policy): Since | null =>
  base === undefined || onlyNew === false
    ? null
    : { commit: base.commit, reason: base.kind === 'unread' ? base.reason : null }

/** The report on pulls that are judged. */
export function reportOn(
  judged: JudgedRun,
  source: Report['facts']['source'],
  policy: Policy
): Report {
  const { facts } = judged
  const side = sideOf(judged, policy, settingsGaps(policy.settings))
  const before = baseSide(policy, facts)
  const { ruled: standings, suppressions } = rulingsOn(side, before, policy)
  const findings = findingsOf(standings)
  const opensAnew = opensAnewOn(side, before, standings)
  const { list, verdicts } = side
  return {
    schemaVersion: '1',
    tool: { name: project.name, version: project.version },
    error: null,
    facts: { source, collectedAt: facts.collectedAt },
    summary: summarise(
      { side, findings, isCompared: before !== null && policy.onlyNew !== false, opensAnew },
      policy.failOn
    ),
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
    since: sinceOf(policy),
    suppressions,
    settings: policy.settings,
    notProven: notProvenOf(verdicts, facts, lookUpsOf(judged)),
    notAsked: notAskedOf(verdicts, facts)
  }
}
