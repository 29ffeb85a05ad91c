import { regionOfEndpoint, registryNameOf } from '../../facts/registry-hosts.ts'
import type { ImageReference } from '../../kubernetes/images/image-reference.ts'
import { azureRegistrySuffixes, registryHost } from '../../kubernetes/images/registry-host.ts'
import { firstForRegionalEndpoints } from '../../kubernetes/nodes/node-image.ts'
import type { HostNotServed } from '../pull-access.ts'

/** A registry host as an image names it. */
export type RegistryHost = {
  /** Lower case, without port: what facts call it. */
  readonly host: string
  /** In front of the suffix: one label is a login server, `name.region.geo` a regional endpoint, `….privatelink` a record of a private zone. */
  readonly form: 'login-server' | 'regional-endpoint' | 'private-link' | 'other'
  /** False: only another cloud's Azure Resource Manager could tell about it. */
  readonly ownCloud: boolean
  /**
   * Why the nodes' credential provider does nothing for this host, whatever the node; null when it acts, on regional
   * endpoints only from a certain node image on.
   */
  readonly notServed: Exclude<
    HostNotServed,
    'regional-endpoint' | 'regional-endpoint-by-principal'
  > | null
  /** A free name is no proof for another cloud, nor for labels and regional endpoints, which checkNameAvailability does not know. */
  readonly nameIsProof: boolean
}

/** The label or labels before the suffix, or null when the host does not end with it. */
const before = (host: string, suffix: string): string | null =>
  host.endsWith(`.${suffix}`) ? host.slice(0, -suffix.length - 1) : null

function formOf(host: string, labels: string): RegistryHost['form'] {
  if (!labels.includes('.')) return 'login-server'
  if (labels.endsWith('.privatelink')) return 'private-link'
  return regionOfEndpoint(host) === null ? 'other' : 'regional-endpoint'
}

/**
 * Reads the host of an image reference; null when it is no registry of any Azure cloud and none of the facts.
 *
 * The provider acts on `*.<suffix>` and `*.*.geo.<suffix>`, on no host with a port, and only with credentials of its own
 * cloud (Azure/AgentBaker cse_config.sh, matchImages; kubernetes-sigs/cloud-provider-azure azure_credentials.go).
 */
export function registryHostOf(
  reference: ImageReference,
  ownSuffixes: readonly string[],
  isRegistryHost: (host: string) => boolean
): RegistryHost | null {
  const host = registryHost(reference)
  const suffix = [...ownSuffixes, ...azureRegistrySuffixes].find(
    each => before(host, each) !== null
  )
  if (suffix === undefined && !isRegistryHost(host)) return null
  const labels = suffix === undefined ? null : before(host, suffix)
  const form = labels === null ? 'other' : formOf(host, labels)
  const ownCloud = suffix === undefined || ownSuffixes.includes(suffix)
  return {
    host,
    form,
    ownCloud,
    notServed: notServed(reference.domain, host, ownCloud, form),
    nameIsProof: ownCloud && form === 'login-server' && registryNameOf(host) !== null
  }
}

/**
 * Patterns are compared with the host as it is written (kubernetes pkg/credentialprovider/keyring.go, URLsMatch): only
 * name and region, for which a star stands, may hold capitals.
 */
function hasCapitals(written: string, form: RegistryHost['form']): boolean {
  const free = form === 'regional-endpoint' ? 2 : 1
  const fixed = written.split('.').slice(free).join('.')
  return fixed !== fixed.toLowerCase()
}

function notServed(
  written: string,
  host: string,
  ownCloud: boolean,
  form: RegistryHost['form']
): RegistryHost['notServed'] {
  if (form === 'private-link') return 'private-link'
  if (written.length > host.length) return 'port'
  if (!ownCloud) return 'other-cloud'
  if (form !== 'other' && hasCapitals(written, form)) return 'capitals'
  return form === 'other' ? 'unknown-form' : null
}

const sentences: Readonly<Record<HostNotServed, (host: string) => string>> = {
  port: host =>
    `The image names ${host} with a port; the nodes' credential provider acts on no host with a port, so no identity of the cluster is offered.`,
  capitals: host =>
    `The image writes ${host} with capitals; the nodes' credential provider is called for the lower-case suffix only, so no identity of the cluster is offered.`,
  'private-link': host =>
    `${host} is a record of the private DNS zone, and no certificate of Azure Container Registry has this name: whoever connects by it gets a certificate error.`,
  'other-cloud': host =>
    `${host} belongs to another Azure cloud than the cluster; identities of the cluster cannot sign in there.`,
  'regional-endpoint': host =>
    `${host} is a regional endpoint; node images before ${firstForRegionalEndpoints} offer it no identity.`,
  'regional-endpoint-by-principal': host =>
    `${host} is a regional endpoint; before Kubernetes 1.30 the credentials of a service principal are for login servers alone.`,
  'unknown-form': host =>
    `${host} has not the form of a login server; the nodes' credential provider does not act on it, so no identity of the cluster is offered.`
}

/** Why no identity of the cluster is offered to the host. */
export const notServedSentence = (why: HostNotServed, host: string): string => sentences[why](host)
