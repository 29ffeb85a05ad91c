import * as z from 'zod/mini'
import { known, unknown, type Fact } from '../../facts/fact.ts'
import type { Cluster, NodeIdentity, OtherIdentity, ServiceAccountPull } from '../../facts/facts.ts'
import { nodePoolBody, nodePoolFrom } from './node-pool-body.ts'
import { parseResourceId } from '../../base/resource-id.ts'
import { UntrustedAnswerError } from '../arm-errors.ts'

const text = z.nullish(z.string())
const flag = z.nullish(z.boolean())

const identityBody = z.object({ objectId: text, clientId: text, resourceId: text })

const serviceAccountPullBody = z.nullish(
  z.object({ enabled: flag, defaultManagedIdentityId: text })
)

const outboundProfileBody = z.nullish(
  z.object({ effectiveOutboundIPs: z.nullish(z.array(z.object({ id: text }))) })
)

const propertiesBody = z.object({
  provisioningState: text,
  powerState: z.nullish(z.object({ code: text })),
  kubernetesVersion: text,
  currentKubernetesVersion: text,
  nodeResourceGroup: text,
  fqdn: text,
  privateFQDN: text,
  supportPlan: text,
  agentPoolProfiles: z.nullish(z.array(nodePoolBody)),
  identityProfile: z.nullish(z.object({ kubeletidentity: z.nullish(identityBody) })),
  servicePrincipalProfile: z.nullish(z.object({ clientId: text })),
  addonProfiles: z.nullish(
    z.record(z.string(), z.nullish(z.object({ enabled: flag, identity: z.nullish(identityBody) })))
  ),
  ingressProfile: z.nullish(
    z.object({ webAppRouting: z.nullish(z.object({ identity: z.nullish(identityBody) })) })
  ),
  podIdentityProfile: z.nullish(z.object({ enabled: flag })),
  nodeProvisioningProfile: z.nullish(z.object({ mode: text })),
  bootstrapProfile: z.nullish(z.object({ artifactSource: text, containerRegistryId: text })),
  networkProfile: z.nullish(
    z.object({
      outboundType: text,
      loadBalancerProfile: outboundProfileBody,
      natGatewayProfile: outboundProfileBody
    })
  ),
  httpProxyConfig: z.nullish(z.object({ enabled: flag, noProxy: z.nullish(z.array(z.string())) })),
  securityProfile: z.nullish(z.object({ serviceAccountImagePullProfile: serviceAccountPullBody })),
  serviceAccountImagePullProfile: serviceAccountPullBody
})

type Properties = z.infer<typeof propertiesBody>

const clusterBody = z.object({
  id: z.string(),
  name: z.string(),
  location: z.string(),
  tags: z.nullish(z.record(z.string(), z.string())),
  systemData: z.nullish(z.object({ createdAt: text })),
  identity: z.nullish(
    z.object({
      principalId: text,
      tenantId: text,
      userAssignedIdentities: z.nullish(
        z.record(z.string(), z.nullish(z.object({ principalId: text })))
      )
    })
  ),
  properties: propertiesBody
})

type Body = z.infer<typeof clusterBody>

/** What else is known about the cluster beside its ARM body. */
export type ClusterCircumstances = {
  /** Whether the api-version that was asked shows the service account pull profile. */
  readonly showsServiceAccountPull: boolean
}

/** A managed cluster's ARM body (`Microsoft.ContainerService/managedClusters`) in our words. */
export function clusterFrom(json: unknown, circumstances: ClusterCircumstances): Cluster {
  const { id, name, location, tags, systemData, identity, properties } = clusterBody.parse(json)
  const parts = parseResourceId(id)
  if (parts === null) throw new UntrustedAnswerError('its id is no ARM id of a cluster')
  return {
    id,
    name,
    resourceGroup: parts.resourceGroup,
    subscriptionId: parts.subscriptionId,
    location,
    tenantId: identity?.tenantId ?? null,
    tags: tags ?? {},
    fleets: null,
    fqdn: properties.fqdn ?? null,
    privateFqdn: properties.privateFQDN ?? null,
    createdAt: systemData?.createdAt ?? null,
    kubernetesVersion: properties.currentKubernetesVersion ?? properties.kubernetesVersion ?? null,
    nodeResourceGroup: properties.nodeResourceGroup ?? null,
    supportPlan: properties.supportPlan ?? null,
    powerState: properties.powerState?.code ?? null,
    provisioningState: properties.provisioningState ?? null,
    nodeIdentity: nodeIdentity(properties),
    otherIdentities: [...controlPlaneIdentities(name, identity), ...addOnIdentities(properties)],
    serviceAccountPull: serviceAccountPull(properties, circumstances.showsServiceAccountPull),
    nodePools: (properties.agentPoolProfiles ?? []).map(nodePoolFrom),
    nodeProvisioningMode: properties.nodeProvisioningProfile?.mode ?? null,
    virtualNodes: hasVirtualNodes(properties),
    outboundType: properties.networkProfile?.outboundType ?? null,
    outboundIpIds: outboundIpIds(properties),
    artifactSource: properties.bootstrapProfile?.artifactSource ?? null,
    bootstrapRegistryId: properties.bootstrapProfile?.containerRegistryId ?? null,
    httpProxyNoProxy: noProxy(properties),
    podIdentity: properties.podIdentityProfile?.enabled ?? false
  }
}

/** Clusters with a managed identity answer with the client id `msi` ("Use a service principal with AKS"). */
function nodeIdentity(properties: Properties): NodeIdentity {
  const kubelet = properties.identityProfile?.kubeletidentity
  const { objectId, clientId, resourceId } = kubelet ?? {}
  if (objectId != null)
    return {
      kind: 'kubelet-identity',
      objectId,
      clientId: clientId ?? null,
      resourceId: resourceId ?? null
    }
  const applicationId = properties.servicePrincipalProfile?.clientId ?? 'msi'
  if (applicationId.toLowerCase() === 'msi') return { kind: 'none' }
  return {
    kind: 'service-principal',
    clientId: applicationId,
    objectId: unknown(
      'not-collected',
      `Azure Resource Manager does not tell the object id of service principal ${applicationId}: give it with --kubelet-object-id (az ad sp show --id ${applicationId} --query id)`
    )
  }
}

function controlPlaneIdentities(clusterName: string, identity: Body['identity']): OtherIdentity[] {
  const userAssigned = Object.entries(identity?.userAssignedIdentities ?? {})
  return [
    ...otherIdentity('control-plane', identity?.principalId, clusterName),
    ...userAssigned.flatMap(([id, principal]) =>
      otherIdentity('control-plane', principal?.principalId, id)
    )
  ]
}

function addOnIdentities(properties: Properties): OtherIdentity[] {
  const addOns = Object.entries(properties.addonProfiles ?? {})
  return [
    ...addOns.flatMap(([name, addOn]) => otherIdentity('add-on', addOn?.identity?.objectId, name)),
    ...otherIdentity(
      'add-on',
      properties.ingressProfile?.webAppRouting?.identity?.objectId,
      'webAppRouting'
    )
  ]
}

const otherIdentity = (
  role: OtherIdentity['role'],
  objectId: string | null | undefined,
  name: string
): OtherIdentity[] => (objectId == null ? [] : [{ role, objectId, name }])

/** The profile is a preview; API versions that do not have it leave it out, as do clusters without it. */
function serviceAccountPull(properties: Properties, shown: boolean): Fact<ServiceAccountPull> {
  const profile =
    properties.securityProfile?.serviceAccountImagePullProfile ??
    properties.serviceAccountImagePullProfile
  if (profile == null && !shown)
    return unknown(
      'unexpected-answer',
      'this Azure does not yet know the API version that shows whether pods pull with the identity of their service account'
    )
  return known({
    enabled: profile?.enabled ?? false,
    defaultManagedIdentityId: profile?.defaultManagedIdentityId ?? null
  })
}

/** Add-on names come in mixed case (`aciConnectorLinux`, `ACIConnectorLinux`). */
const hasVirtualNodes = (properties: Properties): boolean =>
  Object.entries(properties.addonProfiles ?? {}).some(
    ([name, addOn]) => name.toLowerCase() === 'aciconnectorlinux' && addOn?.enabled === true
  )

const outboundIpIds = ({ networkProfile }: Properties): readonly string[] =>
  [networkProfile?.loadBalancerProfile, networkProfile?.natGatewayProfile].flatMap(profile =>
    (profile?.effectiveOutboundIPs ?? []).flatMap(({ id }) => id ?? [])
  )

function noProxy({ httpProxyConfig }: Properties): readonly string[] | null {
  return httpProxyConfig == null || httpProxyConfig.enabled === false
    ? null
    : (httpProxyConfig.noProxy ?? [])
}
