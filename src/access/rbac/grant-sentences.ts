import { capitalised, listText } from '../../base/sentences.ts'
import type { Access } from './access.ts'
import { readCondition, repositoriesNamed } from './condition.ts'
import { effectiveModes, entitlementsOf } from './entitlements.ts'
import type { FactsIndex } from '../facts-index.ts'
import { pullOperation } from './permissions.ts'
import { sameScope, scopeReaches, scopeText } from './scopes.ts'
import {
  type Basis,
  type NamedAssignment,
  reasonOf,
  type RefusedCause,
  type Ruling,
  type UndecidedCause
} from '../pull-access.ts'
import { modeText, pullerText } from '../wording.ts'

/** To what the grants of one principal at one registry can lead. */
export type GrantRuling = Ruling<GrantedBy, GrantRefusal, GrantOpen>

type GrantedBy = Extract<Basis, { readonly kind: 'granted' }>

export type GrantRefusal = Extract<
  RefusedCause,
  {
    readonly kind:
      | 'no-grant'
      | 'role-ineffective-in-mode'
      | 'condition-excludes-repository'
      | 'role-lacks-pull-action'
      | 'denied'
      | 'cross-tenant'
  }
>

export type GrantOpen = Extract<
  UndecidedCause,
  {
    readonly kind:
      | 'condition-not-decidable'
      | 'deny-not-decidable'
      | 'mode-unknown'
      | 'groups-not-resolved'
      | 'principal-unknown'
      | 'fact-missing'
  }
>

type GrantReason = GrantedBy | GrantRefusal | GrantOpen

type ReasonOf<Kind extends GrantReason['kind']> = Extract<GrantReason, { readonly kind: Kind }>

type Subject = { readonly access: Access; readonly repository: string; readonly index: FactsIndex }

const who = ({ access }: Subject): string => capitalised(pullerText(access.principal.puller))

/** `holds AcrPull at resource group rg, inherited by the registry`, through a group where it is so. */
function holds({ access }: Subject, { assignment, role }: NamedAssignment): string {
  const direct = assignment.principalId.toLowerCase() === access.principal.objectId.toLowerCase()
  const member = direct ? '' : `is a member of group ${assignment.principalId}, which `
  const own = sameScope(assignment.scope, access.registry.id)
  return `${member}holds ${role} at ${scopeText(assignment.scope)}${own ? '' : ', inherited by the registry'}`
}

/** Of one kind, told one by one. */
const mostGrants = 5

const firstGrants = (sentences: readonly string[]): readonly string[] => {
  const left = sentences.length - mostGrants
  return left > 0 ? [...sentences.slice(0, mostGrants), `And ${left} more.`] : sentences
}

const holding = (subject: Subject, grants: readonly NamedAssignment[]): readonly string[] =>
  firstGrants(grants.map(grant => `${who(subject)} ${holds(subject, grant)}.`))

const conditionOf = ({ assignment }: NamedAssignment) =>
  readCondition(assignment.condition, assignment.conditionVersion)

function granted(cause: ReasonOf<'granted'>, subject: Subject): readonly string[] {
  const conditional = conditionOf(cause.grant).kind !== 'none'
  return [
    ...holding(subject, [cause.grant]),
    ...(conditional
      ? [`The condition of this assignment allows repository ${subject.repository}.`]
      : []),
    ...cause.notes.map(note => `${note}.`)
  ]
}

/** Grants of the principal at other registries: the usual slip when a name is mistyped or a registry was replaced. */
function grantsElsewhere({ access, index }: Subject): readonly string[] {
  const { objectId } = access.principal
  const sentences = index
    .assignmentsAnywhere(objectId)
    .filter(({ scope }) => !scopeReaches(scope, access.registry.id))
    .flatMap(assignment => entitlementsOf(index, objectId, assignment.scope, [assignment]))
    .filter(entitlement => effectiveModes(entitlement).length > 0)
    .map(({ named }) => `It holds ${named.role} at ${scopeText(named.assignment.scope)} instead.`)
  return firstGrants([...new Set(sentences)])
}

const noGrant = (subject: Subject): readonly string[] => [
  `${who(subject)} has no role assignment at registry ${subject.access.registry.name} or above that lets it pull, neither directly nor through a group.`,
  ...grantsElsewhere(subject)
]

const ineffective = (
  { mode, grants }: ReasonOf<'role-ineffective-in-mode'>,
  subject: Subject
): readonly string[] => [
  ...holding(subject, grants),
  `On a registry in mode "${modeText[mode]}" this gives no pull, because it does not include ${pullOperation[mode].name}.`
]

function excluding(
  { grants }: ReasonOf<'condition-excludes-repository'>,
  subject: Subject
): readonly string[] {
  const reach = (grant: NamedAssignment): string => {
    const named = repositoriesNamed(conditionOf(grant)).map(text => `'${text}'`)
    return named.length === 0 ? 'its condition is false' : `its condition names ${listText(named)}`
  }
  return [
    ...holding(subject, grants),
    ...firstGrants(
      grants.map(
        grant =>
          `That ${grant.role} does not reach repository ${subject.repository}: ${reach(grant)}.`
      )
    )
  ]
}

const lacking = (
  { grants }: ReasonOf<'role-lacks-pull-action'>,
  subject: Subject
): readonly string[] => {
  const mode = subject.access.registry.roleAssignmentMode
  const needed =
    mode === null
      ? `${pullOperation.legacy.name} or ${pullOperation.abac.name}`
      : pullOperation[mode].name
  return [
    ...holding(subject, grants),
    `None of this includes ${needed}.`,
    ...grantsElsewhere(subject)
  ]
}

const undecidedCondition = (
  { grant }: ReasonOf<'condition-not-decidable'>,
  subject: Subject
): readonly string[] => {
  const condition = conditionOf(grant)
  return [
    ...holding(subject, [grant]),
    condition.kind === 'unreadable'
      ? `The condition of this assignment cannot be evaluated: ${condition.problem}.`
      : 'Its condition, or that of the role, rests on attributes that only the registry knows.'
  ]
}

const undecidedDeny = (
  { deny, reason }: ReasonOf<'deny-not-decidable'>,
  subject: Subject
): readonly string[] => [
  `${who(subject)} holds a grant.`,
  deny === null
    ? `The deny assignments at the registry are not known, and one of them would beat the grant: ${reason?.message ?? 'no answer'}.`
    : `Whether deny assignment '${deny.name}' (${deny.id}) applies to it cannot be decided from here.`
]

/** The evidence for a decision about one principal, in sentences that a person can verify. */
export function explain(ruling: GrantRuling, subject: Subject): readonly string[] {
  const { principal, registry } = subject.access
  const reason = reasonOf(ruling)
  switch (reason.kind) {
    case 'granted':
      return granted(reason, subject)
    case 'no-grant':
      return noGrant(subject)
    case 'role-ineffective-in-mode':
      return ineffective(reason, subject)
    case 'condition-excludes-repository':
      return excluding(reason, subject)
    case 'role-lacks-pull-action':
      return lacking(reason, subject)
    case 'denied':
      return [
        `Deny assignment '${reason.deny.name}' (${reason.deny.id}) at ${scopeText(reason.deny.scope)} takes the pull away from ${pullerText(principal.puller)}; it beats every grant.`
      ]
    case 'cross-tenant':
      return [
        `${who(subject)} belongs to tenant ${reason.clusterTenant}, the registry to tenant ${reason.registryTenant}; a managed identity cannot sign in there.`
      ]
    case 'condition-not-decidable':
      return undecidedCondition(reason, subject)
    case 'deny-not-decidable':
      return undecidedDeny(reason, subject)
    case 'mode-unknown':
      return ['The two role assignment modes lead to different answers.']
    case 'groups-not-resolved':
      return [
        `${who(subject)} has no direct grant; its group memberships could not be resolved, and a grant may come through a group.`
      ]
    case 'principal-unknown':
      return [
        principal.tenantId === null || registry.tenantId === null
          ? `${who(subject)} has no grant; whether the registry belongs to the tenant of the cluster is not known, and in another tenant its application has another object id.`
          : `${who(subject)} has no grant; in tenant ${registry.tenantId}, to which the registry belongs, its application has another object id, which is not known.`
      ]
    case 'fact-missing':
      return [`Not known: ${reason.subject} (${reason.reason.message}).`]
  }
}
