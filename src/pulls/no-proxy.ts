import type { Cluster, Registry } from '../facts/facts.ts'

const httpsPort = '443'

/** A port and nothing else behind the last colon; a second colon means an IPv6 address, which names no host. */
const withPort = /^(?<host>[^:]+):(?<port>\d+)$/

function covers(entry: string, host: string): boolean {
  if (entry === '*') return true
  const { host: named = entry, port = httpsPort } = withPort.exec(entry)?.groups ?? {}
  if (port !== httpsPort) return false
  const domain = named.replace(/^\*(?=\.)/, '')
  return domain.startsWith('.')
    ? host.endsWith(domain)
    : host === domain || host.endsWith(`.${domain}`)
}

/**
 * Whether a proxy's list of exceptions covers a host, as kubelet, credential provider and containerd read it
 * (golang.org/x/net/http/httpproxy): a name covers itself and its subdomains, `.name` and `*.name` only these, addresses
 * and ranges no name, and a port is compared.
 */
export const isExemptFromProxy = (host: string, noProxy: readonly string[]): boolean =>
  noProxy
    .map(entry => entry.trim().toLowerCase())
    .some(entry => entry !== '' && covers(entry, host.toLowerCase()))

/** Then the registry sees the address of the proxy, and none of the cluster's own. */
export const isBehindProxy = ({ httpProxyNoProxy }: Cluster, { loginServer }: Registry): boolean =>
  httpProxyNoProxy !== null && !isExemptFromProxy(loginServer, httpProxyNoProxy)
