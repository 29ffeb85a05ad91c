import { anonymous, hiddenCause, nobody, type Credential } from './credentials/credentials.ts'
import { explainedByOthers, type Target } from './mixed-up-identity.ts'
import { refusalOf } from './credentials/registry-tokens.ts'
import type { Cause, Puller, PullResult } from './verdict.ts'

/** What the credentials of a pull come to. */
export type Outcome = {
  readonly result: PullResult
  readonly puller: Puller
  readonly cause: Cause
  readonly because: readonly string[]
}

/** One credential tried; `cause` is null where the failure explains nothing but its sentence. */
type Tried = Omit<Outcome, 'cause'> & { readonly cause: Cause | null }

type Attempt = Tried & { readonly kind: Credential['kind'] }

/** Tries every credential in turn: the first that works wins, and only when none works do the others explain. */
export function outcomeOf(credentials: readonly Credential[], target: Target): Outcome {
  const tried: Attempt[] = []
  for (const credential of credentials) {
    const attempt = { kind: credential.kind, ...attemptWith(credential, target) }
    tried.push(attempt)
    const { cause, result } = attempt
    if (result === 'pull' && cause !== null) return succeeded({ ...attempt, cause }, tried)
  }
  return failed(credentials, tried)
}

const outcome = (
  result: PullResult,
  puller: Puller,
  cause: Cause,
  because: readonly string[]
): Outcome => ({ result, puller, cause, because })

function succeeded({ puller, cause, because }: Outcome, tried: readonly Attempt[]): Outcome {
  const before = tried.slice(0, -1).flatMap(attempt => attempt.because)
  const bridge =
    before.length === 0
      ? []
      : [...before, 'A credential that fails does not end the pull; the next one is tried.']
  return outcome('pull', puller, cause, [...bridge, ...because])
}

/**
 * No credential is proved to work. What Azure could still tell explains first, then a Secret whose validity shows at the
 * registry alone, then what only the cluster knows; and only where nothing is open, why it fails.
 */
function failed(credentials: readonly Credential[], tried: readonly Attempt[]): Outcome {
  const because = tried.flatMap(attempt => attempt.because)
  const visible = tried.filter(({ kind }) => kind !== 'hidden-secret' && kind !== 'hidden-account')
  const open = visible.filter(({ result }) => result === 'unknown')
  const undecided = open.find(({ kind }) => kind !== 'pull-secret') ?? open[0]
  if (undecided?.cause) return outcome('unknown', undecided.puller, undecided.cause, because)
  const failing = visible.find(({ cause }) => cause !== null)
  const puller = failing?.puller ?? nobody
  const hidden = hiddenCause(credentials)
  return hidden === null
    ? outcome('no-pull', puller, failing?.cause ?? { kind: 'no-grant' }, because)
    : outcome('unknown', puller, hidden, because)
}

function attemptWith(credential: Credential, target: Target): Tried {
  switch (credential.kind) {
    case 'identity': {
      const { principal, because } = credential
      const { result, cause, because: evidence } = explainedByOthers(principal, target)
      return outcome(result, principal.puller, cause, [because, ...evidence])
    }
    case 'unknown-identity':
      return outcome('unknown', credential.puller, credential.cause, [credential.because])
    case 'nobody':
      return outcome('no-pull', nobody, credential.cause, [credential.because])
    case 'pull-secret':
      return attemptWithSecret(credential, target)
    case 'undecodable-secret':
      return endedBy(credential)
    case 'broken-secret':
      return { result: 'no-pull', puller: nobody, cause: null, because: [credential.because] }
    case 'hidden-secret':
      return {
        result: 'unknown',
        puller: { kind: 'pull-secret', objectId: null, name: credential.name },
        cause: { kind: 'secret-not-visible', names: [credential.name] },
        because: [credential.because]
      }
    case 'hidden-account':
      return {
        result: 'unknown',
        puller: nobody,
        cause: { kind: 'service-account-not-visible', name: credential.name },
        because: [credential.because]
      }
    case 'anonymous':
      return attemptAnonymously(credential.reached, target)
  }
}

export const endedBy = ({
  name,
  because
}: Extract<Credential, { kind: 'undecodable-secret' }>): Outcome =>
  outcome('no-pull', nobody, { kind: 'pull-secret-undecodable', secret: name }, [because])

function attemptWithSecret(
  { secret, entries }: Extract<Credential, { kind: 'pull-secret' }>,
  { registry, host, repository, tokens }: Target
): Tried {
  const puller: Puller = { kind: 'pull-secret', objectId: null, name: secret.name }
  const refusals = entries.map(entry => refusalOf(entry, registry, repository, tokens))
  if (refusals.every(refusal => refusal !== null))
    return {
      result: 'no-pull',
      puller,
      cause: null,
      because: [...new Set(refusals.map(({ text }) => text))].map(
        text => `Pull secret ${secret.name} does not help: ${text}.`
      )
    }
  return {
    result: 'unknown',
    puller,
    cause: { kind: 'pull-secret', secret: secret.name },
    because: [
      `Pull secret ${secret.name} covers ${host} with user and password; whether the registry accepts them shows only there.`
    ]
  }
}

function attemptAnonymously(reached: boolean, { registry }: Target): Tried {
  const failed = (sentence: string): Tried => ({
    result: 'no-pull',
    puller: anonymous,
    cause: null,
    because: [sentence]
  })
  if (registry.anonymousPull === null)
    return {
      result: 'unknown',
      puller: anonymous,
      cause: {
        kind: 'fact-missing',
        subject: `anonymous pull from registry ${registry.name}`,
        reason: {
          code: 'unexpected-answer',
          message: 'Azure did not say whether it is on',
          permission: null
        }
      },
      because: [`Azure did not say whether anonymous pull is on at registry ${registry.name}.`]
    }
  if (!registry.anonymousPull) return failed(`Anonymous pull is off at registry ${registry.name}.`)
  return reached
    ? {
        result: 'pull',
        puller: anonymous,
        cause: { kind: 'anonymous-pull' },
        because: [`Anonymous pull is on at registry ${registry.name}: everybody can pull from it.`]
      }
    : {
        result: 'unknown',
        puller: anonymous,
        cause: { kind: 'anonymous-not-proven' },
        because: [
          `Anonymous pull is on at registry ${registry.name}, but after a credential that fails the nodes may not try without one.`
        ]
      }
}
