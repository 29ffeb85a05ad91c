import { keyringMatches } from '../../kubernetes/secrets/keyring.ts'
import type { ImageReference } from '../../kubernetes/images/image-reference.ts'
import type { PullBinding } from '../../kubernetes/manifests.ts'
import type { Principal } from '../rbac/access.ts'
import {
  brokenSecret,
  differsIn,
  faultySecret,
  hiddenSecret,
  mayBeIn,
  type Credential
} from './credentials.ts'
import type { FactsIndex } from '../facts-index.ts'
import type { Nearest } from '../manifests-index.ts'

export const fills = (binding: Nearest<PullBinding>, secret: string): boolean =>
  binding.kind === 'found' && binding.item.secretName === secret

/** Whether a binding fills one of these secrets, or adds its own to this account; maybe where it is written in several ways. */
export const mayFill = (
  binding: Nearest<PullBinding>,
  secrets: readonly string[],
  account: string | null
): boolean =>
  binding.kind !== 'found' ||
  secrets.includes(binding.item.secretName) ||
  binding.item.serviceAccountName === account

/** The server becomes the key of a docker config, which the kubelet compares as it is written. */
const covers = (server: string, reference: ImageReference): boolean =>
  keyringMatches([{ key: server, user: { kind: 'none' }, complete: true }], reference).length > 0

/** A controller signs in as the identity and writes the token into the Secret that the pod uses (Azure/msi-acrpull). */
export function bindingCredential(
  named: Nearest<PullBinding>,
  reference: ImageReference,
  facts: FactsIndex
): Credential {
  if (named.kind === 'ambiguous')
    return hiddenSecret(`of AcrPullBinding ${named.name}`, differsIn(named.files))
  if (named.kind === 'unread')
    return hiddenSecret(`of AcrPullBinding ${named.name}`, mayBeIn(named.file))
  const { name, server, secretName, managedIdentity, repositories } = named.item
  if (!covers(server, reference))
    return brokenSecret(secretName, `AcrPullBinding ${name} makes it for ${server}`)
  if (repositories === null)
    return hiddenSecret(
      secretName,
      `is made by AcrPullBinding ${name} for a scope that cannot be read`
    )
  if (repositories !== 'all' && !repositories.includes(reference.repository))
    return faultySecret(
      secretName,
      `the scope of AcrPullBinding ${name} does not let it pull ${reference.repository}`
    )
  if (managedIdentity === null)
    return hiddenSecret(
      secretName,
      `is made by AcrPullBinding ${name} with a workload identity, which the manifests do not tell`
    )
  const identity = facts.identity(managedIdentity)
  if (!identity.known)
    return {
      kind: 'unknown-identity',
      puller: { kind: 'pull-secret', objectId: null, name: secretName },
      open: {
        kind: 'fact-missing',
        subject: `managed identity ${managedIdentity}`,
        reason: identity.reason
      },
      because: `AcrPullBinding ${name} pulls with managed identity ${managedIdentity}.`
    }
  const { objectId, tenantId } = identity.value
  const principal: Principal = {
    objectId,
    puller: { kind: 'pull-secret', objectId, name: secretName },
    kind: 'managed-identity',
    tenantId
  }
  return {
    kind: 'identity',
    principal,
    because: `AcrPullBinding ${name} fills pull secret ${secretName} as managed identity ${managedIdentity}.`,
    unless: null
  }
}
