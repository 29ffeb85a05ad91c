import { mapFact, type Fact } from '../../facts/fact.ts'
import type { DenyAssignment, DenyPrincipal } from '../../facts/facts.ts'
import { evaluateCondition, readCondition, type Condition } from './condition.ts'
import type { FactsIndex } from '../facts-index.ts'
import { covers, pullOperation, type Operation } from './permissions.ts'
import { sameScope, scopeReaches } from './scopes.ts'
import { allOf, anyOf, not, truthOf, type Truth } from '../../base/three-valued.ts'

/** A deny assignment that may hit the principal at this registry; what does not depend on the repository is settled. */
export type Denial = {
  readonly deny: DenyAssignment
  /** Whether it is meant for the principal: included and not excluded. */
  readonly concerns: Truth
  readonly condition: Condition
  readonly entries: readonly {
    readonly operations: readonly Operation[]
    readonly condition: Condition
  }[]
}

/** All principals, type SystemDefined (Azure docs, "Understand Azure deny assignments"). */
const everyone = '00000000-0000-0000-0000-000000000000'

/** Types whose members are other principals are all but these. */
const singleTypes: readonly string[] = ['user', 'serviceprincipal', 'systemdefined', 'device']

const is = (principal: DenyPrincipal, id: string): boolean =>
  principal.id.toLowerCase() === id.toLowerCase()

const mayHoldMembers = (principal: DenyPrincipal): boolean =>
  !singleTypes.includes(principal.type.toLowerCase())

/** Whether the principal could be meant through a group, so that only Azure's own resolution tells. */
export const needsGroups = (deny: DenyAssignment, principalId: string): boolean =>
  !deny.principals.some(each => is(each, everyone) || is(each, principalId)) &&
  deny.principals.some(mayHoldMembers)

function includes(
  deny: DenyAssignment,
  principalId: string,
  reaching: Fact<ReadonlySet<string>>
): Truth {
  if (deny.principals.some(each => is(each, everyone) || is(each, principalId))) return 'yes'
  if (reaching.known && reaching.value.has(deny.id.toLowerCase())) return 'yes'
  if (!deny.principals.some(mayHoldMembers)) return 'no'
  return reaching.known ? 'no' : 'maybe'
}

/** An excluded group may hold the principal, and no list tells. */
function excludes(deny: DenyAssignment, principalId: string): Truth {
  if (deny.excludedPrincipals.some(each => is(each, principalId))) return 'yes'
  return deny.excludedPrincipals.some(mayHoldMembers) ? 'maybe' : 'no'
}

const inScope = (deny: DenyAssignment, registryId: string): boolean =>
  deny.doNotApplyToChildScopes
    ? sameScope(deny.scope, registryId)
    : scopeReaches(deny.scope, registryId)

const pulls: readonly Operation[] = [pullOperation.legacy, pullOperation.abac]

const entriesOf = (deny: DenyAssignment): Denial['entries'] =>
  deny.permissions
    .map(entry => ({
      operations: pulls.filter(operation => covers(entry, operation)),
      condition: readCondition(entry.condition, entry.conditionVersion)
    }))
    .filter(({ operations }) => operations.length > 0)

/** Whether the deny assignment stands at or above the registry and takes a pull away from somebody. */
export const blocksPulls = (deny: DenyAssignment, registryId: string): boolean =>
  inScope(deny, registryId) && entriesOf(deny).length > 0

const denialOf = (deny: DenyAssignment, concerns: Truth): Denial => ({
  deny,
  concerns,
  condition: readCondition(deny.condition, deny.conditionVersion),
  entries: entriesOf(deny)
})

/** The deny assignments at a registry that may concern the principal. */
export const denialsOf = (
  index: FactsIndex,
  principalId: string,
  registryId: string
): Fact<readonly Denial[]> =>
  mapFact(index.denials(registryId), denials =>
    denials
      .filter(deny => blocksPulls(deny, registryId))
      .map(deny =>
        denialOf(
          deny,
          allOf([
            includes(deny, principalId, index.denialsReaching(registryId, principalId)),
            not(excludes(deny, principalId))
          ])
        )
      )
      .filter(({ concerns }) => concerns !== 'no')
  )

/** Whether the deny assignment takes the operation on the repository away from the principal. */
export function denies(denial: Denial, operation: Operation, repository: string): Truth {
  const request = { action: operation.name, repository }
  const byEntries = anyOf(
    denial.entries.map(({ operations, condition }) =>
      allOf([truthOf(operations.includes(operation)), evaluateCondition(condition, request)])
    )
  )
  return allOf([denial.concerns, byEntries, evaluateCondition(denial.condition, request)])
}

export const denialDependsOnRepository = ({ condition, entries }: Denial): boolean =>
  condition.kind !== 'none' || entries.some(entry => entry.condition.kind !== 'none')

/**
 * A deny assignment that takes the operation away from every principal there is, whoever it may be; one that leaves somebody
 * out may leave out this one.
 */
export function deniesEverybody(
  denials: Fact<readonly DenyAssignment[]>,
  registryId: string,
  operation: Operation,
  repository: string
): DenyAssignment | null {
  if (!denials.known) return null
  return (
    denials.value.find(
      deny =>
        inScope(deny, registryId) &&
        deny.excludedPrincipals.length === 0 &&
        deny.principals.some(each => is(each, everyone)) &&
        denies(denialOf(deny, 'yes'), operation, repository) === 'yes'
    ) ?? null
  )
}
