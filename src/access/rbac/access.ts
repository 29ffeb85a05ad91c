import type { Fact } from '../../facts/fact.ts'
import type { Registry } from '../../facts/facts.ts'
import { denialDependsOnRepository, denialsOf, type Denial } from './denials.ts'
import { dependsOnRepository, entitlementsOf, type Entitlement } from './entitlements.ts'
import type { Assignments, FactsIndex } from '../facts-index.ts'
import type { Puller } from '../pull-access.ts'

/** Somebody to whom roles can be assigned, as the puller that a verdict shows. */
export type Principal = {
  readonly objectId: string
  readonly puller: Puller
  /** A managed identity exists in one tenant only; an application can have a service principal in several. */
  readonly kind: 'managed-identity' | 'service-principal'
  readonly tenantId: string | null
}

/** Everything that decides what one principal may do at one registry, prepared once for all repositories. */
export type Access = {
  readonly principal: Principal
  readonly registry: Registry
  readonly assignments: Assignments
  readonly entitlements: readonly Entitlement[]
  readonly denials: Fact<readonly Denial[]>
  /** False: the decision is the same for every repository. */
  readonly dependsOnRepository: boolean
}

export function accessOf(index: FactsIndex, principal: Principal, registry: Registry): Access {
  const { objectId } = principal
  const assignments = index.assignments(registry.id, objectId)
  const held = assignments.answer.known ? assignments.answer.value : []
  // What others hold counts only where Azure said that the principal is among their members.
  const entitlements = entitlementsOf(index, objectId, registry.id, held).filter(
    ({ viaGroup }) => assignments.groupsResolved || !viaGroup
  )
  const denials = denialsOf(index, objectId, registry.id)
  return {
    principal,
    registry,
    assignments,
    entitlements,
    denials,
    dependsOnRepository:
      entitlements.some(dependsOnRepository) ||
      (denials.known && denials.value.some(denialDependsOnRepository))
  }
}
