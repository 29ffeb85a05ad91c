/**
 * Hosts of one registry beside its login server, by form. Source: "Azure Container Registry: dedicated data endpoints"
 * and "regional endpoints". Their registry is the one whose login server has the same first label.
 */
const derivedHosts: readonly RegExp[] = [
  /^(?<name>[^.]+)\.[^.]+\.geo\.(?<suffix>.+)$/,
  /^(?<name>[^.]+)\.[^.]+\.data\.(?<suffix>.+)$/
]

/** The login server of the registry that answers at a host; the host itself unless its form is a derived one. */
export function loginServerOf(host: string): string {
  for (const form of derivedHosts) {
    const { name, suffix } = form.exec(host)?.groups ?? {}
    if (name !== undefined && suffix !== undefined) return `${name}.${suffix}`
  }
  return host
}

/**
 * The registry name that a login server stands for, null for a domain name label (`name-hash.azurecr.io`): names hold
 * no hyphen, and a free name proves nothing about a label ("Domain name label for container registries").
 */
export function registryNameOf(loginServer: string): string | null {
  const [label = ''] = loginServer.split('.', 1)
  return label === '' || label.includes('-') ? null : label
}
