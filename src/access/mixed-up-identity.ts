import type { Cluster, Registry } from '../facts/facts.ts'
import type { Principal } from './rbac/access.ts'
import type { Decision, Grants } from './rbac/grants.ts'
import { nodePrincipalOf } from './credentials/node-identity.ts'
import type { KnownTokens } from './credentials/registry-tokens.ts'
import type { Cause, Puller, PullResult } from './verdict.ts'
import { capitalised, pullerText } from './wording.ts'

/** What a pull is judged against. */
export type Target = {
  readonly cluster: Cluster
  readonly host: string
  readonly repository: string
  readonly registry: Registry
  readonly grants: Grants
  readonly tokens: KnownTokens
}

type Explained = {
  readonly result: PullResult
  readonly cause: Cause
  readonly because: readonly string[]
}

const nodePullers: readonly Puller['kind'][] = ['kubelet-identity', 'service-principal']

/** Whether the identity of the nodes lacks a grant for no reason of its own, so that somebody else may hold it by mistake. */
export const mayBeMixedUp = ({ puller }: Principal, { kind }: Cause): boolean =>
  nodePullers.includes(puller.kind) && (kind === 'no-grant' || kind === 'role-lacks-pull-action')

/**
 * The decision about a principal. Where it has no grant and another identity of the same cluster holds one, that is the
 * better explanation: the control plane and add-ons never pull (AKS docs, "Use a managed identity").
 */
export function explainedByOthers(principal: Principal, target: Target): Explained {
  const decision = target.grants(principal, target.registry, target.repository)
  if (mayBeMixedUp(principal, decision.cause))
    return heldByOther(principal, decision, target) ?? decision
  const unused = decision.cause.kind === 'no-grant' ? unusedNodeGrant(principal, target) : []
  return unused.length === 0 ? decision : { ...decision, because: [...decision.because, ...unused] }
}

function heldByOther(
  principal: Principal,
  { result, because }: Decision,
  { cluster, registry, repository, grants }: Target
): Explained | null {
  for (const identity of cluster.otherIdentities) {
    const { objectId, name } = identity
    const puller: Puller = { kind: 'none', objectId, name }
    const { cause } = grants({ ...principal, objectId, puller }, registry, repository)
    if (cause.kind === 'granted')
      return {
        result,
        cause: { kind: 'granted-to-other-identity', identity, grant: cause.grant },
        because: [
          ...because,
          `The ${identity.role} identity ${name} (object id ${objectId}) holds ${cause.grant.role}, but it never pulls images.`
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
  const { cause } = grants(node, registry, repository)
  return cause.kind === 'granted'
    ? [
        `${capitalised(pullerText(node.puller))} holds ${cause.grant.role}, but on this cluster it pulls no images for pods.`
      ]
    : []
}
