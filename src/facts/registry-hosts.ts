import { parseResourceId } from '../base/resource-id.ts'

/** A host of a registry beside its login server, or null for every other form. */
type DerivedHost = {
  readonly kind: 'regional-endpoint' | 'data-endpoint'
  readonly name: string
  readonly region: string
  readonly suffix: string
}

/** `name.region.geo.suffix` and `name.region.data.suffix` ("Azure Container Registry endpoint reference"). */
const derivedForm =
  /^(?<name>[a-z0-9-]+)\.(?<region>[a-z0-9]+)\.(?<kind>geo|data)\.(?<suffix>[^.].*)$/

function derivedHost(host: string): DerivedHost | null {
  const { name, region, kind, suffix } = derivedForm.exec(host)?.groups ?? {}
  if (name === undefined || region === undefined || suffix === undefined) return null
  return { kind: kind === 'geo' ? 'regional-endpoint' : 'data-endpoint', name, region, suffix }
}

/** The login server of the registry that answers at a host; the host itself unless its form is a derived one. */
export function loginServerOf(host: string): string {
  const derived = derivedHost(host)
  return derived === null ? host : `${derived.name}.${derived.suffix}`
}

/** The region of a regional endpoint; null for any other host. */
export function regionOfEndpoint(host: string): string | null {
  const derived = derivedHost(host)
  return derived?.kind === 'regional-endpoint' ? derived.region : null
}

/**
 * The registry name that a login server stands for, null for a domain name label (`name-hash.azurecr.io`): names hold
 * no hyphen, and a free name proves nothing about a label ("Domain name label for container registries").
 */
export function registryNameOf(loginServer: string): string | null {
  const [label = ''] = loginServer.split('.', 1)
  return label === '' || label.includes('-') ? null : label
}

/** The ARM id of a registry; a cluster names its bootstrap registry so. */
export const isRegistryId = (id: string): boolean =>
  parseResourceId(id)?.type === 'microsoft.containerregistry/registries'
