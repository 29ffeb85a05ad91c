import type { Cluster, Registry } from '../../facts/facts.ts'
import { clusterCommand, registryCommand, registryPartCommand } from '../wording/azure-commands.ts'
import type { Remediation } from '../check.ts'
import { parseResourceId } from '../../base/resource-id.ts'
import { command } from '../../base/shell-command.ts'

/** The one cache rule that AKS demands, by its very names ("Create a network isolated AKS cluster", own registry). */
export const microsoftRule = {
  name: 'aks-managed-mcr',
  source: 'mcr.microsoft.com/*',
  target: 'aks-managed-repository/*'
} as const

/** AKS keeps a registry that it made itself beside the nodes, and reconciles it. */
const isMadeByAks = ({ nodeResourceGroup }: Cluster, registryId: string): boolean =>
  nodeResourceGroup !== null &&
  nodeResourceGroup.toLowerCase() === parseResourceId(registryId)?.resourceGroup.toLowerCase()

/** Without any setting the command only reconciles (SupportArticles, "Troubleshoot network isolated AKS clusters"). */
const reconcile = (cluster: Cluster, description: string): Remediation => ({
  description,
  command: clusterCommand(cluster, ['update'])
})

export const makeRegistryAgain = (cluster: Cluster, registryId: string): readonly Remediation[] =>
  isMadeByAks(cluster, registryId)
    ? [reconcile(cluster, 'AKS made this registry: reconcile the cluster, and AKS recreates it.')]
    : [
        {
          description:
            'Name another registry that has the cache rule, a private endpoint and the grant, or recreate this one with all three.',
          command: clusterCommand(
            ...([cluster, ['update'], '--bootstrap-artifact-source', 'Cache'] as const),
            ...['--bootstrap-container-registry-resource-id', 'REGISTRY_ID']
          )
        },
        {
          description: 'Then recreate the nodes: only so do they take up another registry.',
          command: clusterCommand(cluster, ['upgrade'], '--node-image-only')
        }
      ]

export const makeRuleAgain = (cluster: Cluster, registry: Registry): Remediation =>
  isMadeByAks(cluster, registry.id)
    ? reconcile(
        cluster,
        'AKS made this registry: delete it, then reconcile the cluster, and AKS recreates it with its rule.'
      )
    : {
        description: 'Make the rule with exactly these names, on which AKS relies.',
        command: registryPartCommand(
          ...([registry, ['cache', 'create'], microsoftRule.name] as const),
          ...['--source-repo', microsoftRule.source, '--target-repo', microsoftRule.target]
        )
      }

export const raiseTier = (registry: Registry): Remediation => ({
  description: 'Raise the tier of the registry.',
  command: registryCommand(registry, ['update'], '--sku', 'Premium')
})

export const lookAtState = (registry: Registry): Remediation => ({
  description: 'Look at the registry now, and into its activity log for the operation that failed.',
  command: registryCommand(registry, ['show'], '--query', 'provisioningState')
})

export const takeArmTokens = ({ name, subscriptionId }: Registry): Remediation => ({
  description: 'Let the registry take such tokens again.',
  command: command(
    ...['az', 'acr', 'config', 'authentication-as-arm', 'update', '--registry', name],
    ...['--status', 'enabled', '--subscription', subscriptionId]
  )
})
