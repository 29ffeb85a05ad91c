import type { JsonObject } from '../arm-bodies/json.ts'
import { tenantOf, type CloudState } from '../cloud-state.ts'
import { contoso, subscriptionScope } from '../contoso.ts'
import { ok, type Answer, type Call } from '../exchange.ts'
import { callerMay, callerSees, forbidden } from '../permissions.ts'
import type { SubscriptionData } from '../world.ts'
import { page } from './paging.ts'

const action = 'Microsoft.Resources/subscriptions/read'

/** `/subscriptions` lists those where the caller holds any role; `/subscriptions/{id}` needs the right to read it. */
export function subscriptions(state: CloudState, call: Call, token: JsonObject): Answer | null {
  const [, id] = /^\/subscriptions(?:\/([^/]+))?$/i.exec(call.path) ?? []
  if (call.method !== 'GET' || !/^\/subscriptions(\/[^/]+)?$/i.test(call.path)) return null
  if (id === undefined)
    return page(
      call,
      state.subscriptions.filter(visible(state, token)).map(body(state)),
      state.data.pageSize
    )
  const found = state.subscriptions.find(other => other.id.toLowerCase() === id.toLowerCase())
  if (!callerMay(state.data, action, call.path) || found === undefined)
    return forbidden(state.data, action, call.path)
  return ok(body(state)(found))
}

const visible = (state: CloudState, token: JsonObject) => (subscription: SubscriptionData) =>
  callerSees(state.data, subscriptionScope(subscription.id)) &&
  (subscription.delegated === true || tenantOf(state, subscription.id) === token['tid'])

const body = (state: CloudState) => (subscription: SubscriptionData) => ({
  id: subscriptionScope(subscription.id),
  subscriptionId: subscription.id,
  displayName: subscription.displayName ?? 'Contoso',
  tenantId: tenantOf(state, subscription.id),
  state: subscription.state ?? 'Enabled',
  managedByTenants: subscription.delegated === true ? [{ tenantId: contoso.tenantId }] : [],
  subscriptionPolicies: { quotaId: 'EnterpriseAgreement_2014-09-01', spendingLimit: 'Off' }
})
