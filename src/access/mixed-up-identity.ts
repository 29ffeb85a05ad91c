import { capitalised } from '../base/sentences.ts'
import type { Cluster, Registry } from '../facts/facts.ts'
import type { ServiceAccount } from '../kubernetes/manifests.ts'
import type { FactsIndex } from './facts-index.ts'
import type { Principal } from './rbac/access.ts'
import type { Decision, Grants } from './rbac/grants.ts'
import { nodePrincipalOf } from './credentials/node-identity.ts'
import type { KnownTokens } from './credentials/registry-tokens.ts'
import { byClientId, mistakenHolders, workloadIdentityOf } from './mistaken-holders.ts'
import {
  type AccessRuling,
  type MistakenHolder,
  type NamedAssignment,
  type Puller,
  reasonOf
} from './pull-access.ts'
import { pullerText } from './wording.ts'

/** What a pull is judged against. */
export type Target = {
  readonly cluster: Cluster
  readonly host: string
  readonly repository: string
  readonly registry: Registry
  readonly grants: Grants
  readonly tokens: KnownTokens
  /** The service account of the pod, where it is in sight. */
  readonly account: ServiceAccount | null
  readonly index: FactsIndex
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
 * The decision about a principal. Where it has no grant and somebody holds one who is easily taken for it, that is the
 * better explanation: the control plane and add-ons never pull (AKS docs, "Use a managed identity"), nor does the identity
 * of the program in the pod, and a client id is nobody's object id.
 */
export function explainedByOthers(principal: Principal, target: Target): Explained {
  const decision = target.grants(principal, target.registry, target.repository)
  if (mayBeMixedUp(principal, decision))
    return heldByOther(principal, decision, target) ?? withHints(principal, decision, target)
  const unused = reasonOf(decision).kind === 'no-grant' ? unusedNodeGrant(principal, target) : []
  return unused.length === 0 ? decision : { ...decision, because: [...decision.because, ...unused] }
}

function withHints(principal: Principal, decision: Decision, target: Target): Explained {
  if (decision.result !== 'refused' || decision.cause.kind !== 'no-grant') return decision
  const held = [...heldInstead(principal, target), ...clientIdHint(target), ...workloadHint(target)]
  return held.length === 0
    ? decision
    : {
        ...decision,
        cause: { kind: 'no-grant', held },
        because: [...decision.because, ...held.map(text => `${capitalised(text)}.`)]
      }
}

const namedAs: Readonly<
  Record<MistakenHolder['kind'], (holder: MistakenHolder, role: string) => string>
> = {
  'control-plane': ({ name, objectId }, role) =>
    `The control-plane identity ${name} (object id ${objectId}) holds ${role}, but it never pulls images.`,
  'add-on': ({ name, objectId }, role) =>
    `The add-on identity ${name} (object id ${objectId}) holds ${role}, but it never pulls images.`,
  'client-id': ({ name, objectId }, role) =>
    `${role} is assigned to ${objectId}, which is the client id of ${name}; role assignments need the object id.`,
  'workload-identity': ({ name, objectId }, role) =>
    `The workload identity of service account ${name} (${objectId}) holds ${role}, but only the program in the pod signs in as it, after the node has pulled the image.`
}

function heldByOther(
  principal: Principal,
  { because }: Decision,
  target: Target
): Explained | null {
  const { cluster, account, registry, index } = target
  const holders = new Set(index.holdersAt(registry.id).map(id => id.toLowerCase()))
  const candidates = mistakenHolders(cluster, account, index).filter(({ objectId }) =>
    holders.has(objectId.toLowerCase())
  )
  for (const identity of candidates) {
    const grant = grantOf(principal, identity, target)
    if (grant !== null)
      return {
        result: 'refused',
        cause: { kind: 'granted-to-other-identity', identity, grant },
        because: [...because, namedAs[identity.kind](identity, grant.role)]
      }
  }
  return null
}

/** The grant that somebody else holds, as if it were the puller. */
function grantOf(
  principal: Principal,
  { objectId, name }: Pick<MistakenHolder, 'objectId' | 'name'>,
  { grants, registry, repository }: Target
): NamedAssignment | null {
  const puller: Puller = { kind: 'none', objectId, name }
  const theirs = grants({ ...principal, objectId, puller }, registry, repository)
  return theirs.result === 'granted' ? theirs.by.grant : null
}

/** Whoever gives a pod an identity of its own is easily led to think that it pulls. */
function workloadHint({ account }: Target): readonly string[] {
  const clientId = workloadIdentityOf(account)
  return account === null || clientId === null
    ? []
    : [
        `a grant to the workload identity of service account ${account.name} (${clientId}) would not count, because only the program in the pod signs in as it`
      ]
}

/** Where nobody asked who else holds a grant; by the client id, tools find the identity and assign nothing (Azure/acr#695). */
function clientIdHint({ cluster, registry, index }: Target): readonly string[] {
  const holder = byClientId(cluster)
  return holder === null || index.assignmentsAsked(registry.id, holder.objectId)
    ? []
    : [
        `a grant to the client id of ${holder.name} (${holder.objectId}) would not count, because role assignments need the object id`
      ]
}

const mostOthers = 3

/** Who else holds a grant at the registry: what the nodes of today are not is worth a look, and proves nothing. */
function heldInstead(principal: Principal, target: Target): readonly string[] {
  const { index, registry } = target
  const others = index.holdersAt(registry.id).filter(id => id !== principal.objectId)
  const found: string[] = []
  for (const objectId of others) {
    if (found.length === mostOthers) break
    const grant = grantOf(principal, { objectId, name: objectId }, target)
    if (grant !== null) found.push(holderText(objectId, grant, index))
  }
  return found
}

function holderText(objectId: string, grant: NamedAssignment, index: FactsIndex): string {
  const bearer = index.bearerOf(objectId)
  const type = grant.assignment.principalType?.toLowerCase()
  const kind = type === 'group' || type === 'user' ? type : 'principal'
  return bearer === null
    ? `${grant.role} there is held by ${kind} ${objectId}, which is none of the identities seen here${kind === 'principal' ? ', and may be one that was deleted' : ''}`
    : `${grant.role} there is held by ${bearer} (object id ${objectId})`
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
