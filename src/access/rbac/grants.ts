import type { Registry, RoleAssignmentMode } from '../../facts/facts.ts'
import { accessOf, type Access, type Principal } from './access.ts'
import { denies } from './denials.ts'
import { entitles, type Entitlement } from './entitlements.ts'
import { explain, type GrantOpen, type GrantRefusal, type GrantRuling } from './grant-sentences.ts'
import type { FactsIndex } from '../facts-index.ts'
import { unwatched, type LookUp, type Watch } from '../look-up.ts'
import { memoize } from '../../base/memoize.ts'
import { missingGrant } from './missing-grant.ts'
import { metadataOperation, names, pullOperation, type Operation } from './permissions.ts'

/** What a principal may do at a registry, with the reason as data and in sentences. */
export type Decision = GrantRuling & {
  readonly because: readonly string[]
  readonly lookUps: readonly LookUp[]
}

/** Decides for one principal, registry and repository; remembers what it decided. */
export type Grants = (principal: Principal, registry: Registry, repository: string) => Decision

const refused = (cause: GrantRefusal): GrantRuling => ({ result: 'refused', cause })
const undecided = (open: GrantOpen): GrantRuling => ({ result: 'undecided', open })

/** May the principal pull? Decisions are made once for each principal and registry, and repository where it matters. */
export function createGrants(index: FactsIndex, watch: Watch = unwatched): Grants {
  const deciders = memoize<string, (objectId: string) => Decider[]>(() =>
    memoize<string, Decider[]>(() => [])
  )
  return (principal, registry, repository) => {
    const alike = deciders(registry.id)(principal.objectId)
    const earlier = alike.find(({ access }) => sameWords(access.principal, principal))
    const decider = earlier ?? deciderFor({ index, watch }, principal, registry)
    if (earlier === undefined) alike.push(decider)
    return decider.decide(decider.access.dependsOnRepository ? repository : '')
  }
}

type Decider = { readonly access: Access; readonly decide: (repository: string) => Decision }

function deciderFor(
  { index, watch }: { readonly index: FactsIndex; readonly watch: Watch },
  principal: Principal,
  registry: Registry
): Decider {
  const facts = watch(index)
  const access = accessOf(facts.index, principal, registry)
  const { lookUps } = facts
  return {
    access,
    decide: memoize(repository => {
      const ruling = crossTenant(access) ?? judgeByMode(access, repository)
      return { ...ruling, because: explain(ruling, { access, repository, index }), lookUps }
    })
  }
}

/** One identity can pull in several ways, which the sentences tell apart. */
const sameWords = (one: Principal, other: Principal): boolean =>
  one.puller.kind === other.puller.kind &&
  one.puller.name === other.puller.name &&
  one.tenantId === other.tenantId

/**
 * A managed identity cannot sign in to a registry of another tenant (ACR docs, "Pull images from a registry in a
 * different tenant"). A service principal can, with another object id there, which the sign-in does not tell.
 */
function crossTenant({ principal, registry }: Access): GrantRuling | null {
  const [clusterTenant, registryTenant] = [principal.tenantId, registry.tenantId]
  if (principal.kind !== 'managed-identity' || clusterTenant === null || registryTenant === null)
    return null
  return clusterTenant.toLowerCase() === registryTenant.toLowerCase()
    ? null
    : refused({ kind: 'cross-tenant', clusterTenant, registryTenant })
}

/** A registry that does not tell its mode is judged in both: only an answer that both give is an answer. */
function judgeByMode(access: Access, repository: string): GrantRuling {
  const mode = access.registry.roleAssignmentMode
  if (mode !== null) return judge(access, mode, repository)
  const legacy = judge(access, 'legacy', repository)
  const abac = judge(access, 'abac', repository)
  if (legacy.result !== abac.result) return undecided({ kind: 'mode-unknown' })
  const bothRefuse = legacy.result === 'refused'
  return bothRefuse && legacy.cause.kind === 'role-ineffective-in-mode' ? abac : legacy
}

/** The first row that applies: denied, unreadable, granted, not decidable, and only then no grant. */
function judge(access: Access, mode: RoleAssignmentMode, repository: string): GrantRuling {
  const operation = pullOperation[mode]
  const denied = denialOf(access, operation, repository, 'yes')
  if (denied !== null) return refused({ kind: 'denied', deny: denied })
  const { answer, groupsResolved } = access.assignments
  if (!answer.known)
    return undecided({
      kind: 'fact-missing',
      subject: `role assignments of ${access.principal.objectId} at registry ${access.registry.name}`,
      reason: answer.reason
    })
  const values = access.entitlements.map(
    entitlement => [entitlement, entitles(entitlement, operation, repository)] as const
  )
  const granting = values.find(([, value]) => value === 'yes')?.[0]
  if (granting !== undefined) return grantedUnlessDenied(access, granting, mode, repository)
  const open = values.find(([, value]) => value === 'maybe')?.[0]
  if (open !== undefined) return undecided(notDecidable(open))
  if (!groupsResolved) return undecided({ kind: 'groups-not-resolved' })
  return withoutGrant(access, mode)
}

function denialOf(
  { denials }: Access,
  operation: Operation,
  repository: string,
  value: 'yes' | 'maybe'
) {
  if (!denials.known) return null
  return denials.value.find(each => denies(each, operation, repository) === value)?.deny ?? null
}

function grantedUnlessDenied(
  access: Access,
  granting: Entitlement,
  mode: RoleAssignmentMode,
  repository: string
): GrantRuling {
  const deny = denialOf(access, pullOperation[mode], repository, 'maybe')
  const reason = access.denials.known ? null : access.denials.reason
  if (deny !== null || reason !== null)
    return undecided({ kind: 'deny-not-decidable', deny, reason })
  const { named: grant, viaGroup } = granting
  const notes = notesOn(access, granting, mode, repository)
  return { result: 'granted', by: { kind: 'granted', grant, viaGroup, notes } }
}

function notDecidable({ role, named }: Entitlement): GrantOpen {
  return role.known
    ? { kind: 'condition-not-decidable', grant: named }
    : { kind: 'fact-missing', subject: named.role, reason: role.reason }
}

/**
 * An application has a service principal in each tenant that uses it, with an object id of its own there ("Application and
 * service principal objects in Microsoft Entra ID"); of a tenant that nobody told it is not known which one is meant.
 */
const mayBeElsewhere = ({ principal, registry }: Access): boolean =>
  principal.kind === 'service-principal' &&
  (registry.tenantId === null ||
    principal.tenantId?.toLowerCase() !== registry.tenantId.toLowerCase())

function withoutGrant(access: Access, mode: RoleAssignmentMode): GrantRuling {
  const { principal, registry } = access
  return mayBeElsewhere(access)
    ? undecided({
        kind: 'principal-unknown',
        clientId: principal.puller.name ?? principal.objectId,
        tenants: { cluster: principal.tenantId, registry: registry.tenantId }
      })
    : refused(missingGrant(access, mode))
}

/** What a reader should know about a grant that works. */
function notesOn(
  access: Access,
  granting: Entitlement,
  mode: RoleAssignmentMode,
  repository: string
): readonly string[] {
  const { role, condition, named } = granting
  const notes: string[] = []
  const spelledOut =
    role.known && role.value.permissions.some(entry => names(entry, pullOperation[mode]))
  // ACR docs, custom roles: "don't use wildcards"; built-in roles such as Reader have them and work.
  if (role.known && role.value.custom && !spelledOut)
    notes.push(
      `Custom role ${named.role} grants the pull by a wildcard; the registry's documentation advises to list ${pullOperation[mode].name} itself`
    )
  const lists = access.entitlements.some(
    each => entitles(each, metadataOperation, repository) !== 'no'
  )
  if (mode === 'abac' && !lists)
    notes.push(
      `No assignment includes ${metadataOperation.name}: pulls work, listing tags does not`
    )
  if (condition.kind === 'readable' && condition.ambiguous)
    notes.push(
      'The condition has AND and OR side by side; it was read with AND binding tighter, and parentheses would make that certain'
    )
  return notes
}
