import type { CloudState } from '../cloud-state.ts'
import { contoso } from '../contoso.ts'
import { ok, type Answer, type Call } from '../exchange.ts'
import { readToken, unsignedToken } from '../tokens.ts'

const assertionType = 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer'
const federatedAudience = 'api://AzureADTokenExchange'

/** The token endpoint of every tenant, and the metadata that msal asks unknown authorities for. */
export function entra(state: CloudState, call: Call): Answer | null {
  const [, tenant = '', ...rest] = call.path.split('/')
  switch (`${call.method} ${rest.join('/')}`) {
    case 'POST oauth2/v2.0/token':
      return token(state, tenant, new URLSearchParams(call.text))
    case 'GET v2.0/.well-known/openid-configuration':
      return ok(metadata(call.host, tenant))
    default:
      return null
  }
}

function token(state: CloudState, tenant: string, form: URLSearchParams): Answer {
  const caller = state.data.caller ?? {}
  const clientId = caller.clientId ?? contoso.callerClientId
  if (!callerTenants(state).includes(tenant))
    return refused('invalid_request', 90002, `Tenant '${tenant}' not found.`)
  if (form.get('client_id') !== clientId)
    return refused(
      'unauthorized_client',
      700016,
      `Application with identifier '${form.get('client_id') ?? ''}' was not found in the directory '${tenant}'.`
    )
  return credentialProblem(state, form) ?? issued(state, tenant, clientId, form.get('scope') ?? '')
}

const callerTenants = (state: CloudState): readonly string[] =>
  state.data.caller?.tenantIds ??
  state.subscriptions
    .filter(({ delegated }) => delegated !== true)
    .map(({ tenantId }) => tenantId ?? contoso.tenantId)

function credentialProblem(state: CloudState, form: URLSearchParams): Answer | null {
  const caller = state.data.caller ?? {}
  const assertion = form.get('client_assertion')
  if (assertion === null)
    return form.get('client_secret') === (caller.clientSecret ?? contoso.callerSecret)
      ? null
      : refused('invalid_client', 7000215, 'Invalid client secret provided.')
  const claims = readToken(assertion)
  if (form.get('client_assertion_type') !== assertionType || claims === null)
    return refused('invalid_request', 50027, 'JWT token is invalid or malformed.')
  if (claims['aud'] !== federatedAudience)
    return refused(
      'invalid_request',
      700212,
      'No matching federated identity record found for presented assertion audience.'
    )
  return caller.federatedSubject === undefined || claims['sub'] === caller.federatedSubject
    ? null
    : refused(
        'invalid_request',
        700213,
        `No matching federated identity record found for presented assertion subject '${String(claims['sub'])}'.`
      )
}

const issued = (state: CloudState, tenant: string, clientId: string, scope: string): Answer =>
  ok({
    token_type: 'Bearer',
    expires_in: 3599,
    ext_expires_in: 3599,
    access_token: unsignedToken({
      aud: scope.replace(/\/\.default$/, ''),
      appid: clientId,
      oid: state.data.caller?.objectId ?? contoso.callerObjectId,
      tid: tenant
    })
  })

const refused = (error: string, code: number, message: string): Answer => ({
  status: error === 'invalid_client' ? 401 : 400,
  body: {
    error,
    error_description: `AADSTS${code}: ${message} Trace ID: 00000000-0000-0000-0000-000000000000`,
    error_codes: [code]
  }
})

const metadata = (host: string, tenant: string) => ({
  issuer: `https://${host}/${tenant}/v2.0`,
  authorization_endpoint: `https://${host}/${tenant}/oauth2/v2.0/authorize`,
  token_endpoint: `https://${host}/${tenant}/oauth2/v2.0/token`,
  jwks_uri: `https://${host}/${tenant}/discovery/v2.0/keys`
})
