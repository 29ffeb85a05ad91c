import type { CloudState } from '../cloud-state.ts'
import { subscriptionOf } from '../arm-id.ts'
import { subscriptionScope } from '../contoso.ts'
import { ok, type Answer, type Call } from '../exchange.ts'
import { callerMay, forbidden } from '../permissions.ts'

const action = 'Microsoft.ContainerService/locations/kubernetesVersions/read'

/** The versions that AKS offers at a location. */
export function kubernetesVersions(state: CloudState, call: Call): Answer | null {
  const route =
    /^\/subscriptions\/[^/]+\/providers\/Microsoft\.ContainerService\/locations\/[^/]+\/kubernetesVersions$/i
  if (call.method !== 'GET' || !route.test(call.path)) return null
  const scope = subscriptionScope(subscriptionOf(call.path) ?? '')
  if (!callerMay(state.data, action, scope)) return forbidden(state.data, action, scope)
  return ok({
    values: (state.data.kubernetesVersions ?? []).map(
      ({ version, supportPlans, patches, isPreview }) => ({
        version,
        capabilities: { supportPlan: supportPlans },
        isPreview: isPreview ?? null,
        patchVersions: Object.fromEntries(patches.map(patch => [patch, { upgrades: [] }]))
      })
    )
  })
}
