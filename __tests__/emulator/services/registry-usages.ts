import { registryId } from '../arm-bodies/registry.ts'
import { sameId } from '../arm-id.ts'
import type { CloudState } from '../cloud-state.ts'
import { ok, type Answer, type Call } from '../exchange.ts'
import { callerMay, forbidden } from '../permissions.ts'

const action = 'Microsoft.ContainerRegistry/registries/listUsages/read'

/** Included storage by tier, in bytes ("Azure Container Registry service tiers"). */
const included: Readonly<Record<string, number>> = {
  basic: 10 * 1024 ** 3,
  standard: 100 * 1024 ** 3,
  premium: 500 * 1024 ** 3
}

/** `GET {registry}/listUsages`: quotas of a registry and what is used of them. */
export function registryUsages(state: CloudState, call: Call): Answer | null {
  const id = /^(.+)\/listUsages$/i.exec(call.path)?.[1]
  if (call.method !== 'GET' || id === undefined) return null
  if (!callerMay(state.data, action, id)) return forbidden(state.data, action, id)
  const registry = state.data.registries?.find(each => sameId(registryId(each), id))
  if (registry === undefined) return null
  const limit = included[(registry.sku ?? 'Premium').toLowerCase()] ?? 0
  return ok({
    value: [
      { name: 'Size', limit, currentValue: registry.usedStorage ?? 1024, unit: 'Bytes' },
      { name: 'Webhooks', limit: 500, currentValue: 0, unit: 'Count' }
    ]
  })
}
