import { isObject } from '../arm-bodies/json.ts'
import type { CloudState } from '../cloud-state.ts'
import { subscriptionOf } from '../arm-id.ts'
import { subscriptionScope } from '../contoso.ts'
import { ok, type Answer, type Call } from '../exchange.ts'
import { callerMay, forbidden } from '../permissions.ts'

const action = 'Microsoft.ContainerRegistry/checkNameAvailability/read'

/** Registry names are global: a name is taken wherever its owner sits. */
export function nameAvailability(state: CloudState, call: Call): Answer | null {
  const route =
    /^\/subscriptions\/[^/]+\/providers\/Microsoft\.ContainerRegistry\/checkNameAvailability$/i
  if (call.method !== 'POST' || !route.test(call.path)) return null
  const scope = subscriptionScope(subscriptionOf(call.path) ?? '')
  if (!callerMay(state.data, action, scope)) return forbidden(state.data, action, scope)
  const request: unknown = JSON.parse(call.text)
  return ok(availability(state, String(isObject(request) ? request['name'] : '')))
}

function availability(state: CloudState, name: string) {
  if (!/^[a-z0-9]{5,50}$/i.test(name))
    return {
      nameAvailable: false,
      reason: 'Invalid',
      message: `The specified registry name ${name} is invalid: use 5 to 50 alphanumeric characters.`
    }
  const names = [
    ...(state.data.registries ?? []).map(registry => registry.name),
    ...(state.data.takenRegistryNames ?? [])
  ]
  return names.some(taken => taken.toLowerCase() === name.toLowerCase())
    ? {
        nameAvailable: false,
        reason: 'AlreadyExists',
        message: `The registry ${name} is already in use.`
      }
    : { nameAvailable: true }
}
