import type { Permission, RoleAssignmentMode } from '../../facts/facts.ts'

/** What Azure authorises: an Action of the control plane, or a DataAction. One never stands for the other. */
export type Operation = { readonly kind: 'action' | 'dataAction'; readonly name: string }

/**
 * The operation that decides a pull, by the registry's role assignment mode; each mode honours only its own
 * (ACR docs, "Azure Container Registry role-based access control": RBAC Registry and ABAC Repository Permissions).
 */
export const pullOperation = {
  legacy: { kind: 'action', name: 'Microsoft.ContainerRegistry/registries/pull/read' },
  abac: {
    kind: 'dataAction',
    name: 'Microsoft.ContainerRegistry/registries/repositories/content/read'
  }
} as const satisfies Record<RoleAssignmentMode, Operation>

/** Lists tags and manifests; a pull by tag or digest works without it (ACR docs, scope maps: content/read pulls). */
export const metadataOperation: Operation = {
  kind: 'dataAction',
  name: 'Microsoft.ContainerRegistry/registries/repositories/metadata/read'
}

/** Whether an operation is one of repository permissions, which a registry without them knows nothing of. */
export const isRepositoryOperation = (name: string): boolean =>
  name.toLowerCase().startsWith('microsoft.containerregistry/registries/repositories/')

const firstWildcard = (pattern: string): number => pattern.indexOf('*')

/** The pieces between the wildcards, each found in turn and never looked for again: no backtracking. */
function holdsInOrder(text: string, pieces: readonly string[], from: number, end: number): boolean {
  let position = from
  for (const piece of pieces) {
    const found = text.indexOf(piece, position)
    if (found === -1 || found + piece.length > end) return false
    position = found + piece.length
  }
  return true
}

/**
 * Whether a pattern of a role definition matches a whole operation name: without case, and `*` stands for any
 * characters, `/` too (RBAC docs, "Understand Azure role definitions").
 */
export function matchesWildcard(pattern: string, name: string): boolean {
  const wanted = pattern.toLowerCase()
  const text = name.toLowerCase()
  if (firstWildcard(wanted) === -1) return wanted === text
  const pieces = wanted.split('*')
  const first = pieces[0] ?? ''
  const last = pieces.at(-1) ?? ''
  const end = text.length - last.length
  return (
    end >= first.length &&
    text.startsWith(first) &&
    text.endsWith(last) &&
    holdsInOrder(text, pieces.slice(1, -1), first.length, end)
  )
}

const matchesAny = (patterns: readonly string[], name: string): boolean =>
  patterns.some(pattern => matchesWildcard(pattern, name))

const grantedBy = (permission: Permission, kind: Operation['kind']): readonly string[] =>
  kind === 'action' ? permission.actions : permission.dataActions

const removedBy = (permission: Permission, kind: Operation['kind']): readonly string[] =>
  kind === 'action' ? permission.notActions : permission.notDataActions

const gives = (permission: Permission, { kind, name }: Operation): boolean =>
  matchesAny(grantedBy(permission, kind), name)

const removes = (permission: Permission, { kind, name }: Operation): boolean =>
  matchesAny(removedBy(permission, kind), name)

/** Actions minus NotActions of one entry, or DataActions minus NotDataActions; the entry's condition is not looked at. */
export const covers = (permission: Permission, operation: Operation): boolean =>
  gives(permission, operation) && !removes(permission, operation)

/** Whether the entry gives the operation and takes it away again by NotActions or NotDataActions. */
export const takesBack = (permission: Permission, operation: Operation): boolean =>
  gives(permission, operation) && removes(permission, operation)

/** Whether the entry spells the operation out, without a wildcard. */
export const names = (permission: Permission, operation: Operation): boolean =>
  grantedBy(permission, operation.kind).some(
    pattern => firstWildcard(pattern) === -1 && matchesWildcard(pattern, operation.name)
  )

const registryProvider = 'microsoft.containerregistry/'

/** Whether the entry is about container registries at all: it names their resource provider. */
export const concernsRegistries = (permission: Permission): boolean =>
  [...permission.actions, ...permission.dataActions].some(pattern =>
    pattern.toLowerCase().startsWith(registryProvider)
  )
