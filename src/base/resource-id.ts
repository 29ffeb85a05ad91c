/** The ARM id of a resource directly below a resource group, by its segments. */
export type ResourceId = {
  readonly subscriptionId: string
  readonly resourceGroup: string
  /** Namespace and type, lower case, such as `microsoft.containerregistry/registries`. */
  readonly type: string
  readonly name: string
}

/** Of an ARM id or a scope; empty where the text is none, or goes on with a query or a fragment. */
export const segmentsOf = (id: string): readonly string[] => {
  const segments = id.replace(/\/$/, '').split('/').slice(1)
  return /[?#]/.test(id) || segments.includes('') ? [] : segments
}

/** ARM ids come in mixed case. */
const same = (segment: string, word: string): boolean => segment.toLowerCase() === word

/** null when the text is no such id. */
export function parseResourceId(id: string): ResourceId | null {
  const [
    subscriptions = '',
    subscriptionId = '',
    groups = '',
    resourceGroup = '',
    providers = '',
    namespace = '',
    kind = '',
    name,
    ...below
  ] = id.endsWith('/') ? [] : segmentsOf(id)
  const isResource =
    same(subscriptions, 'subscriptions') &&
    same(groups, 'resourcegroups') &&
    same(providers, 'providers') &&
    below.length === 0
  return isResource && name !== undefined
    ? { subscriptionId, resourceGroup, type: `${namespace}/${kind}`.toLowerCase(), name }
    : null
}

/** The last segment of an id, by which people know a resource; any other text itself. */
export const resourceName = (id: string): string => id.replace(/\/$/, '').split('/').at(-1) ?? id
