import type { Facts } from '../../facts/facts.ts'
import type { Condition } from '../../known-issues/condition.ts'
import { rationaleOf } from '../../known-issues/documentation.ts'
import type { FixStatus } from '../../known-issues/fix-table.ts'
import { knownIssues } from '../../known-issues/index.ts'
import { type FixRow, type KnownIssue, publishedList } from '../../known-issues/known-issue.ts'
import { planOf } from '../../known-issues/support.ts'
import { upgradeTarget } from '../../known-issues/upgrade-target.ts'
import type { Check, FindingDraft, Remediation, Worded } from '../check.ts'
import { type ExposedPool, type ExposedPulls, exposedPulls } from '../../pulls/exposed-pulls.ts'
import { exposedText } from '../../pulls/exposed-text.ts'
import { grantReads, clusterRead, registryRead } from '../../facts/arm-actions.ts'
import { shellWord } from '../../base/shell-command.ts'
import { alternatives } from '../wording/alternatives.ts'
import { upgradePoolTo } from './upgrade-commands.ts'
import { registryOf } from '../../access/known-facts.ts'

/** The row that an upgrade would leave behind, or null where no upgrade helps. */
const rowOf = (status: FixStatus): FixRow | null =>
  status.kind === 'affected' ||
  status.kind === 'between' ||
  (status.kind === 'unknown' && status.missing === 'node-image')
    ? status.row
    : null

function upgrade(
  issue: KnownIssue,
  { cluster }: ExposedPulls,
  { pool, exposure }: ExposedPool,
  date: string
): readonly Remediation[] {
  const row = rowOf(exposure.status)
  if (row === null || pool.autoProvisioned) return []
  return upgradePoolTo(cluster, pool.name, upgradeTarget(issue, row, date, planOf(cluster)), date)
}

/** Only a command needs its words quoted. */
function workarounds(issue: KnownIssue, host: string, facts: Facts): readonly Remediation[] {
  const registry = registryOf(facts, host)
  const names = [
    ['<registry>', registry?.name],
    ['<subscription>', registry?.subscriptionId],
    ['<host>', host],
    ['<login-server>', registry?.loginServer]
  ] as const
  const filled = (text: string, word: (name: string) => string): string =>
    names.reduce((result, [key, name]) => result.replaceAll(key, word(name ?? key)), text)
  return issue.workarounds
    .filter(({ upgrade }) => upgrade !== true)
    .map(({ text, command }) => ({
      description: filled(text, name => name),
      command: command === undefined ? null : filled(command, shellWord)
    }))
}

const distinct = (remediation: readonly Remediation[]): readonly Remediation[] => [
  ...new Map(remediation.map(each => [each.command ?? each.description, each])).values()
]

const mayBeAffected = 'may be affected by a known issue'

const openings: Readonly<Record<ExposedPulls['severity'], string>> = {
  error: 'fail because of a known issue',
  warning: 'are affected by a known issue',
  note: mayBeAffected,
  unknown: mayBeAffected
}

function finding(issue: KnownIssue, pulls: ExposedPulls, facts: Facts): FindingDraft {
  const pools = [...pulls.pools.values()]
  const [image] = pulls.images.size === 1 ? [...pulls.images] : []
  return {
    severity: pulls.severity,
    message: `Pulls from ${pulls.registry} on cluster ${pulls.cluster.name} ${pulls.open.size > 0 ? mayBeAffected : openings[pulls.severity]}: ${exposedText(issue, pulls).join('; ')}`,
    remediation: alternatives([
      distinct(pools.flatMap(pool => upgrade(issue, pulls, pool, facts.collectedAt))),
      ...distinct(workarounds(issue, pulls.registry, facts))
    ]),
    uses: [...pulls.uses],
    cluster: pulls.clusterId,
    registry: pulls.registry,
    nodePools: [...pulls.pools.keys()],
    ...(image === undefined ? {} : { image })
  }
}

const asksForGrants = (condition: Condition): boolean =>
  condition.grant !== undefined ||
  condition.grantYoungerThanHours !== undefined ||
  condition.grantLacksRegistryRead !== undefined ||
  (condition.anyOf ?? []).some(asksForGrants)

/** That the registry cannot be read has its own finding; each known issue need not say it again. */
const restsOnHiddenRegistry = ({ severity, registry }: ExposedPulls, facts: Facts): boolean =>
  severity === 'unknown' && registryOf(facts, registry) === null

/** Nodes that do not match a host offer it no identity, which access finds out; the issue says why and where. */
const wordsOf = ({ appliesTo }: KnownIssue): readonly Worded[] =>
  appliesTo.imageHost === undefined ? ['known-issue'] : ['known-issue', 'host-not-served']

const checkOf = (issue: KnownIssue): Check => ({
  id: issue.id,
  title: issue.title,
  rationale: rationaleOf(issue),
  references: [...issue.links, ...(issue.documented === null ? [] : [publishedList])],
  causes: issue.causes,
  permissions: asksForGrants(issue.appliesTo) ? grantReads : [clusterRead, registryRead],
  words: wordsOf(issue),
  *run(context) {
    for (const pulls of exposedPulls(issue, context.pulls))
      if (!restsOnHiddenRegistry(pulls, context.facts)) yield finding(issue, pulls, context.facts)
  }
})

/** One check for each known issue, with the issue's id, in the order of the fix tables. */
export const knownIssueChecks: readonly Check[] = knownIssues.map(checkOf)
