import { durationText } from '../base/duration-text.ts'
import { unknown, type Fact } from './fact.ts'
import type { Facts } from './facts.ts'

/** Milliseconds after which an answer no longer decides anything. */
export const defaultUnknownAfter = 72 * 3_600_000

/**
 * Facts as they count at `now`. Past the limit (milliseconds) the answers that a colleague can change any minute become
 * reasons with code `stale`; so does a free name, which is an answer too: somebody may own it by now. Any other reason
 * stays, because it says more. Role definitions, identities and related resources stay: without cluster and registry they
 * decide nothing.
 */
export function ageFacts(
  facts: Facts,
  now: Date,
  unknownAfter: number = defaultUnknownAfter
): Facts {
  const age = now.getTime() - Date.parse(facts.collectedAt)
  if (age <= unknownAfter) return facts
  const message = `the facts were collected at ${facts.collectedAt}, ${durationText(age)} ago, and count for ${durationText(unknownAfter)} at most`
  const aged = <T extends { readonly answer: Fact<unknown> }>(item: T) => ({
    ...item,
    answer: decides(item.answer) ? unknown('stale', message) : item.answer
  })
  return {
    ...facts,
    clusters: facts.clusters.map(aged),
    registries: facts.registries.map(aged),
    assignments: facts.assignments.map(aged),
    denyAssignments: facts.denyAssignments.map(aged),
    images: facts.images.map(aged)
  }
}

const decides = (answer: Fact<unknown>): boolean =>
  answer.known || answer.reason.code === 'name-free'
