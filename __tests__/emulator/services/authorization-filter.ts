import { isAtOrBelow, subscriptionOf } from '../arm-id.ts'
import type { CloudState } from '../cloud-state.ts'
import { managementGroupScope } from '../contoso.ts'
import { armError, type Answer } from '../exchange.ts'
import { groupsOf, isGroup } from '../principals.ts'

/** What the `$filter` of role and deny assignments may say ("List Azure role assignments using the REST API"). */
export type AssignmentFilter = {
  readonly atScope: boolean
  /** Exactly this principal, without groups. */
  readonly principalId: string | null
  /** This principal and every group that it is in. */
  readonly assignedTo: string | null
}

const terms = {
  atScope: /^atScope\(\)$/i,
  principalId: /^principalId eq '([^']+)'$/i,
  assignedTo: /^assignedTo\('([^']+)'\)$/i
}

/** The filter, or the refusal that Azure would answer. */
export function assignmentFilter(
  state: CloudState,
  text: string | null
): { readonly filter: AssignmentFilter } | { readonly refusal: Answer } {
  const parts = text === null ? [] : text.split(/ and /i).map(part => part.trim())
  const one = (pattern: RegExp) =>
    parts.map(part => pattern.exec(part)).find(match => match !== null)
  const filter = {
    atScope: one(terms.atScope) !== undefined,
    principalId: one(terms.principalId)?.[1]?.toLowerCase() ?? null,
    assignedTo: one(terms.assignedTo)?.[1]?.toLowerCase() ?? null
  }
  const unknown = parts.find(part => !Object.values(terms).some(pattern => pattern.test(part)))
  if (unknown !== undefined || (filter.atScope && filter.principalId !== null))
    return {
      refusal: armError(400, 'UnsupportedQuery', `The filter '${text ?? ''}' is not supported.`)
    }
  const refusal = filter.assignedTo === null ? null : principalProblem(state, filter.assignedTo)
  return refusal === null ? { filter } : { refusal }
}

function principalProblem(state: CloudState, objectId: string): Answer | null {
  if (isGroup(state.data, objectId))
    return armError(
      400,
      'UnsupportedPrincipalType',
      `Principal '${objectId}' is a group, which assignedTo does not take.`
    )
  return state.data.deletedPrincipals?.includes(objectId) === true
    ? armError(404, 'PrincipalNotFound', `Principal '${objectId}' does not exist in the directory.`)
    : null
}

/** `scope` is where an assignment sits, `asked` where the request looks. */
export function reaches(
  state: CloudState,
  scope: string,
  asked: string,
  filter: AssignmentFilter
): boolean {
  return isAbove(state, scope, asked) || (!filter.atScope && isAtOrBelow(asked, scope))
}

/** A scope holds what its path begins with, and a management group holds the subscriptions beneath it. */
export const isAbove = (state: CloudState, scope: string, asked: string): boolean =>
  isAtOrBelow(scope, asked) || ancestors(state, asked).some(id => isAtOrBelow(scope, id))

/** Whether one of the principals is meant by the filter. */
export function concerns(
  state: CloudState,
  principals: readonly string[],
  filter: AssignmentFilter
): boolean {
  if (filter.principalId !== null) return principals.includes(filter.principalId)
  if (filter.assignedTo === null) return true
  return [filter.assignedTo, ...groupsOf(state.data, filter.assignedTo)].some(id =>
    principals.includes(id)
  )
}

const ancestors = (state: CloudState, scope: string): readonly string[] =>
  (
    state.subscriptions.find(({ id }) => id.toLowerCase() === subscriptionOf(scope)?.toLowerCase())
      ?.managementGroups ?? []
  ).map(managementGroupScope)
