import type { Finding, Fix, Suppression } from '../checks/check.ts'
import type { SettingsUse } from '../settings/settings-use.ts'
import type { Location } from '../yaml/location.ts'
import { jsonPieces } from './json-pieces.ts'
import type {
  Gap,
  ImageLookup,
  InvalidImage,
  Report,
  ReportImage,
  ReportSuppression,
  ReportUse,
  ReportVerdict,
  SeverityCounts,
  Summary
} from './report.ts'

/*
 * The order of keys is part of the report's promise, whatever order the values were built in. Each `satisfies`
 * makes the compiler ask for a key that is added to the type and forgotten here.
 */

type Complete<T> = Record<keyof T, unknown>

/** Each item in its turn, so that a long list is never there twice. */
function* inTurn<Item>(items: readonly Item[], inOrder: (item: Item) => unknown) {
  for (const item of items) yield inOrder(item)
}

const useInOrder = (use: ReportUse) =>
  ({
    class: use.class,
    file: use.file,
    line: use.line,
    column: use.column,
    endLine: use.endLine,
    endColumn: use.endColumn,
    workload: {
      apiVersion: use.workload.apiVersion,
      kind: use.workload.kind,
      namespace: use.workload.namespace,
      name: use.workload.name
    } satisfies Complete<ReportUse['workload']>,
    container:
      use.container === null ? null : { name: use.container.name, type: use.container.type },
    origin: use.origin
  }) satisfies Complete<ReportUse>

const lookupInOrder = (lookup: ImageLookup) =>
  ({
    state: lookup.state,
    reason: lookup.reason,
    digest: lookup.digest,
    kind: lookup.kind,
    artifactType: lookup.artifactType,
    platforms: lookup.platforms,
    size: lookup.size,
    createdAt: lookup.createdAt,
    lastUpdatedAt: lookup.lastUpdatedAt,
    nearestTags: lookup.nearestTags,
    expected: lookup.expected,
    askedAt: lookup.askedAt
  }) satisfies Complete<ImageLookup>

export const imagesInOrder = (images: readonly ReportImage[]) =>
  inTurn(
    images,
    image =>
      ({
        reference: image.reference,
        registryKind: image.registryKind,
        registry: image.registry,
        repository: image.repository,
        tag: image.tag,
        digest: image.digest,
        lookup: image.lookup === null ? null : lookupInOrder(image.lookup),
        uses: inTurn(image.uses, useInOrder)
      }) satisfies Complete<ReportImage>
  )

export const invalidImagesInOrder = (images: readonly InvalidImage[]) =>
  inTurn(
    images,
    ({ text, reason, uses }) =>
      ({ text, reason, uses: inTurn(uses, useInOrder) }) satisfies Complete<InvalidImage>
  )

export const coverageInOrder = (coverage: readonly Gap[]) =>
  inTurn(
    coverage,
    ({ file, line, kind, reason }) => ({ file, line, kind, reason }) satisfies Complete<Gap>
  )

const countsInOrder = ({ error, warning, note, unknown }: SeverityCounts) =>
  ({ error, warning, note, unknown }) satisfies Complete<SeverityCounts>

const summaryInOrder = ({ verdicts, findings, ...summary }: Summary) =>
  ({
    conclusion: summary.conclusion,
    notFailed:
      summary.notFailed === null
        ? null
        : {
            failOn: summary.notFailed.failOn,
            worst: summary.notFailed.worst,
            left:
              summary.notFailed.left === undefined
                ? undefined
                : {
                    old: summary.notFailed.left.old,
                    suppressed: summary.notFailed.left.suppressed
                  }
          },
    files: summary.files,
    images: summary.images,
    unjudged: summary.unjudged,
    registries: summary.registries,
    clusters: summary.clusters,
    verdicts: { pull: verdicts.pull, 'no-pull': verdicts['no-pull'], unknown: verdicts.unknown },
    findings: countsInOrder(findings),
    new: summary.new === null ? null : countsInOrder(summary.new),
    old: summary.old,
    suppressed: summary.suppressed
  }) satisfies Complete<Summary>

const verdictInOrder = (verdict: ReportVerdict) =>
  ({
    cluster: verdict.cluster,
    image: verdict.image,
    registry: verdict.registry,
    repository: verdict.repository,
    result: verdict.result,
    puller: {
      kind: verdict.puller.kind,
      objectId: verdict.puller.objectId,
      name: verdict.puller.name
    } satisfies Complete<ReportVerdict['puller']>,
    because: verdict.because,
    checks: verdict.checks
  }) satisfies Complete<ReportVerdict>

const locationInOrder = (location: Location) =>
  ({
    file: location.file,
    line: location.line,
    column: location.column,
    endLine: location.endLine,
    endColumn: location.endColumn
  }) satisfies Complete<Location>

const suppressionInOrder = ({ by, reason, place }: Suppression) =>
  ({
    by,
    reason,
    place: place === null ? null : { file: place.file, line: place.line }
  }) satisfies Complete<Suppression>

const fixInOrder = ({ description, command, code }: Fix) =>
  ({
    description,
    command,
    code: code === null ? null : { language: code.language, text: code.text }
  }) satisfies Complete<Fix>

const suppressionUseInOrder = (use: ReportSuppression) =>
  ({
    ...suppressionInOrder(use),
    checks: use.checks,
    findings: use.findings,
    added: use.added,
    applied: use.applied
  }) satisfies Complete<ReportSuppression>

const findingInOrder = (finding: Finding) =>
  ({
    check: finding.check,
    severity: finding.severity,
    message: finding.message,
    cluster: finding.cluster,
    registry: finding.registry,
    image: finding.image,
    nodePools: finding.nodePools,
    remediation: finding.remediation.map(fixInOrder),
    locations: inTurn(finding.locations, locationInOrder),
    fingerprint: finding.fingerprint,
    fingerprints: finding.fingerprints,
    new: finding.new,
    suppressed: finding.suppressed === null ? null : suppressionInOrder(finding.suppressed)
  }) satisfies Complete<Finding>

const settingsInOrder = (use: SettingsUse) =>
  ({
    file: use.file,
    from: use.from,
    commit: use.commit,
    keys: use.keys,
    applied: use.applied,
    reason: use.reason
  }) satisfies Complete<SettingsUse>

/** The report itself, version 1, in pieces. */
export const jsonReport = (report: Report): Iterable<string> =>
  jsonPieces({
    schemaVersion: report.schemaVersion,
    tool: { name: report.tool.name, version: report.tool.version },
    error:
      report.error === null
        ? null
        : { exitCode: report.error.exitCode, message: report.error.message },
    facts: { source: report.facts.source, collectedAt: report.facts.collectedAt },
    summary: summaryInOrder(report.summary),
    images: imagesInOrder(report.images),
    invalidImages: invalidImagesInOrder(report.invalidImages),
    coverage: coverageInOrder(report.coverage),
    verdicts: inTurn(report.verdicts, verdictInOrder),
    findings: inTurn(report.findings, findingInOrder),
    clusters: report.clusters.map(({ id, reason }) => ({ id, reason })),
    checks: report.checks,
    since:
      report.since === null ? null : { commit: report.since.commit, reason: report.since.reason },
    suppressions: report.suppressions.map(suppressionUseInOrder),
    settings: report.settings.map(settingsInOrder),
    notProven: report.notProven,
    notAsked: report.notAsked
  } satisfies Complete<Report>)
