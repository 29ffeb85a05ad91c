import type { Cluster, Registry } from '../../facts/facts.ts'
import type { Remediation } from '../check.ts'
import { command } from '../../base/shell-command.ts'

/** `az acr <words>` for one registry, whatever subscription the reader's shell is in. */
export const registryCommand = (
  registry: Registry,
  words: readonly string[],
  ...options: readonly string[]
): string =>
  command(
    ...['az', 'acr', ...words, '--name', registry.name, ...options],
    ...['--subscription', registry.subscriptionId]
  )

/** `az acr <words>` for something that a registry holds: a token, a cache rule, a replica. */
export const registryPartCommand = (
  registry: Registry,
  words: readonly string[],
  name: string,
  ...options: readonly string[]
): string =>
  command(
    ...['az', 'acr', ...words, '--registry', registry.name, '--name', name, ...options],
    ...['--subscription', registry.subscriptionId]
  )

/** `az aks <words>` for one cluster. */
export const clusterCommand = (
  cluster: Cluster,
  words: readonly string[],
  ...options: readonly string[]
): string =>
  command(
    ...['az', 'aks', ...words, '--resource-group', cluster.resourceGroup, '--name', cluster.name],
    ...options,
    ...['--subscription', cluster.subscriptionId]
  )

/** `az aks nodepool <word>` for one node pool. */
export const nodePoolCommand = (
  cluster: Cluster,
  pool: string,
  word: string,
  ...options: readonly string[]
): string =>
  command(
    ...['az', 'aks', 'nodepool', word, '--resource-group', cluster.resourceGroup],
    ...['--cluster-name', cluster.name, '--name', pool, ...options],
    ...['--subscription', cluster.subscriptionId]
  )

/** Puts the one line that a command prints into another command; to be used in double quotes. */
export const outputOf = (text: string): string => `"$(${text} --output tsv)"`

/** Name resolution and routes show only from inside; canipull, behind this command, tries both. */
export const proveOnNode = (cluster: Cluster, registry: Registry): Remediation => ({
  description:
    'Only a node can prove it: this starts a pod that resolves the registry and signs in to it.',
  command: clusterCommand(cluster, ['check-acr'], '--acr', registry.loginServer)
})
