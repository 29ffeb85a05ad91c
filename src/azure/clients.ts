import { AuthorizationManagementClient } from '@azure/arm-authorization'
import {
  createContainerRegistryManagement,
  type ContainerRegistryManagementContext
} from '@azure/arm-containerregistry/api'
import {
  createContainerService,
  type ContainerServiceContext
} from '@azure/arm-containerservice/api'
import { createResourceGraph, type ResourceGraphContext } from '@azure/arm-resourcegraph/api'
import type { TokenCredential } from '@azure/identity'
import { tokenScope, type AzureCloud } from './sign-in/clouds.ts'
import { defaultLimits, type Limits } from './limits.ts'
import { requestPolicies } from './request-policies.ts'

/** The outside of a collection: who asks which Azure, when, and on what behalf. */
export type AzureWorld = {
  readonly credential: TokenCredential
  readonly cloud: AzureCloud
  readonly now: () => Date
  /** Sent to Azure as `acr-pull-check/VERSION`. */
  readonly version: string
  /** One line for people on what is being asked. */
  readonly progress?: (text: string) => void
  readonly limits?: Partial<Limits>
}

/** The SDK clients of one run, all with the same endpoint, token scope, retries and policies. */
export type Clients = {
  readonly limits: Limits
  /** `apiVersion` null: the newest stable one that the SDK knows. */
  readonly containerService: (
    subscriptionId: string,
    apiVersion: string | null
  ) => ContainerServiceContext
  readonly containerRegistry: (subscriptionId: string) => ContainerRegistryManagementContext
  readonly resourceGraph: ResourceGraphContext
  readonly authorization: AuthorizationManagementClient
}

export function clientsFor(world: AzureWorld): Clients {
  const limits = { ...defaultLimits, ...world.limits }
  const options = pipelineOptions(world, limits)
  const scopes = [tokenScope(world.cloud)]
  const typeSpecOptions = { ...options, credentials: { scopes } }
  return {
    limits,
    containerService: (subscriptionId, apiVersion) =>
      createContainerService(world.credential, subscriptionId, {
        ...typeSpecOptions,
        ...(apiVersion === null ? {} : { apiVersion })
      }),
    containerRegistry: subscriptionId =>
      createContainerRegistryManagement(world.credential, subscriptionId, typeSpecOptions),
    resourceGraph: createResourceGraph(world.credential, '', typeSpecOptions),
    authorization: new AuthorizationManagementClient(world.credential, '', {
      ...options,
      credentialScopes: scopes
    })
  }
}

/** Options that every SDK client understands; the policies are shared, and with them the limits that they keep. */
export const pipelineOptions = (world: Pick<AzureWorld, 'cloud' | 'version'>, limits: Limits) => ({
  endpoint: world.cloud.resourceManager,
  retryOptions: { maxRetries: limits.retries },
  redirectOptions: { maxRetries: 0 },
  userAgentOptions: { userAgentPrefix: `acr-pull-check/${world.version}` },
  additionalPolicies: requestPolicies(world.cloud.resourceManager, limits)
})
