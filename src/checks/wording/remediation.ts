import type { Cluster, Facts, Registry } from '../../facts/facts.ts'
import type { FixCode, Remediation } from '../check.ts'
import { grantCode } from '../code/grant-code.ts'
import type { RoleGrant } from '../code/role-grant.ts'
import { memoize, memoizeForObjects } from '../../base/memoize.ts'
import { command } from '../../base/shell-command.ts'
import { nodePullerOf } from '../../access/credentials/node-identity.ts'
import { clusterOf, registryOf } from '../../access/known-facts.ts'
import type { PullSubject } from './from-verdicts.ts'

/** Built-in roles that let a principal pull and do nothing else (Azure docs, "Azure built-in roles"). */
const acrPull = { name: 'AcrPull', id: '7f951dda-4ed3-4680-a7ca-43fe172d538d' } as const
const repositoryReader = {
  name: 'Container Registry Repository Reader',
  id: 'b93aa761-3e63-49ed-ac28-beffa264f7ac'
} as const

const roleFor = (registry: Registry): RoleGrant['role'] & { readonly name: string } =>
  registry.roleAssignmentMode === 'abac' ? repositoryReader : acrPull

/** The role that lets a principal pull and do nothing else. */
export const pullRole = (registry: Registry): string => roleFor(registry).name

/** Whom a grant is for: the object id, and the name that people know it by. */
type Grantee = { readonly objectId: string; readonly name: string | null }

/** Thousands of verdicts share one text, which is long. */
const codeOfGrants = memoizeForObjects((registry: Registry) =>
  memoize((objectId: string) =>
    memoize((name: string | null) => grant(registry, { objectId, name }))
  )
)

const grant = (registry: Registry, { objectId, name }: Grantee): readonly FixCode[] =>
  grantCode({
    purpose: `${name ?? objectId} pulls from ${registry.loginServer}`,
    name: `${name ?? objectId}_pulls_from_${registry.name}`,
    scope: registry.id,
    principalId: objectId,
    principalType: 'ServicePrincipal',
    role: roleFor(registry),
    condition: null,
    existing: null
  })

const assignment = (registry: Registry, grantee: Grantee): Remediation => ({
  description: `Grant ${pullRole(registry)} at the registry (needs Microsoft.Authorization/roleAssignments/write there).`,
  command: command(
    ...['az', 'role', 'assignment', 'create', '--assignee-object-id', grantee.objectId],
    ...['--assignee-principal-type', 'ServicePrincipal', '--role', pullRole(registry)],
    ...['--scope', registry.id, '--subscription', registry.subscriptionId]
  ),
  code: codeOfGrants(registry)(grantee.objectId)(grantee.name)
})

/** `--attach-acr` assigns AcrPull, which an ABAC registry ignores (AKS docs, cluster-container-registry-integration). */
const attach = (registry: Registry, cluster: Cluster): Remediation => ({
  description: 'Or let AKS make the same assignment.',
  command: command(
    ...['az', 'aks', 'update', '--subscription', cluster.subscriptionId],
    ...['--resource-group', cluster.resourceGroup, '--name', cluster.name],
    ...['--attach-acr', registry.id]
  )
})

const attachable = (registry: Registry, { puller }: PullSubject): boolean =>
  registry.roleAssignmentMode === 'legacy' && puller.kind === 'kubelet-identity'

const modeQuestion = (registry: Registry): Remediation => ({
  description: 'Azure did not say which roles this registry honours; ask it first.',
  command: command('az', 'acr', 'show', '--name', registry.name, '--query', 'roleAssignmentMode')
})

/** How to let a principal pull from a registry. */
export const grantPullTo = (registry: Registry, grantee: Grantee): Remediation =>
  registry.roleAssignmentMode === null ? modeQuestion(registry) : assignment(registry, grantee)

/** How to let the puller pull from the registry; empty when either is not known. */
export function grantPull(facts: Facts, pull: PullSubject): readonly Remediation[] {
  const registry = registryOf(facts, pull.registry)
  const cluster = clusterOf(facts, pull.cluster)
  const { objectId, name } = pull.puller
  if (registry === null || objectId === null) return []
  return [
    grantPullTo(registry, { objectId, name }),
    ...(cluster !== null && attachable(registry, pull) ? [attach(registry, cluster)] : [])
  ]
}

/** How to let the nodes pull by themselves, where the pull hangs on another credential; empty when either is not known. */
export function grantNodes(facts: Facts, pull: PullSubject): readonly Remediation[] {
  const cluster = clusterOf(facts, pull.cluster)
  return cluster === null ? [] : grantPull(facts, { ...pull, puller: nodePullerOf(cluster) })
}
