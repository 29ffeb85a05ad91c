import { get } from '@azure/arm-containerservice/api/managedClusters'
import { isRestError } from '@azure/arm-resourcegraph'
import { clusterRead } from '../../facts/arm-actions.ts'
import type { ClusterAnswer } from '../../facts/facts.ts'
import type { Clients } from '../clients.ts'
import { clusterFrom } from './cluster-body.ts'
import { rawBody } from '../raw-answers.ts'
import { factOf } from '../reasons.ts'
import { parseResourceId, type ResourceId } from '../../base/resource-id.ts'
import { InputError } from '../../base/errors.ts'

/**
 * Shows `securityProfile.serviceAccountImagePullProfile`, which no stable version has by 2026-08
 * (Azure/azure-rest-api-specs containerservice/aks/preview).
 */
export const previewApiVersion = '2026-05-02-preview'

/** How ARM refuses an api-version, sometimes with status 404 ("Resolve errors for no registered provider"). */
const apiVersionCodes: readonly string[] = [
  'InvalidApiVersionParameter',
  'NoRegisteredProviderFound',
  'InvalidResourceType',
  'UnsupportedApiVersion'
]

/** @throws InputError when the id is no ARM id. */
export async function readCluster(clients: Clients, id: string): Promise<ClusterAnswer> {
  const parts = parseResourceId(id)
  if (parts === null)
    throw new InputError(
      `Cluster '${id}' is no ARM id: write /subscriptions/ID/resourceGroups/NAME/providers/Microsoft.ContainerService/managedClusters/NAME.`
    )
  const answer = await factOf(
    {
      what: `cluster ${parts.name} in resource group ${parts.resourceGroup}`,
      takes: clusterRead
    },
    async () => {
      const { body, showsServiceAccountPull } = await clusterBodyOf(clients, parts)
      return clusterFrom(body, { showsServiceAccountPull })
    }
  )
  return { id, answer }
}

async function clusterBodyOf(
  clients: Clients,
  parts: ResourceId
): Promise<{ readonly body: unknown; readonly showsServiceAccountPull: boolean }> {
  try {
    return {
      body: await managedCluster(clients, parts, previewApiVersion),
      showsServiceAccountPull: true
    }
  } catch (error) {
    if (!refusesApiVersion(error)) throw error
    return { body: await managedCluster(clients, parts, null), showsServiceAccountPull: false }
  }
}

const managedCluster = (
  clients: Clients,
  { subscriptionId, resourceGroup, name }: ResourceId,
  apiVersion: string | null
): Promise<unknown> =>
  rawBody(onResponse =>
    get(clients.containerService(subscriptionId, apiVersion), resourceGroup, name, { onResponse })
  )

const refusesApiVersion = (error: unknown): boolean =>
  isRestError(error) && apiVersionCodes.includes(error.code ?? '')
