import * as z from 'zod/mini'
import type { Clients } from '../clients.ts'
import { listPath } from '../raw-answers.ts'
import { kustoList, queryResources } from '../resource-graph.ts'
import { registryNameOf } from '../../facts/registry-hosts.ts'
import type { Subscription } from '../subscriptions.ts'

/** Where a registry is; its ARM id is all that grants need. */
export type RegistryLocation = {
  readonly id: string
  /** Lower case. */
  readonly loginServer: string
  /** null when the source of the location does not say. */
  readonly tenantId: string | null
}

const registryRow = z.object({
  id: z.string(),
  type: z.string(),
  tenantId: z.nullish(z.string()),
  loginServer: z.nullish(z.string())
})

/** What one Resource Graph query says about all registries and clusters of a run. */
export type Overview = {
  /** Of these login servers, and of the names that they begin with: a registry may have another one than its name says. */
  readonly registries: readonly RegistryLocation[]
  /** Tenant by lower-case ARM id of the cluster; a cluster with a user-assigned identity does not tell it itself. */
  readonly clusterTenants: ReadonlyMap<string, string>
}

const registryType = 'microsoft.containerregistry/registries'
const clusterType = 'microsoft.containerservice/managedclusters'

export async function readOverview(
  clients: Clients,
  loginServers: readonly string[],
  clusterIds: readonly string[]
): Promise<Overview> {
  const clusters =
    clusterIds.length === 0
      ? ''
      : ` or (type =~ '${clusterType}' and id in~ ${kustoList(clusterIds)})`
  const names = loginServers.flatMap(each => registryNameOf(each) ?? [])
  const namesakes = names.length === 0 ? '' : ` or name in~ ${kustoList(names)}`
  const rows = await queryResources(
    clients,
    `resources
| where (type =~ '${registryType}' and (tostring(properties.loginServer) in~ ${kustoList(loginServers)}${namesakes}))${clusters}
| project id, type, tenantId, loginServer=tolower(tostring(properties.loginServer))
| order by id asc`,
    registryRow
  )
  const ofType = (type: string) => rows.filter(row => row.type.toLowerCase() === type)
  return {
    registries: ofType(registryType).map(({ id, loginServer, tenantId }) => ({
      id,
      loginServer: (loginServer ?? '').toLowerCase(),
      tenantId: tenantId ?? null
    })),
    clusterTenants: new Map(
      ofType(clusterType).flatMap(({ id, tenantId }) =>
        tenantId == null ? [] : [[id.toLowerCase(), tenantId] as const]
      )
    )
  }
}

const registryItem = z.object({
  id: z.string(),
  properties: z.object({ loginServer: z.nullish(z.string()) })
})

const registriesApiVersion = '2025-11-01'

/** Straight from the resource provider: what Resource Graph has not seen yet is here. */
export async function listRegistries(
  clients: Clients,
  subscription: Pick<Subscription, 'id' | 'tenantId'>
): Promise<RegistryLocation[]> {
  const items = await listPath(
    clients.containerRegistry(subscription.id),
    `/subscriptions/${encodeURIComponent(subscription.id)}/providers/Microsoft.ContainerRegistry/registries`,
    registriesApiVersion,
    clients.limits.pages
  )
  return z
    .array(registryItem)
    .parse(items)
    .map(({ id, properties }) => ({
      id,
      loginServer: (properties.loginServer ?? '').toLowerCase(),
      tenantId: subscription.tenantId
    }))
}
