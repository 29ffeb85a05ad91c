import type { Exposure } from '../known-issues/affected.ts'
import { fixedPatch } from '../known-issues/fix-table.ts'
import { type FixRow, type KnownIssue, publishedList } from '../known-issues/known-issue.ts'
import { parseNodeImage } from '../known-issues/node-image.ts'
import type { ExposedPool, ExposedPulls } from './exposed-pulls.ts'
import type { LandingPool } from './landing.ts'

const sourceText = ({ source, confidence }: FixRow): string =>
  confidence === undefined ? source : `${source}; ${confidence}`

const fixText = (row: FixRow): string => {
  if (fixedPatch(row) === null) return `no patch of ${row.minor} has the fix`
  return row.upgradeTo === undefined
    ? `fixed in ${row.fixed}`
    : `fixed in ${row.fixed}, which cannot be used, so in ${row.upgradeTo}`
}

const versionText = (pool: LandingPool): string =>
  `node pool ${pool.name} runs Kubernetes ${pool.kubernetesVersion ?? '(unknown)'}`

const imageText = (pool: LandingPool): string =>
  `node pool ${pool.name} runs node image ${pool.nodeImageVersion ?? '(unknown)'}`

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

function exposedText({ pool, exposure: { status, remains } }: ExposedPool): string {
  if (status.kind === 'affected') return affectedText(status.row, pool)
  if (status.kind === 'between')
    return `${versionText(pool)}: fixed in ${status.documented} by the published list (${publishedList.title}), and in ${status.row.fixed} by upstream (${sourceText(status.row)})`
  if (status.kind === 'unknown' && status.missing === 'node-image')
    return `${imageText(pool)}, whose version could not be read; fixed from ${fixedImages(status.row, pool)} (${sourceText(status.row)})`
  if (status.kind === 'unknown')
    return `${imageText(pool)}, for whose operating system no fixed version is published`
  return `node pool ${pool.name} has the fix in its node image, and ${remains.join('; ')}`
}

const openings: Readonly<Record<Exposure['severity'], string>> = {
  error: 'fail by a known issue',
  warning: 'are affected by a known issue',
  note: 'may be affected by a known issue',
  unknown: 'may be affected by a known issue'
}

const openText = (open: readonly string[]): string =>
  open.length === 0 ? '' : `; it could not be found out whether ${open.join(', and whether ')}`

/** One sentence: which pulls, which issue, which pools with their versions, what was left open. */
export const messageOf = (issue: KnownIssue, pulls: ExposedPulls): string =>
  [
    `Pulls from ${pulls.registry} on cluster ${pulls.cluster.name} ${openings[pulls.severity]}: ${issue.title}`,
    ...[...pulls.pools.values()].map(exposedText)
  ].join('; ') + openText([...pulls.open])
