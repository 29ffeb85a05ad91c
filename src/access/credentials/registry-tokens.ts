import { listText } from '../../base/sentences.ts'
import type { Fact } from '../../facts/fact.ts'
import type { Facts, Registry } from '../../facts/facts.ts'
import type { RegistryToken } from '../../facts/related-resources/tokens.ts'
import type { RelatedResources } from '../../facts/related-resources/index.ts'
import { refreshTokenUser } from '../../kubernetes/secrets/docker-config.ts'
import type { SecretEntry } from '../../kubernetes/manifests.ts'

/** The tokens that were asked for, and when: passwords end. */
export type KnownTokens = {
  readonly tokens: RelatedResources['tokens']
  /** ISO 8601. */
  readonly collectedAt: string
}

export const knownTokens = ({ relatedResources, collectedAt }: Facts): KnownTokens => ({
  tokens: relatedResources.tokens,
  collectedAt
})

const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** Names that Azure lets a token have (azure-rest-api-specs, containerregistry, tokens: TokenName). */
const tokenName = /^[a-zA-Z0-9-]{5,50}$/

/** What stands in a manifest until somebody, or a controller in the cluster, fills in the real name. */
const standIn = /^(?:change-?me|replace-?me|placeholder|username|example|dummy|your-?.*|todo.*)$/i

/** Somebody has swapped name and password; that must be neither asked for nor shown. */
const looksLikePassword = (name: string): boolean =>
  name.length >= 30 && [/^[^-]+$/, /[a-z]/, /[A-Z]/, /\d/].every(part => part.test(name))

const mayBeToken = (name: string): boolean =>
  tokenName.test(name) &&
  name !== refreshTokenUser &&
  !standIn.test(name) &&
  !looksLikePassword(name)

/** The admin user is named like the registry (ACR docs, "Admin account"). */
const adminName = ({ user }: SecretEntry, registry: Registry): boolean =>
  user.kind === 'name' && same(user.name, registry.name)

/** The user names of a pull secret that can only be tokens of the registry. */
export const tokenUsers = (
  entries: readonly SecretEntry[],
  registry: Registry
): readonly string[] =>
  entries.flatMap(entry =>
    entry.user.kind === 'name' && !adminName(entry, registry) && mayBeToken(entry.user.name)
      ? [entry.user.name]
      : []
  )

/** Scope map actions name one repository, or with `*` at the end of its name all that begin so (ACR docs, "Scope map"). */
function allowsPull(actions: readonly string[], repository: string): boolean {
  return actions.some(action => {
    const scope = /^repositories\/(.+)\/content\/read$/i.exec(action)?.[1]
    if (scope === undefined) return false
    return scope.endsWith('*')
      ? repository.startsWith(scope.slice(0, -1).toLowerCase())
      : same(scope, repository)
  })
}

const isOver = (expiry: string | null, now: string): boolean =>
  expiry !== null && Date.parse(expiry) <= Date.parse(now)

/** Why the registry refuses who a pull secret signs in as. */
export type Refusal = {
  readonly kind:
    'admin-off' | 'no-such-token' | 'token-disabled' | 'passwords-expired' | 'repository-left-out'
  /** The user name. */
  readonly name: string
  readonly scopeMap: string | null
  /** A clause. */
  readonly text: string
}

function faultOf(
  { enabled, passwordExpiries, actions }: RegistryToken,
  repository: string,
  now: string
): Pick<Refusal, 'kind' | 'text'> | null {
  if (!enabled) return { kind: 'token-disabled', text: 'which is disabled' }
  if (passwordExpiries.length > 0 && passwordExpiries.every(expiry => isOver(expiry, now)))
    return { kind: 'passwords-expired', text: 'whose passwords have all expired' }
  return actions.known && !allowsPull(actions.value, repository)
    ? {
        kind: 'repository-left-out',
        text: `whose scope map has no content/read for repository ${repository}`
      }
    : null
}

function tokenRefusal(
  name: string,
  answer: Fact<RegistryToken>,
  registry: Registry,
  repository: string,
  now: string
): Refusal | null {
  if (answer.known) {
    const fault = faultOf(answer.value, repository, now)
    const signsIn = `it signs in with token ${name} of registry ${registry.name}`
    return fault === null
      ? null
      : { ...fault, name, scopeMap: answer.value.scopeMap, text: `${signsIn}, ${fault.text}` }
  }
  return answer.reason.code === 'not-found'
    ? {
        kind: 'no-such-token',
        name,
        scopeMap: null,
        text: `it signs in as ${name}, and registry ${registry.name} has no token of this name`
      }
    : null
}

/** Whether the registry refuses everything that a pull secret has for it. */
export const isRefused = (
  entries: readonly SecretEntry[],
  registry: Registry,
  repository: string,
  tokens: KnownTokens
): boolean => entries.every(entry => refusalOf(entry, registry, repository, tokens) !== null)

/** What was asked of the token that an entry signs in as. */
function tokenOf(
  entry: SecretEntry,
  registry: Registry,
  { tokens }: KnownTokens
): { readonly name: string; readonly answer: Fact<RegistryToken> } | null {
  const [name] = tokenUsers([entry], registry)
  const answer = tokens.find(
    token => same(token.registryId, registry.id) && same(token.name, name ?? '')
  )?.answer
  return name === undefined || answer === undefined ? null : { name, answer }
}

function passwordText(expiries: readonly (string | null)[], now: string): string {
  if (expiries.length === 0) return 'no password of it is told to have expired'
  if (expiries.includes(null)) return 'a password of it does not expire'
  const [last] = expiries
    .flatMap(expiry => (isOver(expiry, now) || expiry === null ? [] : [expiry]))
    .toSorted()
    .slice(-1)
  return `a password of it is valid until ${last ?? 'later'}`
}

/** What Azure says of a token that nothing is known against, in a sentence; null where it was not asked, or did not tell. */
export function tokenSentence(
  entry: SecretEntry,
  registry: Registry,
  repository: string,
  tokens: KnownTokens
): string | null {
  const token = tokenOf(entry, registry, tokens)
  if (token?.answer.known !== true) return null
  const { passwordExpiries, actions } = token.answer.value
  const parts = [
    'is enabled',
    passwordText(passwordExpiries, tokens.collectedAt),
    actions.known
      ? `its scope map lets it pull ${repository}`
      : 'what its scope map lets it pull is not known'
  ]
  return `Token ${token.name} of registry ${registry.name} ${listText(parts)}; whether the secret holds its password shows only at the registry.`
}

/** Why the registry refuses an entry of a pull secret; null where nothing is known against it. */
export function refusalOf(
  entry: SecretEntry,
  registry: Registry,
  repository: string,
  tokens: KnownTokens
): Refusal | null {
  if (adminName(entry, registry))
    return registry.adminUser === false
      ? {
          kind: 'admin-off',
          name: registry.name,
          scopeMap: null,
          text: `it signs in as the admin user of registry ${registry.name}, which is switched off`
        }
      : null
  const token = tokenOf(entry, registry, tokens)
  return token === null
    ? null
    : tokenRefusal(token.name, token.answer, registry, repository, tokens.collectedAt)
}
