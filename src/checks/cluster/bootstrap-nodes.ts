import { type Truth, truthOf } from '../../base/three-valued.ts'
import type { Reason } from '../../facts/fact.ts'
import type { Cluster, Facts, Registry } from '../../facts/facts.ts'
import { statusOf } from '../../known-issues/fix-table.ts'
import {
  type MirrorCondition,
  type MirrorIssue,
  mirrorIssues
} from '../../known-issues/mirror-issues.ts'
import { affectedPoolText } from '../../pulls/exposed-text.ts'
import { type LandingPool, landingPools, poolsOf } from '../../pulls/landing.ts'
import type { FindingDraft, Remediation } from '../check.ts'
import { broken, type Mirror, mirrorText, unsaid } from './bootstrap-mirror.ts'
import { upgradePoolTo } from './upgrade-commands.ts'

type Asked = { readonly cluster: Cluster; readonly registry: Registry; readonly facts: Facts }

const unlessUnheardOf = ({ code }: Reason): Truth => (code === 'unexpected-answer' ? 'no' : 'maybe')

const conditions: Readonly<Record<MirrorCondition, (asked: Asked) => Truth>> = {
  'repository-permissions': ({ registry: { roleAssignmentMode: mode } }) =>
    mode === null ? 'maybe' : truthOf(mode === 'abac'),
  // An Azure that does not know the preview has it off.
  'service-account-pull': ({ cluster: { serviceAccountPull: profile } }) =>
    profile.known ? truthOf(profile.value.enabled) : unlessUnheardOf(profile.reason),
  'custom-cloud': ({ facts }) => truthOf(facts.cloud.name === 'custom')
}

const unread: Readonly<Record<MirrorCondition, string>> = {
  'repository-permissions': '; its role assignment mode was not told',
  'service-account-pull': '; whether service account image pull is on was not told',
  'custom-cloud': ''
}

/** AKS makes isolated clusters of Linux nodes, and the scripts with these bugs are theirs. */
const poolsBehind = ({ cluster, pulled }: Mirror) =>
  poolsOf(cluster).filter(
    pool =>
      pool.osType === 'Linux' &&
      pulled.some(({ use }) => landingPools(cluster, [pool], use).length > 0)
  )

const curesOf = (
  { cure }: MirrorIssue,
  { cluster }: Mirror,
  stands: readonly Stand[],
  date: string
): readonly Remediation[] => [
  ...stands
    .filter(({ pool }) => !pool.autoProvisioned)
    .flatMap(({ pool }) => upgradePoolTo(cluster, pool.name, { kind: 'node-image' }, date)),
  ...(cure === null ? [] : [{ description: cure, command: null }])
]

type Stand = { readonly pool: LandingPool; readonly text: string }

const standsOf = (
  issue: MirrorIssue,
  mirror: Mirror,
  kind: 'affected' | 'unknown'
): readonly Stand[] =>
  poolsBehind(mirror).flatMap(pool => {
    const status = statusOf(issue, pool)
    const told = status.kind === 'affected' || status.kind === 'unknown'
    return told && status.kind === kind ? [{ pool, text: affectedPoolText(status, pool) }] : []
  })

function findingOf(
  issue: MirrorIssue,
  mirror: Mirror,
  holds: Truth,
  date: string
): FindingDraft | null {
  const affected = standsOf(issue, mirror, 'affected')
  const stands = affected.length > 0 ? affected : standsOf(issue, mirror, 'unknown')
  if (holds === 'no' || stands.length === 0) return null
  const why = stands.map(({ text }) => text).join('; ')
  const cures = curesOf(issue, mirror, stands, date)
  return holds === 'yes' && affected.length > 0
    ? broken(mirror, `${issue.fault}: ${why}`, cures)
    : unsaid(
        mirror,
        `${mirrorText(mirror)} serves its nodes`,
        `there is a known issue ('${issue.title}'), and ${why}${holds === 'maybe' ? unread[issue.when] : ''}`,
        cures
      )
}

/** What node images make of a mirror that is itself in order; where it lets everybody pull, no node signs in to it. */
export function* nodeFindings(
  mirror: Mirror,
  registry: Registry,
  facts: Facts
): Generator<FindingDraft, void, undefined> {
  if (registry.anonymousPull === true) return
  for (const issue of mirrorIssues) {
    const holds = conditions[issue.when]({ cluster: mirror.cluster, registry, facts })
    const finding = findingOf(issue, mirror, holds, facts.collectedAt)
    if (finding !== null) yield finding
  }
}
