import { counted } from '../../base/sentences.ts'
import type { PullResult } from '../../pulls/verdict.ts'
import type { FixCode, Severity } from '../../checks/check.ts'
import { notEverythingRead, nothingJudged } from '../coverage.ts'
import { severities } from '../ranking.ts'
import type { Left, NotFailed, Report, Summary } from '../report.ts'

/** A verdict in a cell. `pull` is the name of a verdict and no promise; `noBlockingConfiguration` says what it means. */
export const resultWords: Readonly<Record<PullResult, string>> = {
  'no-pull': 'no pull',
  unknown: 'unknown',
  pull: 'pull'
}

export const noBlockingConfiguration = 'no blocking configuration found'

/** What was left out opens nothing, and is named so that nobody takes it for looked at. */
export const notLookedAt = (items: readonly string[]): string =>
  `Not looked at in this run (--thorough looks at all of it): ${items.join('; ')}.`

const severityNouns: Readonly<Record<Severity, readonly [string, string]>> = {
  error: ['error', 'errors'],
  warning: ['warning', 'warnings'],
  unknown: ['unknown', 'unknown'],
  note: ['note', 'notes']
}

export const severityCount = (severity: Severity, count: number): string =>
  counted(count, ...severityNouns[severity])

/** Of those that count, such as `2 errors, 1 unknown`, or `no findings`. */
export function findingCounts(summary: Summary): string {
  const counts = severities
    .filter(severity => summary.findings[severity] > 0)
    .map(severity => severityCount(severity, summary.findings[severity]))
  if (counts.length > 0) return counts.join(', ')
  return summary.old + summary.suppressed === 0 ? 'no findings' : 'no findings that count'
}

/** What was looked at, so that "no findings" differs from "nothing found". */
export const lookedAt = (summary: Summary): string =>
  [
    `${counted(summary.images, 'image')} in ${counted(summary.files, 'file')}`,
    counted(summary.registries, 'registry', 'registries'),
    counted(summary.clusters, 'cluster')
  ].join(', ')

const sourceText: Readonly<Record<Report['facts']['source'], string>> = {
  azure: 'read from Azure',
  file: 'from a facts file of',
  example: 'made up for an example, as of'
}

/** How old the answers are: `read from Azure 2026-11-20 08:15 UTC`. */
export function factsText({ facts }: Report): string {
  if (facts.collectedAt === null) return 'not read'
  const time = facts.collectedAt.replace(/^(\d{4}-\d\d-\d\d)T(\d\d:\d\d).*Z$/, '$1 $2 UTC')
  return `${sourceText[facts.source]} ${time}`
}

export const verdictCount = ({ verdicts }: Summary): number =>
  verdicts.pull + verdicts['no-pull'] + verdicts.unknown

/** `3 of 5 pulls are blocked, 1 could not be decided, 1 image could not be judged`; empty where all are in order. */
function troubles(summary: Summary): string {
  const all = counted(verdictCount(summary), 'pull')
  const { 'no-pull': refused, unknown: open } = summary.verdicts
  return [
    ...(refused === 0 ? [] : [`${refused} of ${all} ${refused === 1 ? 'is' : 'are'} blocked`]),
    ...(open === 0 ? [] : [`${refused === 0 ? `${open} of ${all}` : open} could not be decided`]),
    ...(summary.unjudged === 0 ? [] : [`${counted(summary.unjudged, 'image')} could not be judged`])
  ].join(', ')
}

function leftText({ old, suppressed }: Left): string {
  if (suppressed === 0) return 'nothing of it is new'
  return old === 0 ? 'it is suppressed' : 'all of it is old or suppressed'
}

function becauseText({ failOn, worst, left }: NotFailed): string {
  if (failOn === 'never') return 'fail-on is never'
  if (worst === null && left !== undefined) return leftText(left)
  if (worst === null) return 'class-severity leaves no finding of it'
  return `nothing found is worse than ${worst === 'error' ? 'an' : 'a'} ${worst}, and fail-on is ${failOn}`
}

function outcome(report: Report): string {
  const { error, summary, coverage } = report
  if (error !== null) return 'nothing was judged'
  const found = troubles(summary)
  if (found !== '')
    return summary.notFailed === null
      ? found
      : `${found}; not failed, because ${becauseText(summary.notFailed)}`
  if (summary.conclusion === 'fail') return findingCounts(summary)
  if (nothingJudged(report)) return 'nothing was judged'
  if (coverage.length > 0 && verdictCount(summary) > 0)
    return `${noBlockingConfiguration} in the rest`
  if (summary.conclusion === 'inconclusive' && coverage.length === 0) return findingCounts(summary)
  return verdictCount(summary) === 0 ? 'no pull to judge' : noBlockingConfiguration
}

/** The outcome in one clause, without full stop. */
export const headline = (report: Report): string =>
  report.coverage.length === 0 ? outcome(report) : `${notEverythingRead}; ${outcome(report)}`

/** What is listed and not judged: images of other registries, and those that env, args and other texts only mention. */
export function notJudged({ images, verdicts }: Report): string | null {
  const judged = new Set(verdicts.map(({ image }) => image))
  const others = images.filter(image => image.registryKind === 'other').length
  const mentioned = images.filter(
    ({ registryKind, reference, repository, uses }) =>
      registryKind === 'acr' &&
      repository !== '' &&
      !judged.has(reference) &&
      uses.every(use => use.class === 'mention')
  ).length
  const is = (count: number): string => (count === 1 ? 'is' : 'are')
  const parts = [
    ...(others === 0
      ? []
      : [`${counted(others, 'image')} of other registries ${is(others)} not judged`]),
    ...(mentioned === 0
      ? []
      : [
          `${counted(mentioned, 'image')} that env, args or other texts mention ${is(mentioned)} not judged (class-severity mention=note judges ${mentioned === 1 ? 'it' : 'them'})`
        ])
  ]
  return parts.length === 0 ? null : parts.join(' · ')
}

/** How people call the languages of code. */
export const codeNames: Readonly<Record<FixCode['language'], string>> = {
  bicep: 'Bicep',
  terraform: 'Terraform',
  yaml: 'YAML'
}
