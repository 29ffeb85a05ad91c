import { anonymous, hiddenCause, nobody, type Credential } from './credentials/credentials.ts'
import { explainedByOthers, type Target } from './mixed-up-identity.ts'
import { deniesEverybody } from './rbac/denials.ts'
import { pullOperation } from './rbac/permissions.ts'
import { scopeText } from './rbac/scopes.ts'
import { refusalOf, tokenSentence } from './credentials/registry-tokens.ts'
import type {
  AccessRuling,
  Basis,
  Puller,
  RefusedCause,
  SecretFault,
  UndecidedCause
} from './pull-access.ts'

/** What the credentials of a pull come to. */
export type Outcome = AccessRuling & {
  readonly puller: Puller
  readonly because: readonly string[]
}

/** A failure that explains nothing but its sentences. */
type Unexplained = Pick<Outcome, 'puller' | 'because'> & {
  readonly result: 'refused'
  readonly cause: null
  /** Of credentials that the pod brings for this registry. */
  readonly faults: readonly SecretFault[]
}

type Granted = Extract<Outcome, { readonly result: 'granted' }>
type Ungranted = Exclude<Outcome, Granted> | Unexplained

type Failed = { readonly kind: Credential['kind']; readonly outcome: Ungranted }

/** Tries every credential in turn: the first that works wins, and only when none works do the others explain. */
export function outcomeOf(credentials: readonly Credential[], target: Target): Outcome {
  const before: Failed[] = []
  for (const credential of credentials) {
    const outcome = attemptWith(credential, target)
    if (outcome.result === 'granted') return afterFailures(outcome, before)
    before.push({ kind: credential.kind, outcome })
  }
  return failed(credentials, before)
}

const granted = (puller: Puller, by: Basis, because: readonly string[]): Granted => ({
  result: 'granted',
  puller,
  by,
  because
})

const refused = (puller: Puller, cause: RefusedCause, because: readonly string[]): Outcome => ({
  result: 'refused',
  puller,
  cause,
  because
})

const undecided = (puller: Puller, open: UndecidedCause, because: readonly string[]): Outcome => ({
  result: 'undecided',
  puller,
  open,
  because
})

const unexplained = (
  puller: Puller,
  because: readonly string[],
  faults: readonly SecretFault[] = []
): Unexplained => ({
  result: 'refused',
  puller,
  cause: null,
  because,
  faults
})

const sentencesOf = (failures: readonly Failed[]): readonly string[] =>
  failures.flatMap(({ outcome }) => outcome.because)

function afterFailures(outcome: Granted, before: readonly Failed[]): Outcome {
  if (before.length === 0) return outcome
  const bridge = 'A credential that fails does not end the pull; the next one is tried.'
  return { ...outcome, because: [...sentencesOf(before), bridge, ...outcome.because] }
}

const hiddenKinds: readonly Credential['kind'][] = [
  'hidden-secret',
  'hidden-account',
  'hinted-secret'
]

/**
 * No credential is proved to work. What Azure could still tell explains first, then a Secret whose validity shows at the
 * registry alone, then what only the cluster knows; and only where nothing is open, why it fails.
 */
function failed(credentials: readonly Credential[], failures: readonly Failed[]): Outcome {
  const because = sentencesOf(failures)
  const visible = failures.filter(({ kind }) => !hiddenKinds.includes(kind))
  const open = visible.flatMap(({ kind, outcome }) =>
    outcome.result === 'undecided' ? [{ kind, outcome }] : []
  )
  const first = open.find(({ kind }) => kind !== 'pull-secret') ?? open[0]
  if (first !== undefined) return { ...first.outcome, because }
  const failing = visible.flatMap(({ outcome }) =>
    outcome.result === 'refused' && outcome.cause !== null ? [outcome] : []
  )[0]
  const puller = failing?.puller ?? nobody
  const hidden = hiddenCause(credentials)
  if (hidden !== null) return undecided(puller, hidden, because)
  const instead = failing?.cause ?? { kind: 'no-grant', held: [] }
  const faults = visible.flatMap(({ outcome }) =>
    outcome.result === 'refused' && outcome.cause === null ? outcome.faults : []
  )
  return refused(
    puller,
    faults.length === 0 ? instead : { kind: 'pull-secret-unusable', faults, instead },
    because
  )
}

function attemptWith(credential: Credential, target: Target): Outcome | Unexplained {
  switch (credential.kind) {
    case 'identity': {
      const { principal, because, unless } = credential
      const explained = explainedByOthers(principal, target)
      if (explained.result === 'granted' && unless !== null)
        return undecided(principal.puller, unless, [because, ...explained.because])
      return {
        ...explained,
        puller: principal.puller,
        because: [because, ...explained.because]
      }
    }
    case 'unknown-identity':
      return attemptAsUnknown(credential, target)
    case 'nobody':
      return refused(nobody, credential.cause, [credential.because])
    case 'pull-secret':
      return attemptWithSecret(credential, target)
    case 'undecodable-secret':
      return endedBy(credential)
    case 'broken-secret':
      return unexplained(
        nobody,
        [credential.because],
        credential.fault === null ? [] : [credential.fault]
      )
    case 'hidden-secret': {
      const { name, why, because } = credential
      const puller: Puller = { kind: 'pull-secret', objectId: null, name }
      return undecided(puller, { kind: 'secret-not-visible', secrets: [{ name, why }] }, [because])
    }
    case 'hinted-secret': {
      const { hints, because } = credential
      return undecided(nobody, { kind: 'pull-secret-hinted', hints }, [because])
    }
    case 'hidden-account': {
      const { name, because } = credential
      return undecided(nobody, { kind: 'service-account-not-visible', name }, [because])
    }
    case 'anonymous':
      return attemptAnonymously(credential.reached, target)
  }
}

/** Who it is does not matter where nobody may. */
function attemptAsUnknown(
  { puller, open, because }: Extract<Credential, { kind: 'unknown-identity' }>,
  { registry, repository, index }: Target
): Outcome {
  const modes =
    registry.roleAssignmentMode === null
      ? (['legacy', 'abac'] as const)
      : [registry.roleAssignmentMode]
  const denials = modes.map(mode =>
    deniesEverybody(index.denials(registry.id), registry.id, pullOperation[mode], repository)
  )
  const [deny] = denials
  return deny != null && denials.every(each => each !== null)
    ? refused(puller, { kind: 'denied', deny }, [
        because,
        `Deny assignment '${deny.name}' (${deny.id}) at ${scopeText(deny.scope)} takes the pull away from everybody; it beats every grant.`
      ])
    : undecided(puller, open, [because])
}

export const endedBy = ({
  name,
  because
}: Extract<Credential, { kind: 'undecodable-secret' }>): Outcome =>
  refused(nobody, { kind: 'pull-secret-undecodable', secret: name }, [because])

function attemptWithSecret(
  { secret, entries }: Extract<Credential, { kind: 'pull-secret' }>,
  { registry, host, repository, tokens }: Target
): Outcome | Unexplained {
  const puller: Puller = { kind: 'pull-secret', objectId: null, name: secret.name }
  const refusals = entries.map(entry => refusalOf(entry, registry, repository, tokens))
  if (refusals.every(refusal => refusal !== null)) {
    const texts = [...new Set(refusals.map(({ text }) => text))]
    return unexplained(
      puller,
      texts.map(text => `Pull secret ${secret.name} does not help: ${text}.`),
      texts.map(text => ({ secret: secret.name, text }))
    )
  }
  return undecided(puller, { kind: 'pull-secret', secret: secret.name }, [
    `Pull secret ${secret.name} covers ${host} with user and password; whether the registry accepts them shows only there.`,
    ...entries.flatMap(entry => tokenSentence(entry, registry, repository, tokens) ?? [])
  ])
}

function attemptAnonymously(reached: boolean, { registry }: Target): Outcome | Unexplained {
  const { name, anonymousPull } = registry
  if (anonymousPull === null)
    return undecided(
      anonymous,
      {
        kind: 'fact-missing',
        subject: `anonymous pull from registry ${name}`,
        reason: {
          code: 'unexpected-answer',
          message: 'Azure did not say whether it is on',
          permission: null
        }
      },
      [`Azure did not say whether anonymous pull is on at registry ${name}.`]
    )
  if (!anonymousPull) return unexplained(anonymous, [`Anonymous pull is off at registry ${name}.`])
  return reached
    ? granted(anonymous, { kind: 'anonymous-pull' }, [
        `Anonymous pull is on at registry ${name}: everybody can pull from it.`
      ])
    : undecided(anonymous, { kind: 'anonymous-not-proven' }, [
        `Anonymous pull is on at registry ${name}, but after a credential that fails the nodes may not try without one.`
      ])
}
