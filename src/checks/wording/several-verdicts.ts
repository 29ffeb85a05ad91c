import { listStart } from '../../base/sentences.ts'
import type { Verdict } from '../../pulls/verdict.ts'
import type { FindingDraft } from '../check.ts'
import type { asWritten } from './wording.ts'

/** A verdict that is open because of who renders, and what the file comes to as it is written. */
export type Written = { readonly verdict: Verdict; readonly written: keyof typeof asWritten }

const mostImages = 5

/** Each once, the first by name. */
export const imagesIn = (all: readonly Written[]): string =>
  listStart([...new Set(all.map(({ verdict }) => verdict.image))], mostImages)

/** The one value that all have; undefined where they differ. */
export const only = <Value>(values: readonly Value[]): Value | undefined => {
  const [first, ...others] = new Set(values)
  return others.length === 0 ? first : undefined
}

/** What the findings of several verdicts have in common. */
export const subjectOfAll = (
  verdicts: readonly Verdict[]
): Pick<FindingDraft, 'uses' | 'cluster' | 'registry' | 'image'> => {
  const [cluster, registry, image] = [
    only(verdicts.map(verdict => verdict.cluster)),
    only(verdicts.map(verdict => verdict.registry)),
    only(verdicts.map(verdict => verdict.image))
  ]
  return {
    uses: [...new Set(verdicts.flatMap(({ uses }) => uses))],
    ...(cluster === undefined ? {} : { cluster }),
    ...(registry === undefined ? {} : { registry }),
    ...(image === undefined ? {} : { image })
  }
}
