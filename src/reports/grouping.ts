import type { Finding, Remediation, Severity } from '../checks/check.ts'
import { ranked } from './ranking.ts'

/** Findings that one and the same remediation cures. */
export type FixGroup = {
  readonly check: string
  /** Of the worst finding. */
  readonly severity: Severity
  readonly cluster: string | null
  readonly registry: string | null
  readonly remediation: readonly Remediation[]
  /** Ranked; never empty. */
  readonly findings: readonly Finding[]
}

const fixOf = (finding: Finding): string =>
  JSON.stringify([
    finding.check,
    finding.registry,
    finding.cluster,
    finding.remediation.map(({ description, command }) => [description, command])
  ])

const isLikewise = (finding: Finding, first: Finding): boolean =>
  finding.image !== null &&
  first.image !== null &&
  finding.message.split(finding.image).join() === first.message.split(first.image).join()

/** The message, cut short where it says the same as the first of its group, about another image. */
export function messageInGroup(finding: Finding, { findings: [first] }: FixGroup): string {
  if (first === undefined || finding === first || !isLikewise(finding, first))
    return finding.message
  return `${finding.image ?? ''}: likewise`
}

/** In the order of their worst finding. */
export function groupedByFix(findings: readonly Finding[]): readonly FixGroup[] {
  const groups = new Map<string, FixGroup & { readonly findings: Finding[] }>()
  for (const finding of ranked(findings)) {
    const key = fixOf(finding)
    const group = groups.get(key)
    if (group === undefined) groups.set(key, { ...finding, findings: [finding] })
    else group.findings.push(finding)
  }
  return [...groups.values()]
}
