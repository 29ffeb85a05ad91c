import { counted } from '../base/sentences.ts'
import { project } from '../base/project.ts'
import type { Check, FindingDraft } from '../checks/check.ts'
import { lineLocation, type Location } from '../yaml/location.ts'
import type { Suppressor } from './suppressors.ts'

const remark = (id: string, title: string, rationale: string): Check => ({
  id,
  title,
  rationale,
  references: [],
  causes: [],
  permissions: [],
  words: [],
  // What it says is of findings, which are not there when checks run.
  *run() {
    yield* []
  }
})

export const suppressionUnused = remark(
  'suppression-unused',
  'A suppression silences nothing',
  'What it was written for is gone, or it stands at another place than it should: a comment is for the image of its own line or, alone, of the next one.'
)

export const suppressionExpired = remark(
  'suppression-expired',
  'A suppression has expired',
  'Its day is over, so the findings that it silenced count again.'
)

export const suppressionWithoutReason = remark(
  'suppression-without-reason',
  'A suppression has no reason',
  'Nobody can tell later whether it is still right, so it does not count.'
)

export const baselineStale = remark(
  'baseline-stale',
  'The baseline has findings that are gone',
  'They are fixed, or their object has another name. A baseline that only grows hides what comes back.'
)

export const remarks: readonly Check[] = [
  suppressionUnused,
  suppressionExpired,
  suppressionWithoutReason,
  baselineStale
]

/** Remarks are explained where suppressions are. */
export const remarkUrl = (id: string): string =>
  `${project.url}/blob/v1/docs/pull-requests.md#${id}`

const words = {
  comment: 'comment',
  annotation: 'annotation',
  config: 'rule of `ignore`',
  baseline: 'baseline'
}

const placesOf = ({ location, place }: Suppressor): readonly Location[] => {
  if (location !== null) return [location]
  return place === null ? [] : [lineLocation(place.file, place.line)]
}

const named = ({ by, checks }: Suppressor): string =>
  `The ${words[by]} for ${checks.length === 0 ? 'all checks' : checks.join(', ')}`

type Remark = { readonly check: Check; readonly draft: FindingDraft; readonly severity: 'note' }

const note = (check: Check, suppressor: Suppressor, message: string, cure: string): Remark => ({
  check,
  severity: 'note',
  draft: {
    severity: 'note',
    message,
    remediation: [{ description: cure, command: null }],
    uses: [],
    locations: placesOf(suppressor)
  }
})

/** What is to be said of one suppression, besides what it silences; null: nothing. */
export function remarkOn(suppressor: Suppressor, isUsed: boolean): Remark | null {
  const { fault } = suppressor
  if (fault === 'no-reason')
    return note(
      suppressionWithoutReason,
      suppressor,
      `${named(suppressor)} has no reason, so it does not count`,
      'Write why the finding may stay.'
    )
  if (fault === 'expired')
    return note(
      suppressionExpired,
      suppressor,
      `${named(suppressor)} has expired, so it does not count`,
      'Fix what it silenced, or give it another day.'
    )
  return isUsed
    ? null
    : note(
        suppressionUnused,
        suppressor,
        `${named(suppressor)} silences nothing`,
        'Remove it, or put it where the finding is.'
      )
}

export const staleRemark = (file: string, gone: number): Remark => ({
  check: baselineStale,
  severity: 'note',
  draft: {
    severity: 'note',
    message: `${counted(gone, 'finding')} of baseline ${file} ${gone === 1 ? 'is' : 'are'} not found any more`,
    remediation: [{ description: 'Write it again with --write-baseline.', command: null }],
    uses: [],
    locations: [lineLocation(file)]
  }
})
