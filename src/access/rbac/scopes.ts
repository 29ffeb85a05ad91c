import { parseResourceId, resourceName, segmentsOf } from '../../base/resource-id.ts'
import { isRegistryId } from '../../facts/registry-hosts.ts'

const managementGroup = '/providers/microsoft.management/managementgroups/'

/** ARM ids come in mixed case, and with or without a slash at the end. */
const comparable = (id: string): string => id.toLowerCase().replace(/\/$/, '')

/**
 * Whether what is assigned at `scope` applies to a resource: at the resource itself, above it, or at `/`.
 * A management group is trusted to be an ancestor, because assignments are asked for with `atScope()`, which returns
 * the scope and everything above it and nothing else (RBAC docs, "List Azure role assignments using the REST API").
 */
export function scopeReaches(scope: string, resourceId: string): boolean {
  const above = comparable(scope)
  const resource = comparable(resourceId)
  return (
    above === '' ||
    above === resource ||
    above.startsWith(managementGroup) ||
    resource.startsWith(`${above}/`)
  )
}

export const sameScope = (one: string, other: string): boolean =>
  comparable(one) === comparable(other)

/** Role definition ids differ by the subscription in front; the last segment is the same everywhere. */
export const roleKey = (roleDefinitionId: string): string =>
  resourceName(roleDefinitionId).toLowerCase()

const depthOf = (scope: string): number =>
  comparable(scope) === '' ? 0 : scope.toLowerCase().startsWith(managementGroup) ? 1 : scope.length

/** Orders scopes the nearest to the resource first. */
export const nearestFirst = (one: string, other: string): number => depthOf(other) - depthOf(one)

/** Segments of the id of a resource; a scope may lie below it. */
const resourceDepth = 8

/** A scope in words, such as `resource group rg-images`. */
export function scopeText(scope: string): string {
  if (comparable(scope) === '') return 'the root scope /'
  const segments = segmentsOf(scope)
  if (scope.toLowerCase().startsWith(managementGroup))
    return `management group ${segments[3] ?? scope}`
  const id = `/${segments.slice(0, resourceDepth).join('/')}`
  const resource = parseResourceId(id)
  if (resource !== null) return `${isRegistryId(id) ? 'registry' : 'resource'} ${resource.name}`
  const [, subscription, , resourceGroup] = segments
  if (resourceGroup !== undefined) return `resource group ${resourceGroup}`
  return subscription === undefined ? scope : `subscription ${subscription}`
}
