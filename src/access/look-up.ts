import type { Fact } from '../facts/fact.ts'
import type { FactsIndex } from './facts-index.ts'

/** A fact that was looked up on the way to an answer. */
export type LookUp = {
  readonly what:
    | 'cluster'
    | 'registry'
    | 'role assignments'
    | 'deny assignments'
    | 'reach of deny assignments'
    | 'role definition'
    | 'identity'
    | 'identity resource'
  /** What it is found by: ids, hosts, keys. */
  readonly by: readonly string[]
  /** The answer itself, as it lies in the facts, where it was not made of several. */
  readonly answer: Fact<unknown>
}

/** The facts, and what was looked up in them so far, in order. */
export type WatchedFacts = {
  readonly index: FactsIndex
  readonly lookUps: readonly LookUp[]
}

/** Whether it is noted what is looked up. */
export type Watch = (index: FactsIndex) => WatchedFacts

/** A run has a hundred thousand verdicts, and nobody reads what led to each. */
export const unwatched: Watch = index => ({ index, lookUps: [] })

/** The same facts, which note what is looked up in them. */
export function watched(index: FactsIndex): WatchedFacts {
  const lookUps: LookUp[] = []
  const noted = <Answer extends Fact<unknown>>(
    what: LookUp['what'],
    by: readonly string[],
    answer: Answer
  ): Answer => {
    lookUps.push({ what, by, answer })
    return answer
  }
  return {
    lookUps,
    index: {
      ...index,
      cluster: id => noted('cluster', [id], index.cluster(id)),
      registry: host => noted('registry', [host], index.registry(host)),
      assignments: (registryId, principalId) => {
        const found = index.assignments(registryId, principalId)
        noted('role assignments', [principalId, registryId], found.answer)
        return found
      },
      denials: registryId => noted('deny assignments', [registryId], index.denials(registryId)),
      denialsReaching: (registryId, principalId) =>
        noted(
          'reach of deny assignments',
          [principalId, registryId],
          index.denialsReaching(registryId, principalId)
        ),
      role: key => noted('role definition', [key], index.role(key)),
      identity: reference => noted('identity', [reference], index.identity(reference)),
      identityResource: resourceId => {
        const answer = index.identityResource(resourceId)
        return answer === null ? null : noted('identity resource', [resourceId], answer)
      }
    }
  }
}
