import * as z from 'zod/mini'
import { assignmentsRead } from '../../facts/arm-actions.ts'
import { known, unknown, type Fact } from '../../facts/fact.ts'
import type { AssignmentsAnswer, RoleAssignment } from '../../facts/facts.ts'
import { byKey } from '../by-key.ts'
import type { Clients } from '../clients.ts'
import { conditionBody, conditionFrom } from './permission-body.ts'
import { rawItems } from '../raw-answers.ts'
import { factOf, type Subject } from '../reasons.ts'
import { resourceName } from '../../base/resource-id.ts'
import { isGuid, sdkScope } from '../identifiers.ts'

const text = z.nullish(z.string())

const assignmentBody = z.object({
  id: z.string(),
  properties: z.object({
    scope: z.string(),
    roleDefinitionId: z.string(),
    principalId: z.string(),
    principalType: text,
    ...conditionBody,
    createdOn: text,
    updatedOn: text
  })
})

/** An ARM role assignment (`Microsoft.Authorization/roleAssignments`, 2022-04-01) in our words. */
export function assignmentFrom(json: unknown): RoleAssignment {
  const { id, properties } = assignmentBody.parse(json)
  return {
    id,
    scope: properties.scope,
    roleDefinitionId: properties.roleDefinitionId,
    principalId: properties.principalId,
    principalType: properties.principalType ?? null,
    ...conditionFrom(properties),
    createdOn: properties.createdOn ?? null,
    updatedOn: properties.updatedOn ?? null
  }
}

export type AssignmentsRequest = {
  readonly registryId: string
  readonly principalId: string
  /** Whether grants through groups matter; without them one list of a registry answers for all its principals. */
  readonly withGroups: boolean
}

/** Whoever is assigned something at a registry itself; beyond these many they say nothing. */
const mostHolders = 10

export type AssignmentsReader = {
  /** The role assignments that reach a registry, of one principal. */
  readonly read: (request: AssignmentsRequest) => Promise<AssignmentsAnswer>
  /** Object ids of those that are assigned something at the registry itself. */
  readonly holders: (registryId: string) => Promise<readonly string[]>
}

export function assignmentsReader(clients: Clients): AssignmentsReader {
  const everyAssignment = byKey(
    (registryId: string) => registryId,
    registryId => list(clients, registryId, 'atScope()')
  )
  const read: AssignmentsReader['read'] = async ({ registryId, principalId, withGroups }) => {
    if (!isGuid(principalId))
      return { registryId, principalId, groupsResolved: false, answer: noObjectId(principalId) }
    const answer = withGroups
      ? await list(clients, registryId, `atScope() and assignedTo('${principalId}')`)
      : null
    // The server refuses principals that Entra no longer has (400, 404), and callers without the right to expand groups.
    if (answer !== null && (answer.known || !refused.includes(answer.reason.code)))
      return { registryId, principalId, groupsResolved: answer.known, answer }
    const all = await everyAssignment(registryId)
    return { registryId, principalId, groupsResolved: false, answer: held(all, principalId) }
  }
  const holders: AssignmentsReader['holders'] = async registryId => {
    const all = await everyAssignment(registryId)
    const own = all.known ? all.value.filter(({ scope }) => sameId(scope, registryId)) : []
    return [...new Set(own.map(({ principalId }) => principalId))].slice(0, mostHolders)
  }
  return { read, holders }
}

const sameId = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

const refused: readonly string[] = ['forbidden', 'not-found', 'unexpected-answer']

const noObjectId = (principalId: string): Fact<never> =>
  unknown('unexpected-answer', `'${principalId}' is no object id of a principal`)

function held(
  all: Fact<readonly RoleAssignment[]>,
  principalId: string
): Fact<readonly RoleAssignment[]> {
  const id = principalId.toLowerCase()
  return all.known
    ? known(all.value.filter(assignment => assignment.principalId.toLowerCase() === id))
    : all
}

/** `atScope()` gives the scope itself and everything above, up to `/` ("List Azure role assignments using the REST API"). */
const list = (
  clients: Clients,
  registryId: string,
  filter: string
): Promise<Fact<readonly RoleAssignment[]>> =>
  factOf(subject(registryId), async () => {
    const items = await rawItems(
      onResponse =>
        clients.authorization.roleAssignments.listForScope(sdkScope(registryId), {
          filter,
          onResponse
        }),
      clients.limits.pages
    )
    return items.map(assignmentFrom)
  })

const subject = (registryId: string): Subject => ({
  what: `the role assignments at registry ${resourceName(registryId)}`,
  takes: assignmentsRead
})
