import type { JsonObject } from '../arm-bodies/json.ts'
import { subscriptionOf } from '../arm-id.ts'
import { tenantOf, type CloudState } from '../cloud-state.ts'
import { armError, ok, type Answer, type Call } from '../exchange.ts'
import { bearerOf } from '../tokens.ts'
import { denyAssignments, roleAssignments, roleDefinitions } from './authorization.ts'
import { kubernetesVersions } from './kubernetes-versions.ts'
import { nameAvailability } from './name-availability.ts'
import { registryUsages } from './registry-usages.ts'
import { resourceGraph } from './resource-graph.ts'
import { resources } from './resources.ts'
import { subscriptions } from './subscriptions.ts'

/** A part of Azure Resource Manager: an answer, or null when the request is not its own. */
export type ArmPart = (state: CloudState, call: Call, token: JsonObject) => Answer | null

const parts: readonly ArmPart[] = [
  subscriptions,
  roleAssignments,
  roleDefinitions,
  denyAssignments,
  resourceGraph,
  nameAvailability,
  kubernetesVersions,
  registryUsages,
  resources
]

/** Azure Resource Manager of whatever cloud the host belongs to. */
export function arm(state: CloudState, call: Call): Answer | null {
  if (call.path === '/metadata/endpoints') return ok(cloudMetadata(call))
  const token = bearerOf(call.headers.authorization)
  if (token === null)
    return armError(
      401,
      'AuthenticationFailed',
      'Authentication failed. The Authorization header is missing.'
    )
  const problem =
    audienceProblem(call, token) ??
    versionProblem(state, call) ??
    subscriptionProblem(state, call, token)
  if (problem !== null) return problem
  for (const part of parts) {
    const answer = part(state, call, token)
    if (answer !== null) return answer
  }
  return null
}

const audienceProblem = (call: Call, token: JsonObject): Answer | null =>
  String(token['aud']).replace(/\/$/, '') === `https://${call.host}`
    ? null
    : armError(
        401,
        'InvalidAuthenticationTokenAudience',
        `The access token has been obtained for wrong audience or resource '${String(token['aud'])}'.`
      )

function versionProblem(state: CloudState, call: Call): Answer | null {
  const version = call.query.get('api-version')
  if (version === null)
    return armError(
      400,
      'MissingApiVersionParameter',
      'The api-version query parameter (?api-version=) is required for all requests.'
    )
  return state.data.unsupportedApiVersions?.includes(version) === true
    ? armError(
        400,
        'NoRegisteredProviderFound',
        `No registered resource provider found for API version '${version}'.`
      )
    : null
}

function subscriptionProblem(state: CloudState, call: Call, token: JsonObject): Answer | null {
  const id = subscriptionOf(call.path)
  if (id === null) return null
  const subscription = state.subscriptions.find(
    other => other.id.toLowerCase() === id.toLowerCase()
  )
  if (subscription === undefined)
    return armError(404, 'SubscriptionNotFound', `The subscription '${id}' could not be found.`)
  return subscription.delegated === true || tenantOf(state, id) === token['tid']
    ? null
    : armError(
        401,
        'InvalidAuthenticationTokenTenant',
        `The access token is from the wrong issuer. It must match the tenant '${tenantOf(state, id)}' associated with this subscription.`
      )
}

/** The description of a cloud, by which tools learn the registry suffix of one that they do not know. */
function cloudMetadata(call: Call): unknown {
  const domain = call.host.replace(/^management\./, '')
  const description = {
    name: domain,
    authentication: {
      loginEndpoint: `https://login.${domain}/`,
      audiences: [`https://${call.host}`],
      tenant: 'common',
      identityProvider: 'AAD'
    },
    resourceManager: `https://${call.host}/`,
    suffixes: { acrLoginServer: `azurecr.${domain}`, storage: `core.${domain}` }
  }
  return call.query.get('api-version') === '2019-05-01' ? [description] : description
}
