import type { FixRow, FixTable } from './known-issue.ts'
import {
  compareMinors,
  isBefore,
  isPreRelease,
  minorsBetween,
  minorsUpTo,
  type KubernetesVersion,
  parseKubernetesVersion
} from '../kubernetes/kubernetes-version.ts'
import { compareNodeImages, parseNodeImage } from '../kubernetes/nodes/node-image.ts'

/** What of a node pool fix tables look at. */
export type PoolVersions = {
  readonly kubernetesVersion: string | null
  readonly nodeImageVersion: string | null
  readonly osType: 'Linux' | 'Windows'
  /** What the control plane runs; it bounds a version of the pool that nobody knows. */
  readonly clusterVersion: string | null
  /** No node has an older image, where that alone is known. */
  readonly oldestNodeImage: string | null
}

/** `row` is the row that decided. */
export type FixStatus =
  | { readonly kind: 'not-yet-introduced' }
  | { readonly kind: 'fixed'; readonly by: 'kubernetes-version' | 'node-image' }
  | { readonly kind: 'affected'; readonly row: FixRow }
  /** The published list calls this version fixed, upstream fixed it later. */
  | { readonly kind: 'between'; readonly row: FixRow; readonly documented: string }
  /** `node-image-number`: no fixed image is published for this operating system. */
  | { readonly kind: 'unknown'; readonly missing: 'kubernetes-version' }
  | {
      readonly kind: 'unknown'
      readonly missing: 'node-image' | 'node-image-number'
      readonly row: FixRow
    }

const fixedByVersion: FixStatus = { kind: 'fixed', by: 'kubernetes-version' }
const unknownVersion: FixStatus = { kind: 'unknown', missing: 'kubernetes-version' }

/** The patch in a row, or null for `none` and `any`. */
export const fixedPatch = (row: FixRow): string | null => (/^\d/.test(row.fixed) ? row.fixed : null)

const documentedPatch = ({ documented }: FixRow): string | null =>
  documented === undefined || documented === null || documented === 'none' ? null : documented

function statusByImage(row: FixRow, pool: PoolVersions): FixStatus {
  const image =
    parseNodeImage(pool.nodeImageVersion, pool.osType) ??
    parseNodeImage(pool.oldestNodeImage, pool.osType)
  if (image === null) return { kind: 'unknown', missing: 'node-image', row }
  const first = image.line === null ? undefined : row.nodeImage?.[image.line]
  const fixed = first === undefined ? null : parseNodeImage(first, pool.osType)
  if (fixed === null) return { kind: 'unknown', missing: 'node-image-number', row }
  if (compareNodeImages(image, fixed) >= 0) return { kind: 'fixed', by: 'node-image' }
  return pool.nodeImageVersion === null
    ? { kind: 'unknown', missing: 'node-image', row }
    : { kind: 'affected', row }
}

function statusByPatch(row: FixRow, version: KubernetesVersion, fixed: string): FixStatus {
  const before = isBefore(version, fixed)
  if (before === null) return unknownVersion
  if (!before) return fixedByVersion
  const documented = documentedPatch(row)
  return documented !== null && isBefore(version, documented) === false
    ? { kind: 'between', row, documented }
    : { kind: 'affected', row }
}

function statusInRow(row: FixRow, version: KubernetesVersion, pool: PoolVersions): FixStatus {
  const fixed = fixedPatch(row)
  if (fixed !== null) return statusByPatch(row, version, fixed)
  return row.fixed === 'any' ? statusByImage(row, pool) : { kind: 'affected', row }
}

/** For a minor without a row of its own: a fix is inherited upwards, and so is `none`, in both directions. */
function statusBesideRows(issue: FixTable, version: KubernetesVersion, pool: PoolVersions) {
  const lower = issue.fixes.findLast(row => compareMinors(row.minor, version.minor) < 0)
  if (lower === undefined)
    return { kind: 'affected', row: unfixedBelow(issue, version.minor) } as const
  const isHighest = lower === issue.fixes.at(-1)
  if (!isHighest && fixedPatch(lower) === null) return statusInRow(lower, version, pool)
  return mayPrecede(version, lower) ? unknownVersion : fixedByVersion
}

/** A minor is branched before the patches of the one below, so what precedes its release may lack their fix. */
const mayPrecede = (version: KubernetesVersion, lower: FixRow): boolean =>
  isPreRelease(version) &&
  minorsBetween(lower.minor, version.minor) === 1 &&
  fixedPatch(lower)?.endsWith('.0') !== true

/** Minors below the lowest row never got the fix, whatever that row says. */
const unfixedBelow = ({ fixes: [lowest] }: FixTable, minor: string): FixRow => ({
  minor,
  fixed: 'none',
  confidence: 'inferred',
  source: `older than ${lowest.minor}, the lowest row of the fix table`
})

/** Where a node pool stands in an issue's fix table; a version that is not known is never taken as fixed. */
export function statusOf(issue: FixTable, pool: PoolVersions): FixStatus {
  const version = parseKubernetesVersion(pool.kubernetesVersion)
  return version === null ? statusInSkew(issue, pool) : statusAt(issue, version, pool)
}

/** Minors that nodes may be behind their control plane (Kubernetes, "Version Skew Policy"; two before 1.28). */
const mostSkew = 3

/** Where the version of a pool is not known, that of its cluster leaves some minors, and an issue may be over in all of them. */
function statusInSkew(issue: FixTable, pool: PoolVersions): FixStatus {
  const newest = parseKubernetesVersion(pool.clusterVersion)
  if (newest === null) return unknownVersion
  const isOver = minorsUpTo(newest.minor, mostSkew).every(minor => {
    const { kind } = statusAt(issue, { minor, full: null }, pool)
    return kind === 'fixed' || kind === 'not-yet-introduced'
  })
  return isOver ? fixedByVersion : unknownVersion
}

function statusAt(issue: FixTable, version: KubernetesVersion, pool: PoolVersions): FixStatus {
  if (issue.introduced !== null && compareMinors(version.minor, issue.introduced) < 0)
    return { kind: 'not-yet-introduced' }
  const index = issue.fixes.findIndex(({ minor }) => minor === version.minor)
  const row = issue.fixes[index]
  if (row === undefined) return statusBesideRows(issue, version, pool)
  const status = statusInRow(row, version, pool)
  return status.kind === 'fixed' && mayBeOfBefore(version, row, issue.fixes[index - 1])
    ? unknownVersion
    : status
}

/** Where node images have the fix from a minor on, what precedes its release may still be as the minor before. */
const mayBeOfBefore = (version: KubernetesVersion, row: FixRow, before?: FixRow): boolean =>
  isPreRelease(version) && row.fixed === 'any' && before?.fixed === 'none'
