import type { Cluster, Facts, Registry } from '../../facts/facts.ts'
import type { Remediation } from '../check.ts'
import { command } from '../../base/shell-command.ts'
import { nodePullerOf } from '../../access/credentials/node-identity.ts'
import { clusterOf, registryOf } from '../../access/known-facts.ts'
import type { PullSubject } from './from-verdicts.ts'

const repositoryReader = 'Container Registry Repository Reader'

/** The role that lets a principal pull and do nothing else. */
export const pullRole = (registry: Registry): string =>
  registry.roleAssignmentMode === 'abac' ? repositoryReader : 'AcrPull'

const assignment = (registry: Registry, objectId: string): Remediation => ({
  description: `Grant ${pullRole(registry)} at the registry (needs Microsoft.Authorization/roleAssignments/write there).`,
  command: command(
    ...['az', 'role', 'assignment', 'create', '--assignee-object-id', objectId],
    ...['--assignee-principal-type', 'ServicePrincipal', '--role', pullRole(registry)],
    ...['--scope', registry.id]
  )
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
export const grantPullTo = (registry: Registry, objectId: string): Remediation =>
  registry.roleAssignmentMode === null ? modeQuestion(registry) : assignment(registry, objectId)

/** How to let the puller pull from the registry; empty when either is not known. */
export function grantPull(facts: Facts, pull: PullSubject): readonly Remediation[] {
  const registry = registryOf(facts, pull.registry)
  const cluster = clusterOf(facts, pull.cluster)
  const { objectId } = pull.puller
  if (registry === null || objectId === null) return []
  return [
    grantPullTo(registry, objectId),
    ...(cluster !== null && attachable(registry, pull) ? [attach(registry, cluster)] : [])
  ]
}

/** How to let the nodes pull by themselves, where the pull hangs on another credential; empty when either is not known. */
export function grantNodes(facts: Facts, pull: PullSubject): readonly Remediation[] {
  const cluster = clusterOf(facts, pull.cluster)
  return cluster === null ? [] : grantPull(facts, { ...pull, puller: nodePullerOf(cluster) })
}
