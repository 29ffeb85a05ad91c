import { fixedPatch, type FixStatus } from '../known-issues/fix-table.ts'
import {
  confidenceTexts,
  type FixRow,
  type KnownIssue,
  publishedList
} from '../known-issues/known-issue.ts'
import { parseNodeImage } from '../kubernetes/nodes/node-image.ts'
import type { ExposedPool, ExposedPulls } from './exposed-pulls.ts'
import type { LandingPool } from './landing.ts'

const sourceText = ({ source, confidence }: FixRow): string =>
  confidence === undefined ? source : `${source}; ${confidenceTexts[confidence]}`

const fixText = (row: FixRow): string => {
  if (fixedPatch(row) === null) return `no patch of ${row.minor} has the fix`
  return row.upgradeTo === undefined
    ? `fixed in ${row.fixed}`
    : `fixed in ${row.fixed}, which cannot be used, so in ${row.upgradeTo}`
}

const runs = (pool: LandingPool): string =>
  pool.autoProvisioned ? `${pool.name} run` : `node pool ${pool.name} runs`

const versionText = (pool: LandingPool): string =>
  `${runs(pool)} Kubernetes ${pool.kubernetesVersion ?? '(unknown)'}`

const imageText = (pool: LandingPool): string =>
  `${runs(pool)} ${pool.nodeImageVersion === null ? 'a node image that Azure does not tell' : `node image ${pool.nodeImageVersion}`}`

/** Without an image there is no telling which of a row's lines is the pool's, so all of its system are named. */
function fixedImages(row: FixRow, pool: LandingPool): string {
  const line = parseNodeImage(pool.nodeImageVersion, pool.osType)?.line
  return Object.entries(row.nodeImage ?? {})
    .filter(([key]) =>
      line === undefined ? key.startsWith(pool.osType.toLowerCase()) : key === line
    )
    .map(([, version]) => version)
    .join(' or ')
}

function affectedText(row: FixRow, pool: LandingPool): string {
  return row.fixed === 'any'
    ? `${imageText(pool)}, fixed from ${fixedImages(row, pool)} (${sourceText(row)})`
    : `${versionText(pool)}, ${fixText(row)} (${sourceText(row)})`
}

function unknownText(status: Extract<FixStatus, { kind: 'unknown' }>, pool: LandingPool): string {
  if (status.missing === 'kubernetes-version')
    return `${versionText(pool)}, and the fix depends on the full version`
  return status.missing === 'node-image'
    ? `${imageText(pool)}, and the fix depends on its version: it came with ${fixedImages(status.row, pool)} (${sourceText(status.row)})`
    : `${imageText(pool)}, for whose operating system no fixed version is published`
}

type Affected = Extract<FixStatus, { readonly kind: 'affected' | 'unknown' }>

/** Which version of a pool makes it affected, or leaves open whether it is. */
export const affectedPoolText = (status: Affected, pool: LandingPool): string =>
  status.kind === 'affected' ? affectedText(status.row, pool) : unknownText(status, pool)

function poolText({ pool, exposure: { status, remains } }: ExposedPool): string {
  if (status.kind === 'between')
    return `${versionText(pool)}: the published list calls ${status.documented} fixed (${publishedList.title}), upstream fixed it in ${status.row.fixed} (${sourceText(status.row)})`
  if (status.kind === 'affected' || status.kind === 'unknown') return affectedPoolText(status, pool)
  return `${imageText(pool)}, which has the fix, but ${remains.join(', and ')}`
}

const clause = (start: string, parts: ReadonlySet<string>, joint: string): readonly string[] =>
  parts.size === 0 ? [] : [`${start} ${[...parts].join(joint)}`]

/** As clauses: which issue and why here, which pools with their versions, what was left open. */
export const exposedText = (issue: KnownIssue, pulls: ExposedPulls): readonly string[] => [
  issue.title,
  ...clause('here', pulls.because, ' and '),
  ...[...pulls.pools.values()].map(poolText),
  ...clause('it could not be found out whether', pulls.open, ', and whether ')
]
