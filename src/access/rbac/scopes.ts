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
export const roleKey = (roleDefinitionId: string): string => {
  const id = comparable(roleDefinitionId)
  return id.slice(id.lastIndexOf('/') + 1)
}

/** The segment after `kind` in an ARM id, as written. */
function segmentAfter(id: string, kind: string): string | null {
  const segments = id.split('/')
  const index = segments.findIndex(segment => segment.toLowerCase() === kind)
  return index === -1 ? null : (segments[index + 1] ?? null)
}

const depthOf = (scope: string): number =>
  comparable(scope) === '' ? 0 : scope.toLowerCase().startsWith(managementGroup) ? 1 : scope.length

/** Orders scopes the nearest to the resource first. */
export const nearestFirst = (one: string, other: string): number => depthOf(other) - depthOf(one)

/** A scope in words, such as `resource group rg-images`. */
export function scopeText(scope: string): string {
  if (comparable(scope) === '') return 'the root scope /'
  const group = segmentAfter(scope, 'managementgroups')
  if (group !== null) return `management group ${group}`
  const registry = segmentAfter(scope, 'registries')
  if (registry !== null) return `registry ${registry}`
  const resourceGroup = segmentAfter(scope, 'resourcegroups')
  const subscription = segmentAfter(scope, 'subscriptions')
  if (resourceGroup !== null) return `resource group ${resourceGroup}`
  return subscription === null ? scope : `subscription ${subscription}`
}
