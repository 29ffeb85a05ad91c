import { roleDefinitionBody } from '../arm-bodies/authorization.ts'
import { isObject, type JsonObject } from '../arm-bodies/json.ts'
import { resourceGroupOf, subscriptionOf } from '../arm-id.ts'
import { builtInRoles } from '../built-in-roles.ts'
import { tenantOf, type CloudState } from '../cloud-state.ts'
import { subscriptionScope } from '../contoso.ts'
import { armError, ok, type Answer, type Call } from '../exchange.ts'
import { parseKusto, type KustoQuery } from '../kusto/query.ts'
import { runKusto } from '../kusto/run.ts'
import { KustoError } from '../kusto/tokens.ts'
import { callerMay, callerSees } from '../permissions.ts'
import { assignmentItem } from './authorization.ts'
import { isAbove } from './authorization-filter.ts'

/** Properties of stable api-versions are what Resource Graph keeps. */
const graphApiVersion = '2026-06-01'
const defaultPageSize = 1000

/** Azure Resource Graph, with as much of its language as the queries of a tool need; anything else is refused. */
export function resourceGraph(state: CloudState, call: Call): Answer | null {
  const route = /^\/providers\/Microsoft\.ResourceGraph\/resources$/i
  if (call.method !== 'POST' || !route.test(call.path)) return null
  const request: unknown = JSON.parse(call.text)
  const body = isObject(request) ? request : {}
  try {
    const query = parseKusto(String(body['query']))
    return page(state, body, query, runKusto(table(state, query.table, body), query.stages))
  } catch (error) {
    if (error instanceof KustoError)
      return armError(400, 'BadRequest', `Query is invalid: ${error.message}.`)
    throw error
  }
}

function table(state: CloudState, name: string, body: JsonObject): readonly JsonObject[] {
  switch (name) {
    case 'resources':
      return resourceRows(state, subscriptionsOf(state, body))
    case 'authorizationresources':
      return authorizationRows(
        state,
        subscriptionsOf(state, body),
        isObject(body['options']) ? body['options'] : {}
      )
    case 'resourcecontainers':
      return subscriptionRows(state, subscriptionsOf(state, body))
    default:
      throw new KustoError(`unknown table '${name}'`)
  }
}

/** Those that the request names, or all; without any right in one, it is silently missing. */
function subscriptionsOf(state: CloudState, body: JsonObject): readonly string[] {
  const wanted = Array.isArray(body['subscriptions']) ? body['subscriptions'].map(String) : null
  return state.subscriptions
    .map(({ id }) => id)
    .filter(id => wanted === null || wanted.some(other => other.toLowerCase() === id.toLowerCase()))
    .filter(id => callerSees(state.data, subscriptionScope(id)))
}

const isIn = (subscriptions: readonly string[], id: string): boolean =>
  subscriptions.some(
    subscription => subscription.toLowerCase() === subscriptionOf(id)?.toLowerCase()
  )

/** Resource Graph keeps few children ("Azure Resource Graph table and resource type reference"). */
const childTypes: readonly string[] = [
  'microsoft.containerregistry/registries/replications',
  'microsoft.network/privatednszones/virtualnetworklinks'
]

/** Top-level resources and some children, as far as the caller may read each. */
const resourceRows = (state: CloudState, subscriptions: readonly string[]): readonly JsonObject[] =>
  state.resources
    .filter(({ type }) => type.split('/').length === 2 || childTypes.includes(type.toLowerCase()))
    .filter(({ id, type }) => isIn(subscriptions, id) && callerMay(state.data, `${type}/read`, id))
    .map(({ id, type, body }) => ({
      ...body(graphApiVersion),
      type: type.toLowerCase(),
      subscriptionId: subscriptionOf(id),
      resourceGroup: resourceGroupOf(id)?.toLowerCase(),
      tenantId: tenantOf(state, subscriptionOf(id) ?? '')
    }))

/** By default only what sits at or below the subscriptions: grants of management groups and of `/` are left out. */
function authorizationRows(
  state: CloudState,
  subscriptions: readonly string[],
  options: JsonObject
): readonly JsonObject[] {
  const above = options['authorizationScopeFilter'] === 'AtScopeAboveAndBelow'
  const assignments = (state.data.roleAssignments ?? [])
    .filter(
      ({ scope }) =>
        isIn(subscriptions, scope) ||
        (above && subscriptions.some(id => isAbove(state, scope, subscriptionScope(id))))
    )
    .filter(({ scope }) =>
      callerMay(
        state.data,
        'Microsoft.Authorization/roleAssignments/read',
        subscriptionOf(scope) === null ? subscriptionScope(subscriptions[0] ?? '') : scope
      )
    )
    .map(assignment => assignmentItem(state, assignment, assignment.scope))
  const roles = [...builtInRoles, ...(state.data.customRoles ?? [])].map(role =>
    roleDefinitionBody(role, '/')
  )
  return [...assignments, ...roles].map(row => ({
    ...row,
    type: String(row['type']).toLowerCase()
  }))
}

const subscriptionRows = (
  state: CloudState,
  subscriptions: readonly string[]
): readonly JsonObject[] =>
  state.subscriptions
    .filter(({ id }) => subscriptions.includes(id))
    .map(({ id, displayName, managementGroups }) => ({
      id: subscriptionScope(id),
      name: displayName ?? 'Contoso',
      type: 'microsoft.resources/subscriptions',
      subscriptionId: id,
      tenantId: tenantOf(state, id),
      properties: {
        state: 'Enabled',
        managementGroupAncestorsChain: (managementGroups ?? []).map(name => ({
          name,
          displayName: name
        }))
      }
    }))

/** Rows that a limit has cut give no `$skipToken`, as Azure documents. */
function page(
  state: CloudState,
  body: JsonObject,
  query: KustoQuery,
  rows: readonly JsonObject[]
): Answer {
  const options = isObject(body['options']) ? body['options'] : {}
  const start = Number(options['$skipToken'] ?? 0)
  const end = start + Number(options['$top'] ?? state.data.pageSize ?? defaultPageSize)
  const data = rows.slice(start, end)
  const limited = query.stages.some(({ kind }) => kind === 'limit')
  return ok({
    totalRecords: rows.length,
    count: data.length,
    resultTruncated: limited ? 'true' : 'false',
    ...(end < rows.length && !limited ? { $skipToken: String(end) } : {}),
    data,
    facets: []
  })
}
