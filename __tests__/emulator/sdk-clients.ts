import { AuthorizationManagementClient } from '@azure/arm-authorization'
import { ContainerRegistryManagementClient } from '@azure/arm-containerregistry'
import { ContainerServiceClient } from '@azure/arm-containerservice'
import { ResourceGraphClient } from '@azure/arm-resourcegraph'
import { ClientSecretCredential } from '@azure/identity'

import type { Cloud } from './cloud.ts'
import { contoso } from './contoso.ts'
import './trust.ts'

/** How a client of this process, instead of a child's, reaches a loopback cloud. */
export const throughProxyOf = (cloud: Cloud) => {
  const proxy = new URL(cloud.env.HTTPS_PROXY)
  return { proxyOptions: { host: `http://${proxy.hostname}`, port: Number(proxy.port) } }
}

/** The real SDK clients, signed in as the caller. */
export function sdkClients(cloud: Cloud, clusterApiVersion?: string) {
  const options = throughProxyOf(cloud)
  const credential = new ClientSecretCredential(
    contoso.tenantId,
    contoso.callerClientId,
    contoso.callerSecret,
    options
  )
  return {
    clusters: new ContainerServiceClient(credential, contoso.subscriptionId, {
      ...options,
      ...(clusterApiVersion === undefined ? {} : { apiVersion: clusterApiVersion })
    }).managedClusters,
    registries: new ContainerRegistryManagementClient(credential, contoso.subscriptionId, options)
      .registries,
    authorization: new AuthorizationManagementClient(credential, contoso.subscriptionId, options),
    graph: new ResourceGraphClient(credential, options)
  }
}

/** All items of a paged list. */
export async function all<T>(pages: AsyncIterable<T>): Promise<T[]> {
  const items: T[] = []
  for await (const item of pages) items.push(item)
  return items
}
