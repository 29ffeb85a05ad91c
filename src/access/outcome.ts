import type { Reason } from '../facts/fact.ts'
import type { Cluster, Registry } from '../facts/facts.ts'
import type { SecretEntry } from '../kubernetes/manifests.ts'
import type { Principal } from './access.ts'
import { anonymous, nobody, type Credential } from './credentials.ts'
import type { Decision, Grants } from './grants.ts'
import type { Cause, Puller, PullResult } from './verdict.ts'

/** What the credentials of a pull come to. */
export type Outcome = {
  readonly result: PullResult
  readonly puller: Puller
  readonly cause: Cause
  readonly because: readonly string[]
}

/** What a pull is judged against. */
export type Target = {
  readonly cluster: Cluster
  readonly host: string
  readonly repository: string
  readonly registry: Registry
  readonly grants: Grants
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

/** All hidden secrets together are one cause, because any of them may hold the credential. */
function hiddenCause(credentials: readonly Credential[]): Cause | null {
  const names = credentials.flatMap(each => (each.kind === 'hidden-secret' ? [each.name] : []))
  if (names.length > 0) return { kind: 'secret-not-visible', names }
  const account = credentials.find(each => each.kind === 'hidden-account')
  return account === undefined ? null : { kind: 'service-account-not-visible', name: account.name }
}

function attemptWith(credential: Credential, target: Target): Tried {
  switch (credential.kind) {
    case 'identity': {
      const decision = explainedByOthers(
        target.grants(credential.principal, target.registry, target.repository),
        credential.principal,
        target
      )
      return {
        ...decision,
        puller: credential.principal.puller,
        because: [credential.because, ...decision.because]
      }
    }
    case 'unknown-identity':
      return outcome('unknown', credential.puller, credential.cause, [credential.because])
    case 'nobody':
      return outcome('no-pull', nobody, credential.cause, [credential.because])
    case 'pull-secret':
      return attemptWithSecret(credential, target)
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

/** A principal without a grant, where another identity of the same cluster holds one: the classic mix-up. */
function explainedByOthers(
  decision: Decision,
  principal: Principal,
  { cluster, registry, repository, grants }: Target
): Omit<Decision, 'cause'> & { readonly cause: Cause } {
  const { kind } = decision.cause
  if (kind !== 'no-grant' && kind !== 'role-lacks-pull-action') return decision
  for (const identity of cluster.otherIdentities) {
    const other = grants(
      {
        objectId: identity.objectId,
        puller: { kind: 'none', objectId: identity.objectId, name: identity.name },
        kind: principal.kind,
        tenantId: cluster.tenantId
      },
      registry,
      repository
    )
    if (other.cause.kind === 'granted')
      return {
        ...decision,
        cause: { kind: 'granted-to-other-identity', identity, grant: other.cause.grant },
        because: [
          ...decision.because,
          `The ${identity.role} identity ${identity.name} (object id ${identity.objectId}) holds ${other.cause.grant.role}, but it never pulls images.`
        ]
      }
  }
  return decision
}

function attemptWithSecret(
  { secret, entries }: Extract<Credential, { kind: 'pull-secret' }>,
  { registry, host }: Target
): Tried {
  const puller: Puller = { kind: 'pull-secret', objectId: null, name: secret.name }
  if (entries.every(entry => isDisabledAdmin(entry, registry)))
    return {
      result: 'no-pull',
      puller,
      cause: null,
      because: [
        `Pull secret ${secret.name} signs in as the admin user of registry ${registry.name}, which is switched off.`
      ]
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

/** The user name of the admin account is the registry's name (ACR docs, "Admin account"). */
const isDisabledAdmin = ({ user }: SecretEntry, registry: Registry): boolean =>
  user.kind === 'name' &&
  user.name.toLowerCase() === registry.name.toLowerCase() &&
  registry.adminUser === false

function attemptAnonymously(reached: boolean, { registry }: Target): Tried {
  const failed = (sentence: string): Tried => ({
    result: 'no-pull',
    puller: anonymous,
    cause: null,
    because: [sentence]
  })
  if (registry.anonymousPull === null)
    return failed(
      `Azure did not say whether anonymous pull is on at registry ${registry.name}; it is off unless somebody switches it on.`
    )
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
  if (reason.code === 'name-free' && nameIsProof)
    return {
      result: 'no-pull',
      puller: nobody,
      cause: { kind: 'registry-not-found', host },
      because: [`No registry with the login server ${host} exists: ${reason.message}.`]
    }
  const because = [`Registry ${host} could not be read: ${reason.message}.`]
  const blocked = credentials.find(each => each.kind === 'nobody')
  if (blocked?.cause.kind === 'host-not-served')
    return {
      result: 'unknown',
      puller: nobody,
      cause: hiddenCause(credentials) ?? blocked.cause,
      because: [...because, blocked.because]
    }
  const cause: Cause = hiddenCodes.includes(reason.code)
    ? { kind: 'registry-not-visible', host, reason }
    : { kind: 'fact-missing', subject: `registry ${host}`, reason }
  return { result: 'unknown', puller: nodePuller, cause, because }
}
