import type { Reason } from '../facts/fact.ts'
import { hiddenCause, nobody, type Credential } from './credentials/credentials.ts'
import { endedBy, type Outcome } from './outcome.ts'
import type { Puller, UndecidedCause } from './pull-access.ts'

/** Registries that cannot be read, told apart from those that nobody could have read yet. */
const hiddenCodes: readonly Reason['code'][] = [
  'not-visible',
  'forbidden',
  'not-found',
  'name-free'
]

/**
 * The outcome where the registry itself is not known. `nameIsProof`: a free name means that no such registry exists
 * (Azure docs, checkNameAvailability), which does not hold for label hosts and regional endpoints.
 */
export function outcomeWithoutRegistry(
  host: string,
  reason: Reason,
  nameIsProof: boolean,
  credentials: readonly Credential[],
  nodePuller: Puller
): Outcome {
  const ending = credentials.find(each => each.kind === 'undecodable-secret')
  if (ending !== undefined) return endedBy(ending)
  if (reason.code === 'name-free' && nameIsProof)
    return {
      result: 'refused',
      puller: nobody,
      cause: { kind: 'registry-not-found', host },
      because: [`No registry with the login server ${host} exists: ${reason.message}.`]
    }
  const blocked = credentials.find(each => each.kind === 'nobody')
  if (blocked?.cause.kind === 'host-not-served' && blocked.cause.why === 'private-link')
    return { result: 'refused', puller: nobody, cause: blocked.cause, because: [blocked.because] }
  const because = [`Registry ${host} could not be read: ${reason.message}.`]
  if (blocked?.cause.kind === 'host-not-served')
    return {
      result: 'undecided',
      puller: nobody,
      open: hiddenCause(credentials) ?? blocked.cause,
      because: [...because, blocked.because]
    }
  const open: UndecidedCause = hiddenCodes.includes(reason.code)
    ? { kind: 'registry-not-visible', host, reason }
    : { kind: 'fact-missing', subject: `registry ${host}`, reason }
  return { result: 'undecided', puller: nodePuller, open, because }
}
