import type { CloudState } from '../cloud-state.ts'
import { ok, type Answer, type Call } from '../exchange.ts'
import { bearerOf } from '../tokens.ts'

/** `GET /v1.0/servicePrincipals(appId='…')`, the way from a client id to an object id. */
export function microsoftGraph(state: CloudState, call: Call): Answer | null {
  const appId = /^\/v1\.0\/servicePrincipals\(appId='([^']+)'\)$/i.exec(call.path)?.[1]
  if (call.method !== 'GET' || appId === undefined) return null
  if (bearerOf(call.headers.authorization) === null)
    return refused(401, 'InvalidAuthenticationToken', 'Access token is empty.')
  const found = state.data.servicePrincipals?.find(principal => principal.appId === appId)
  return found === undefined
    ? refused(
        403,
        'Authorization_RequestDenied',
        'Insufficient privileges to complete the operation.'
      )
    : ok({ id: found.objectId })
}

const refused = (status: number, code: string, message: string): Answer => ({
  status,
  body: { error: { code, message } }
})
