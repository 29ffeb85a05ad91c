import { groupBy } from '../base/group-by.ts'
import type { Finding } from '../checks/check.ts'
import { findingOf } from './findings.ts'
import type { Found, FoundPart } from './found.ts'

/** Whether something counts: it is new, or nobody could tell, and nobody has suppressed it. */
export type Standing = Pick<Finding, 'new' | 'suppressed'>

export const counts = ({ new: isNew, suppressed }: Standing): boolean =>
  isNew !== false && suppressed === null

/** One part of what was found, and how it stands. */
export type Ruled = { readonly found: Found; readonly part: FoundPart; readonly standing: Standing }

export const ruled = (
  all: readonly Found[],
  standingOf: (found: Found, part: FoundPart) => Standing
): readonly Ruled[] =>
  all.flatMap(found =>
    found.parts.map(part => ({ found, part, standing: standingOf(found, part) }))
  )

/** A finding whose parts stand differently becomes several, those that count first. */
export function findingsOf(all: readonly Ruled[]): readonly Finding[] {
  const byFound = [...groupBy(all, ({ found }) => found).values()]
  return byFound.flatMap(ofOne => {
    const alike = [...groupBy(ofOne, ({ standing }) => JSON.stringify(standing)).values()]
    return alike
      .toSorted((one, other) => Number(counts(other[0].standing)) - Number(counts(one[0].standing)))
      .map(([first, ...others]) =>
        findingOf(
          first.found,
          [first, ...others].map(({ part }) => part),
          first.standing
        )
      )
  })
}
