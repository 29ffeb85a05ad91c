import { loginServerOf } from '../arm-bodies/registry.ts'
import type { CloudState } from '../cloud-state.ts'
import type { Answer, Call } from '../exchange.ts'
import type { Registries } from '../registry/registries.ts'
import { registryAttributes } from '../registry/registry-attributes.ts'
import { registryError } from '../registry/registry-errors.ts'
import { registrySignIn } from '../registry/registry-sign-in.ts'
import type { RegistryData } from '../world.ts'

/** What a registry itself answers, at its login server and at its regional endpoints. */
export function registryDataPlane(
  state: CloudState,
  call: Call,
  registries: Registries
): Answer | null | Promise<Answer | null> {
  const registry = registryAt(state, call.host)
  if (registry === undefined) return null
  if (!inNetwork(registry))
    return registryError(
      403,
      'DENIED',
      "client with IP '203.0.113.99' is not allowed access. Refer https://aka.ms/acr/firewall to grant access."
    )
  return (
    registrySignIn(state, registry, call) ??
    registryAttributes(state, registry, call) ??
    distribution(registry, call, registries)
  )
}

const registryAt = ({ data }: CloudState, host: string): RegistryData | undefined =>
  (data.registries ?? []).find(each => {
    const loginServer = loginServerOf(each)
    const [name = '', ...suffix] = loginServer.split('.')
    return (
      host === loginServer ||
      (host.startsWith(`${name}.`) && host.endsWith(`.geo.${suffix.join('.')}`))
    )
  })

function inNetwork({ callerInNetwork, properties }: RegistryData): boolean {
  const rules: unknown = properties?.['networkRuleSet']
  const denied = JSON.stringify(rules ?? null).includes('"defaultAction":"Deny"')
  return callerInNetwork ?? (properties?.['publicNetworkAccess'] !== 'Disabled' && !denied)
}

const blobPath = /^\/v2\/(?<repository>.+)\/blobs\/(?<digest>sha256:[0-9a-f]{64})$/
const manifestPath = /^\/v2\/(?<repository>.+)\/manifests\/(?<reference>[^/]+)$/

/** `/v2`, from the real registry; blobs lie elsewhere, as in Azure. */
async function distribution(
  registry: RegistryData,
  call: Call,
  registries: Registries
): Promise<Answer | null> {
  const behind = registries.at(loginServerOf(registry))
  if (behind === undefined || !call.path.startsWith('/v2/')) return null
  const { accept, authorization } = call.headers
  const { status, headers, bytes } = await behind.ask(call.method, call.path, {
    ...(accept === undefined ? {} : { accept }),
    ...(authorization === undefined ? {} : { authorization })
  })
  if (status === 200) {
    const blob = blobPath.exec(call.path)?.groups?.['digest']
    if (blob !== undefined) return redirect(registry, blob)
    const refused = refusal(registry, call.path)
    if (refused !== null) return refused
  }
  const kept = ['content-type', 'docker-content-digest', 'www-authenticate'].flatMap(name => {
    const value = headers[name]
    return typeof value === 'string' ? [[name, value] as const] : []
  })
  return { status, headers: Object.fromEntries(kept), body: bytes }
}

/** A locked image, and one in quarantine, which is hidden by its tag (Azure/acr docs/preview/quarantine). */
function refusal(registry: RegistryData, path: string): Answer | null {
  const { repository, reference } = manifestPath.exec(path)?.groups ?? {}
  const data = registry.pushed?.find(
    each => each.repository === repository && each.tag === reference
  )
  if (data?.quarantined === true)
    return registryError(404, 'MANIFEST_UNKNOWN', `manifest tagged by "${data.tag}" is not found`)
  if (data?.readEnabled === false)
    return registryError(
      405,
      'REGISTRY_DISALLOWED_OPERATION',
      'The operation is disallowed on this registry, repository or image.'
    )
  return null
}

const storageAccount = 'weumanaged1.blob.core.windows.net'

/** Where registries of this cloud send for blobs. */
export const storageHosts: readonly string[] = [
  storageAccount,
  'contoso.westeurope.data.azurecr.io'
]

/** To the data endpoint of the registry where it has one, else to a storage account of Azure. */
function redirect(registry: RegistryData, digest: string): Answer {
  const loginServer = loginServerOf(registry)
  const [name = '', ...suffix] = loginServer.split('.')
  const host =
    registry.properties?.['dataEndpointEnabled'] === true
      ? `${name}.westeurope.data.${suffix.join('.')}`
      : storageAccount
  return {
    status: 307,
    headers: { location: `https://${host}/${loginServer}/${digest}?sig=signed` },
    body: {}
  }
}

/** Storage knows its own signature, and refuses a request that brings another credential beside it. */
export async function registryBlobs(
  _state: CloudState,
  call: Call,
  registries: Registries
): Promise<Answer | null> {
  if (call.headers.authorization !== undefined)
    return registryError(400, 'InvalidAuthenticationInfo', 'A credential and a signature.')
  const [, loginServer = '', digest = ''] = call.path.split('/')
  const bytes = await registries.blob(loginServer, digest)
  return bytes === null
    ? null
    : { status: 200, headers: { 'content-type': 'application/octet-stream' }, body: bytes }
}
