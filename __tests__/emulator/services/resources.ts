import { parseArmPath, sameId, type ArmPath } from '../arm-id.ts'
import type { ArmResource, CloudState } from '../cloud-state.ts'
import { resourceGroupScope, subscriptionScope } from '../contoso.ts'
import { armError, ok, type Answer, type Call } from '../exchange.ts'
import { callerMay, callerSees, forbidden } from '../permissions.ts'
import { page } from './paging.ts'

/** Every resource by its id, and every list of one type: in a subscription, a resource group, or below a parent. */
export function resources(state: CloudState, call: Call): Answer | null {
  const path = parseArmPath(call.path)
  if (call.method !== 'GET' || path === null) return null
  return path.name === null ? list(state, call, path) : single(state, call, path)
}

const apiVersion = (call: Call): string => call.query.get('api-version') ?? ''

function single(state: CloudState, call: Call, path: ArmPath): Answer {
  const resource = state.resources.find(({ id }) => sameId(id, call.path))
  const action = `${resource?.type ?? path.type}/read`
  if (!callerMay(state.data, action, call.path)) return forbidden(state.data, action, call.path)
  return resource === undefined
    ? armError(
        404,
        'ResourceNotFound',
        `The Resource '${path.type}/${path.name ?? ''}' under resource group '${path.resourceGroup ?? '<null>'}' was not found.`
      )
    : ok(resource.body(apiVersion(call)))
}

/** Lists hold only what the caller may read; without any role there, the list itself is refused. */
function list(state: CloudState, call: Call, path: ArmPath): Answer {
  const scope = listScope(path)
  const members = state.resources.filter(
    ({ id, type }) =>
      sameId(type, path.type) && id.toLowerCase().startsWith(`${scope.toLowerCase()}/`)
  )
  const action = `${path.type}/read`
  const readable = members.filter(({ id, type }) => callerMay(state.data, `${type}/read`, id))
  const refused =
    path.parentId === null ? !callerSees(state.data, scope) : !callerMay(state.data, action, scope)
  return refused
    ? forbidden(state.data, action, scope)
    : page(call, bodies(readable, apiVersion(call)), state.data.pageSize)
}

const bodies = (members: readonly ArmResource[], version: string) =>
  members.map(({ body }) => body(version))

const listScope = (path: ArmPath): string => {
  if (path.parentId !== null) return path.parentId
  return path.resourceGroup === null
    ? subscriptionScope(path.subscriptionId)
    : resourceGroupScope(path.subscriptionId, path.resourceGroup)
}
