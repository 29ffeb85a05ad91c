import type { Fact } from '../../facts/fact.ts'
import type { RoleAssignment, RoleAssignmentMode, RoleDefinition } from '../../facts/facts.ts'
import { evaluateCondition, readCondition, type Condition } from './condition.ts'
import type { FactsIndex } from '../facts-index.ts'
import { covers, metadataOperation, pullOperation, type Operation } from './permissions.ts'
import { nearestFirst, roleKey, scopeReaches } from './scopes.ts'
import { allOf, anyOf, truthOf, type Truth } from '../../base/three-valued.ts'
import type { NamedAssignment } from '../pull-access.ts'

/** A role assignment that reaches the registry, with everything that decides what it is worth. */
export type Entitlement = {
  readonly named: NamedAssignment
  readonly viaGroup: boolean
  readonly role: Fact<RoleDefinition>
  readonly condition: Condition
  /** For each operation that matters, the conditions of those permission entries of the role that cover it. */
  readonly covering: ReadonlyMap<Operation, readonly Condition[]>
}

const operations: readonly Operation[] = [
  pullOperation.legacy,
  pullOperation.abac,
  metadataOperation
]

function coveringEntries(role: Fact<RoleDefinition>, operation: Operation): readonly Condition[] {
  if (!role.known) return []
  return role.value.permissions
    .filter(entry => covers(entry, operation))
    .map(entry => readCondition(entry.condition, entry.conditionVersion))
}

const roleName = (assignment: RoleAssignment, role: Fact<RoleDefinition>): string =>
  role.known ? role.value.name : `role definition ${roleKey(assignment.roleDefinitionId)}`

function entitlementOf(
  index: FactsIndex,
  principalId: string,
  assignment: RoleAssignment
): Entitlement {
  const role = index.role(roleKey(assignment.roleDefinitionId))
  return {
    named: { assignment, role: roleName(assignment, role) },
    viaGroup: assignment.principalId.toLowerCase() !== principalId.toLowerCase(),
    role,
    condition: readCondition(assignment.condition, assignment.conditionVersion),
    covering: new Map(operations.map(operation => [operation, coveringEntries(role, operation)]))
  }
}

/** Since when an assignment counts; assignments that tell no date sort last. */
const since = ({ named: { assignment } }: Entitlement): string =>
  assignment.updatedOn ?? assignment.createdOn ?? '9999'

/**
 * The steadiest evidence first: without a condition, direct before through a group (group claims of managed identities
 * are hours late), older before younger (a fresh assignment may still be on its way), near before far.
 */
const steadiestFirst = (one: Entitlement, other: Entitlement): number =>
  Number(one.condition.kind !== 'none') - Number(other.condition.kind !== 'none') ||
  Number(one.viaGroup) - Number(other.viaGroup) ||
  since(one).localeCompare(since(other), 'en') ||
  nearestFirst(one.named.assignment.scope, other.named.assignment.scope)

/** The assignments of a principal that reach the registry, the best evidence first. */
export const entitlementsOf = (
  index: FactsIndex,
  principalId: string,
  registryId: string,
  assignments: readonly RoleAssignment[]
): readonly Entitlement[] =>
  assignments
    .filter(assignment => scopeReaches(assignment.scope, registryId))
    .map(assignment => entitlementOf(index, principalId, assignment))
    .toSorted(steadiestFirst)

/** Whether some entry of the role covers the operation, conditions aside; maybe without the role definition. */
export const roleCovers = (entitlement: Entitlement, operation: Operation): Truth =>
  entitlement.role.known ? truthOf((entitlement.covering.get(operation) ?? []).length > 0) : 'maybe'

/**
 * Whether the assignment allows the operation on the repository: any entry of the role covers it under the entry's own
 * condition, and the assignment's condition holds (RBAC docs, "Understand Azure role definitions" and "conditions format").
 */
export function entitles(
  entitlement: Entitlement,
  operation: Operation,
  repository: string
): Truth {
  const request = { action: operation.name, repository }
  const covering = entitlement.covering.get(operation) ?? []
  const byRole: Truth = entitlement.role.known
    ? anyOf(covering.map(condition => evaluateCondition(condition, request)))
    : 'maybe'
  return byRole === 'no' ? 'no' : allOf([byRole, evaluateCondition(entitlement.condition, request)])
}

const isConditional = (condition: Condition): boolean => condition.kind !== 'none'

/** Whether the answer can differ from repository to repository. */
export const dependsOnRepository = ({ condition, covering }: Entitlement): boolean =>
  isConditional(condition) || [...covering.values()].some(entries => entries.some(isConditional))

/** The modes in which the role of the assignment covers a pull, conditions aside. */
export const effectiveModes = (entitlement: Entitlement): readonly RoleAssignmentMode[] =>
  (['legacy', 'abac'] as const).filter(
    mode => roleCovers(entitlement, pullOperation[mode]) === 'yes'
  )
