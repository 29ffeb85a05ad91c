import { resourceName } from '../base/resource-id.ts'
import type { Finding, Fix, Severity } from '../checks/check.ts'
import { ranked } from './ranking.ts'

/** Findings that one and the same remediation cures. */
export type FixGroup = {
  readonly check: string
  /** Of the worst finding. */
  readonly severity: Severity
  /** Of all findings, else null. */
  readonly cluster: string | null
  /** Of all findings, else null. */
  readonly registry: string | null
  readonly remediation: readonly Fix[]
  /** Ranked; never empty. */
  readonly findings: readonly [Finding, ...Finding[]]
}

/** Without a remediation there is nothing in common but the place of the trouble. */
const fixOf = ({ check, remediation, registry, cluster }: Finding): string =>
  JSON.stringify(
    remediation.length === 0
      ? [check, registry, cluster]
      : [check, remediation.map(({ description, command }) => [description, command])]
  )

/** In the order of their worst finding. */
export function groupedByFix(findings: readonly Finding[]): readonly FixGroup[] {
  const groups = new Map<string, [Finding, ...Finding[]]>()
  for (const finding of ranked(findings)) {
    const group = groups.get(fixOf(finding))
    if (group === undefined) groups.set(fixOf(finding), [finding])
    else group.push(finding)
  }
  return [...groups.values()].map(groupOf)
}

function groupOf(findings: readonly [Finding, ...Finding[]]): FixGroup {
  const [{ check, severity, cluster, registry, remediation }] = findings
  return {
    check,
    severity,
    cluster: findings.every(finding => finding.cluster === cluster) ? cluster : null,
    registry: findings.every(finding => finding.registry === registry) ? registry : null,
    remediation,
    findings
  }
}

const clusterName = ({ cluster }: Finding): string =>
  cluster === null ? '' : resourceName(cluster)

/** What a message says besides which image and which cluster it is about. */
const pattern = (finding: Finding): string =>
  [finding.image ?? '', clusterName(finding)]
    .filter(name => name !== '')
    .reduce((message, name) => message.split(name).join('\n'), finding.message)

/** What tells a finding apart from the first of its group; its place stands beside it anyway. */
const differences = (
  finding: Finding,
  first: Finding,
  names: (cluster: string) => string
): readonly string[] => [
  ...(finding.cluster === null || finding.cluster === first.cluster
    ? []
    : [`on cluster ${names(finding.cluster)}`]),
  ...(finding.severity === first.severity ? [] : [`as ${severityNames[finding.severity]}`])
]

const severityNames: Readonly<Record<Severity, string>> = {
  error: 'an error',
  warning: 'a warning',
  unknown: 'an open question',
  note: 'a note'
}

/**
 * The message, cut short where it says the same as the first of its group about another image, on another cluster or
 * with another severity, which it then names.
 */
export function messageInGroup(
  finding: Finding,
  { findings: [first] }: FixGroup,
  names: (cluster: string) => string
): string {
  const same = finding.image !== null && first.image !== null && pattern(finding) === pattern(first)
  if (finding === first || !same) return finding.message
  const others = differences(finding, first, names)
  if (finding.image === first.image && others.length === 0) return finding.message
  return [`${finding.image}: likewise`, ...others].join(' ')
}
