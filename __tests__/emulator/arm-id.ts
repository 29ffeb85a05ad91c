/** A path of Azure Resource Manager below `/subscriptions/{id}`, taken apart. */
export type ArmPath = {
  readonly subscriptionId: string
  readonly resourceGroup: string | null
  /** Such as `Microsoft.ContainerRegistry/registries/tokens`, as written. */
  readonly type: string
  /** null: the path is a list. */
  readonly name: string | null
  /** The resource that holds a child list or a child, or null at the top. */
  readonly parentId: string | null
}

const shape =
  /^\/subscriptions\/(?<subscription>[^/]+)(?:\/resourceGroups\/(?<group>[^/]+))?\/providers\/(?<namespace>[^/]+)\/(?<rest>.+)$/i

export function parseArmPath(path: string): ArmPath | null {
  const groups = shape.exec(path)?.groups
  if (groups === undefined) return null
  const { subscription = '', group = null, namespace = '', rest = '' } = groups
  const segments = rest.split('/')
  const isList = segments.length % 2 === 1
  const head = path.slice(0, path.length - rest.length)
  const parentLength = segments.length - (isList ? 1 : 2)
  return {
    subscriptionId: subscription,
    resourceGroup: group,
    type: [namespace, ...segments.filter((_segment, index) => index % 2 === 0)].join('/'),
    name: isList ? null : (segments.at(-1) ?? null),
    parentId: parentLength > 0 ? head + segments.slice(0, parentLength).join('/') : null
  }
}

/** Ids come in mixed case and mean the same. */
export const sameId = (one: string, other: string): boolean =>
  one.toLowerCase() === other.toLowerCase()

/** `below('/', …)` and `below(x, x)` are true: a scope holds itself. */
export const isAtOrBelow = (scope: string, id: string): boolean =>
  scope === '/' || sameId(scope, id) || id.toLowerCase().startsWith(`${scope.toLowerCase()}/`)

export const subscriptionOf = (id: string): string | null =>
  /^\/subscriptions\/([^/]+)/i.exec(id)?.[1] ?? null

export const resourceGroupOf = (id: string): string | null =>
  /\/resourceGroups\/([^/]+)/i.exec(id)?.[1] ?? null

/** The resource type that an id names, such as `Microsoft.ContainerRegistry/registries`. */
export const typeOf = (id: string): string => parseArmPath(id)?.type ?? ''

export const lastSegment = (id: string): string => id.slice(id.lastIndexOf('/') + 1)
