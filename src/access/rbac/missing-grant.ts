import type { RoleAssignmentMode } from '../../facts/facts.ts'
import type { Access } from './access.ts'
import { effectiveModes, type Entitlement } from './entitlements.ts'
import { concernsRegistries, pullOperation, takesBack } from './permissions.ts'
import type { GrantRefusal } from './grant-sentences.ts'
import type { NamedAssignment } from '../pull-access.ts'

const named = (entitlements: readonly Entitlement[]): readonly NamedAssignment[] =>
  entitlements.map(entitlement => entitlement.named)

/** Such as Repository Catalog Lister, or a custom role whose NotActions remove the pull: meant well, without effect. */
const triesToGrant = (entitlement: Entitlement, mode: RoleAssignmentMode): boolean =>
  entitlement.role.known &&
  entitlement.role.value.permissions.some(
    entry => concernsRegistries(entry) || takesBack(entry, pullOperation[mode])
  )

/**
 * Why a principal without a grant has none, given that no assignment allows the pull: what comes closest to a grant
 * explains best, so a condition goes before a role of the other mode, and that before a role without the operation.
 */
export function missingGrant(access: Access, mode: RoleAssignmentMode): GrantRefusal {
  const { entitlements } = access
  const excluding = entitlements.filter(each => effectiveModes(each).includes(mode))
  if (excluding.length > 0)
    return { kind: 'condition-excludes-repository', grants: named(excluding) }
  const ineffective = entitlements.filter(each => effectiveModes(each).length > 0)
  if (ineffective.length > 0)
    return { kind: 'role-ineffective-in-mode', mode, grants: named(ineffective) }
  const lacking = entitlements.filter(each => triesToGrant(each, mode))
  return lacking.length > 0
    ? { kind: 'role-lacks-pull-action', grants: named(lacking) }
    : { kind: 'no-grant', held: [] }
}
