import type { PullResult } from '../access/verdict.ts'
import type { Severity } from '../checks/check.ts'
import { counted } from './plural.ts'
import { severities } from './ranking.ts'
import type { Report, Summary } from './report.ts'

/** A verdict in a cell. `pull` is the name of a verdict and no promise; `noBlockingConfiguration` says what it means. */
export const resultWords: Readonly<Record<PullResult, string>> = {
  'no-pull': 'no pull',
  unknown: 'unknown',
  pull: 'pull'
}

export const noBlockingConfiguration = 'no blocking configuration found'

const severityNouns: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  unknown: ['unknown', 'unknown'],
  note: ['note', 'notes']
}

export const severityCount = (severity: Severity, count: number): string =>
  counted(count, ...severityNouns[severity])

/** Such as `2 errors, 1 unknown`, or `no findings`. */
export function findingCounts(summary: Summary): string {
  const counts = severities
    .filter(severity => summary.findings[severity] > 0)
    .map(severity => severityCount(severity, summary.findings[severity]))
  return counts.length === 0 ? 'no findings' : counts.join(', ')
}

/** What was looked at, so that "no findings" differs from "nothing found". */
export const lookedAt = (summary: Summary): string =>
  [
    `${counted(summary.images, 'image')} in ${counted(summary.files, 'file')}`,
    counted(summary.registries, 'registry', 'registries'),
    counted(summary.clusters, 'cluster')
  ].join(', ')

/** How old the answers are: `read from Azure 2026-11-20 08:15 UTC`. */
export function factsText({ facts }: Report): string {
  const time = facts.collectedAt.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*Z$/, '$1 $2 UTC')
  return `${facts.source === 'azure' ? 'read from Azure' : 'from a facts file of'} ${time}`
}

export const verdictCount = ({ verdicts }: Summary): number =>
  verdicts.pull + verdicts['no-pull'] + verdicts.unknown

/** The outcome in one clause, without full stop. */
export function headline({ summary }: Report): string {
  const all = counted(verdictCount(summary), 'pull')
  const refused = summary.verdicts['no-pull']
  const open = summary.verdicts.unknown
  if (refused > 0) return `${refused} of ${all} ${refused === 1 ? 'is' : 'are'} blocked`
  if (open > 0) return `${open} of ${all} could not be decided`
  if (verdictCount(summary) === 0 && summary.conclusion === 'pass') return 'no pull to judge'
  if (summary.conclusion === 'pass') return noBlockingConfiguration
  return findingCounts(summary)
}

/** Images of other registries are listed and never judged. */
export function otherRegistries({ images }: Report): string | null {
  const others = images.filter(image => image.registryKind === 'other').length
  if (others === 0) return null
  return `${counted(others, 'image')} of other registries ${others === 1 ? 'is' : 'are'} not judged`
}
