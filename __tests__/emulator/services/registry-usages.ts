import { registryId } from '../arm-bodies/registry.ts'
import { sameId } from '../arm-id.ts'
import type { CloudState } from '../cloud-state.ts'
import { ok, type Answer, type Call } from '../exchange.ts'
import { callerMay, forbidden } from '../permissions.ts'

const action = 'Microsoft.ContainerRegistry/registries/listUsages/read'

const gibibyte = 1024 ** 3

/** Storage by tier, in bytes: what the price includes, and the most there can be ("Azure Container Registry SKU features and limits"). */
const tiers: Readonly<Record<string, { readonly included: number; readonly maximum: number }>> = {
  basic: { included: 10 * gibibyte, maximum: 40_960 * gibibyte },
  standard: { included: 100 * gibibyte, maximum: 40_960 * gibibyte },
  premium: { included: 500 * gibibyte, maximum: 102_400 * gibibyte }
}

/** `GET {registry}/listUsages`: quotas of a registry and what is used of them. */
export function registryUsages(state: CloudState, call: Call): Answer | null {
  const id = /^(.+)\/listUsages$/i.exec(call.path)?.[1]
  if (call.method !== 'GET' || id === undefined) return null
  if (!callerMay(state.data, action, id)) return forbidden(state.data, action, id)
  const registry = state.data.registries?.find(each => sameId(registryId(each), id))
  if (registry === undefined) return null
  const tier = tiers[(registry.sku ?? 'Premium').toLowerCase()]
  const storage = { currentValue: registry.usedStorage ?? 1024, unit: 'Bytes' }
  return ok({
    value: [
      { name: 'Size', limit: tier?.included ?? 0, ...storage },
      { name: 'MaximumStorageCapacity', limit: tier?.maximum ?? 0, ...storage },
      { name: 'Webhooks', limit: 500, currentValue: 0, unit: 'Count' }
    ]
  })
}
