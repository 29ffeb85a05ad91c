import { clusterBody, clusterId, nodeResources } from './arm-bodies/cluster.ts'
import { isObject, type JsonObject } from './arm-bodies/json.ts'
import { registryBody, registryId } from './arm-bodies/registry.ts'
import { lastSegment, typeOf } from './arm-id.ts'
import { contoso, resourceGroupScope } from './contoso.ts'
import type {
  AzureWorldData,
  ClusterData,
  IdentityData,
  Moment,
  OtherResourceData,
  RegistryData,
  SubscriptionData
} from './world.ts'

/** One resource; its body may depend on the api-version, as in Azure. */
export type ArmResource = {
  readonly id: string
  readonly type: string
  readonly body: (apiVersion: string) => JsonObject
}

/** What all services look things up in; computed once, never changed. */
export type CloudState = {
  readonly data: AzureWorldData
  readonly subscriptions: readonly SubscriptionData[]
  readonly resources: readonly ArmResource[]
  /** ISO text of a moment. */
  readonly time: (moment: Moment) => string
}

const longAgo = '2025-02-01T08:00:00.0000000Z'

export function cloudState(data: AzureWorldData, startedAt: Date): CloudState {
  const time = (moment: Moment): string =>
    typeof moment === 'string'
      ? moment
      : new Date(startedAt.getTime() - moment.minutesAgo * 60_000).toISOString()
  return {
    data,
    subscriptions: data.subscriptions ?? [{ id: contoso.subscriptionId }],
    resources: withNodeResources(data, [
      ...(data.clusters ?? []).flatMap(clusterResources),
      ...(data.registries ?? []).flatMap(registry => registryResources(registry, time)),
      ...(data.identities ?? []).map(identityResource),
      ...(data.otherResources ?? []).map(otherResource)
    ]),
    time
  }
}

/** When an assignment was made, if the data does not say. */
export const createdOn = (state: CloudState, moment: Moment | undefined): string =>
  state.time(moment ?? longAgo)

const resource = (id: string, body: (apiVersion: string) => JsonObject): ArmResource => ({
  id,
  type: typeOf(id),
  body: apiVersion => ({ id, name: lastSegment(id), type: typeOf(id), ...body(apiVersion) })
})

const otherResource = ({ id, body }: OtherResourceData): ArmResource => resource(id, () => body)

const isOfDeletedPrincipal = (data: AzureWorldData, { properties }: JsonObject): boolean =>
  isObject(properties) &&
  data.deletedPrincipals?.includes(String(properties['principalId'])) === true

/** What comes with a cluster, unless the data describes it otherwise or Entra has deleted its principal. */
function withNodeResources(
  data: AzureWorldData,
  described: readonly ArmResource[]
): readonly ArmResource[] {
  const taken = new Set(described.map(({ id }) => id.toLowerCase()))
  return [
    ...described,
    ...(data.clusters ?? [])
      .flatMap(nodeResources)
      .filter(({ id }) => !taken.has(id.toLowerCase()))
      .filter(({ body }) => !isOfDeletedPrincipal(data, body))
      .map(otherResource)
  ]
}

function clusterResources(cluster: ClusterData): readonly ArmResource[] {
  const id = clusterId(cluster)
  const bindings = (cluster.identityBindings ?? []).map(({ name, ...managedIdentity }) =>
    resource(`${id}/identityBindings/${name}`, () => ({
      properties: {
        managedIdentity: { ...managedIdentity, tenantId: cluster.tenantId ?? contoso.tenantId },
        provisioningState: 'Succeeded'
      }
    }))
  )
  return [resource(id, apiVersion => clusterBody(cluster, apiVersion)), ...bindings]
}

function registryResources(
  registry: RegistryData,
  time: (moment: Moment) => string
): readonly ArmResource[] {
  const id = registryId(registry)
  const modified = time(registry.lastModifiedAt ?? longAgo)
  const children = Object.entries(registry.children ?? {}).flatMap(([type, items]) =>
    Object.entries(items).map(([name, properties]) =>
      resource(`${id}/${type}/${name}`, () => ({ ...locationOf(type, name), properties }))
    )
  )
  return [resource(id, apiVersion => registryBody(registry, apiVersion, modified)), ...children]
}

/** A replica has a region; the Azure CLI and the portal name it after that. */
const locationOf = (type: string, name: string): JsonObject =>
  type === 'replications' ? { location: name } : {}

export const identityId = (identity: IdentityData): string =>
  `${resourceGroupScope(
    identity.subscriptionId ?? contoso.subscriptionId,
    identity.resourceGroup ?? contoso.resourceGroup
  )}/providers/Microsoft.ManagedIdentity/userAssignedIdentities/${identity.name}`

const identityResource = (identity: IdentityData): ArmResource =>
  resource(identityId(identity), () => ({
    location: contoso.location,
    properties: {
      tenantId: identity.tenantId ?? contoso.tenantId,
      principalId: identity.objectId,
      clientId: identity.clientId
    }
  }))

export const tenantOf = (state: CloudState, subscriptionId: string): string =>
  state.subscriptions.find(({ id }) => id.toLowerCase() === subscriptionId.toLowerCase())
    ?.tenantId ?? contoso.tenantId
