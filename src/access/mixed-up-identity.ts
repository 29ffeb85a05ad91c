import { capitalised } from '../base/sentences.ts'
import type { Cluster, Registry } from '../facts/facts.ts'
import type { Principal } from './rbac/access.ts'
import type { Decision, Grants } from './rbac/grants.ts'
import { nodePrincipalOf } from './credentials/node-identity.ts'
import type { KnownTokens } from './credentials/registry-tokens.ts'
import { type AccessRuling, type Puller, reasonOf } from './pull-access.ts'
import { pullerText } from './wording.ts'

/** What a pull is judged against. */
export type Target = {
  readonly cluster: Cluster
  readonly host: string
  readonly repository: string
  readonly registry: Registry
  readonly grants: Grants
  readonly tokens: KnownTokens
}

type Explained = AccessRuling & { readonly because: readonly string[] }

const nodePullers: readonly Puller['kind'][] = ['kubelet-identity', 'service-principal']

/** Whether the identity of the nodes lacks a grant for no reason of its own, so that somebody else may hold it by mistake. */
export const mayBeMixedUp = ({ puller }: Principal, decision: Decision): boolean => {
  const { kind } = reasonOf(decision)
  return (
    nodePullers.includes(puller.kind) && (kind === 'no-grant' || kind === 'role-lacks-pull-action')
  )
}

/**
 * The decision about a principal. Where it has no grant and another identity of the same cluster holds one, that is the
 * better explanation: the control plane and add-ons never pull (AKS docs, "Use a managed identity").
 */
export function explainedByOthers(principal: Principal, target: Target): Explained {
  const decision = target.grants(principal, target.registry, target.repository)
  if (mayBeMixedUp(principal, decision)) return heldByOther(principal, decision, target) ?? decision
  const unused = reasonOf(decision).kind === 'no-grant' ? unusedNodeGrant(principal, target) : []
  return unused.length === 0 ? decision : { ...decision, because: [...decision.because, ...unused] }
}

function heldByOther(
  principal: Principal,
  { because }: Decision,
  { cluster, registry, repository, grants }: Target
): Explained | null {
  for (const identity of cluster.otherIdentities) {
    const { objectId, name } = identity
    const puller: Puller = { kind: 'none', objectId, name }
    const theirs = grants({ ...principal, objectId, puller }, registry, repository)
    if (theirs.result !== 'granted') continue
    const { grant } = theirs.by
    return {
      result: 'refused',
      cause: { kind: 'granted-to-other-identity', identity, grant },
      because: [
        ...because,
        `The ${identity.role} identity ${name} (object id ${objectId}) holds ${grant.role}, but it never pulls images.`
      ]
    }
  }
  return null
}

/** With service account image pull on, a grant of the kubelet identity is of no use, and looks as if it were. */
function unusedNodeGrant(
  { puller }: Principal,
  { cluster, registry, repository, grants }: Target
): readonly string[] {
  const node = nodePrincipalOf(cluster)
  if (puller.kind !== 'service-account-identity' || node === null) return []
  const decision = grants(node, registry, repository)
  return decision.result === 'granted'
    ? [
        `${capitalised(pullerText(node.puller))} holds ${decision.by.grant.role}, but on this cluster it pulls no images for pods.`
      ]
    : []
}
