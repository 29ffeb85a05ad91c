import { loginServerOf, registryId } from '../arm-bodies/registry.ts'
import type { CloudState } from '../cloud-state.ts'
import { ok, type Answer, type Call } from '../exchange.ts'
import { callerMay } from '../permissions.ts'
import { readToken } from '../tokens.ts'
import type { RegistryData } from '../world.ts'
import { registryError } from './registry-errors.ts'
import { registryClaims, registryToken, type Access } from './registry-tokens.ts'

const threeHours = 10_800
const anHourAndAQuarter = 4_500

/** `/oauth2/exchange` and `/oauth2/token` (Azure/acr docs/AAD-OAuth.md). */
export function registrySignIn(
  state: CloudState,
  registry: RegistryData,
  call: Call
): Answer | null {
  if (call.method !== 'POST') return null
  const form = new URLSearchParams(call.text)
  const service = loginServerOf(registry)
  if (!call.path.startsWith('/oauth2/')) return null
  if (form.get('service') !== service)
    return registryError(400, 'BADREQUEST', `service is not ${service}`)
  switch (call.path) {
    case '/oauth2/exchange':
      return exchange(state, registry, form)
    case '/oauth2/token':
      return token(state, registry, form)
    default:
      return null
  }
}

const refused = registryError(
  401,
  'UNAUTHORIZED',
  'authentication required, visit https://aka.ms/acr/authorization for more information.'
)

function exchange(state: CloudState, registry: RegistryData, form: URLSearchParams): Answer {
  const claims = readToken(form.get('access_token') ?? '')
  const service = loginServerOf(registry)
  if (form.get('grant_type') !== 'access_token')
    return registryError(400, 'BADREQUEST', 'grant_type is not access_token')
  if (claims?.['aud'] !== 'https://containerregistry.azure.net' || !hasAnyRight(state, registry))
    return refused
  return ok({ refresh_token: registryToken(service, threeHours, { grant_type: 'refresh_token' }) })
}

const rightsOf = {
  legacy: {
    pull: 'Microsoft.ContainerRegistry/registries/pull/read',
    metadata_read: 'Microsoft.ContainerRegistry/registries/pull/read'
  },
  abac: {
    pull: 'Microsoft.ContainerRegistry/registries/repositories/content/read',
    metadata_read: 'Microsoft.ContainerRegistry/registries/repositories/metadata/read'
  }
} as const

const rights = ({ roleAssignmentMode }: RegistryData) =>
  rightsOf[roleAssignmentMode === 'AbacRepositoryPermissions' ? 'abac' : 'legacy']

/** At the registry or anywhere below: any role lets a caller in (Azure/acr docs/AAD-OAuth.md). */
const hasAnyRight = (state: CloudState, registry: RegistryData): boolean =>
  [...new Set((registry.pushed ?? []).map(({ repository }) => repository))].some(repository =>
    (['pull', 'metadata_read'] as const).some(action => may(state, registry, repository, action))
  )

const may = (
  state: CloudState,
  registry: RegistryData,
  repository: string,
  action: string
): boolean =>
  (action === 'pull' || action === 'metadata_read') &&
  registry.pushed !== undefined &&
  callerMay(
    state.data,
    rights(registry)[action],
    `${registryId(registry)}/repositories/${repository}`
  )

/** 200 also where nothing is granted: then the token lets nobody do anything. */
function token(state: CloudState, registry: RegistryData, form: URLSearchParams): Answer {
  const service = loginServerOf(registry)
  const anonymous = form.get('grant_type') === 'password'
  const refresh = form.get('refresh_token') ?? ''
  if (!anonymous && registryClaims(service, refresh)?.['grant_type'] !== 'refresh_token')
    return refused
  const grants = (repository: string, action: string): boolean =>
    anonymous
      ? action === 'pull' && registry.anonymousPull === true
      : may(state, registry, repository, action)
  const access = form
    .getAll('scope')
    .map(scopeOf)
    .map(scope => ({
      ...scope,
      actions: scope.actions.filter(action => grants(scope.name, action))
    }))
    .filter(({ actions }) => actions.length > 0)
  return ok({ access_token: registryToken(service, anHourAndAQuarter, { access }) })
}

function scopeOf(scope: string): Access {
  const [type = '', ...rest] = scope.split(':')
  return { type, name: rest.slice(0, -1).join(':'), actions: (rest.at(-1) ?? '').split(',') }
}
