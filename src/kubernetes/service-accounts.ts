import type { ManifestObject } from './kubernetes-objects.ts'
import type { Location } from './location.ts'
import type { PullBinding, ServiceAccount } from './manifests.ts'
import { child, nodeAt, textIn } from './nodes.ts'
import { secretNames, textsOf } from './pod-spec.ts'
import type { MappingNode } from './yaml-nodes.ts'

export const serviceAccount = (
  { workload, node }: ManifestObject,
  location: Location
): ServiceAccount => ({
  namespace: workload.namespace ?? '',
  name: workload.name,
  imagePullSecrets: secretNames(child(node, 'imagePullSecrets')),
  annotations: textsOf(nodeAt(node, ['metadata', 'annotations'])),
  location
})

/** Where one version of the AcrPullBinding keeps its facts (github.com/Azure/msi-acrpull, api/). */
type BindingVersion = {
  readonly group: string
  readonly server: readonly string[]
  /** The managed identity; the client id wins over the resource id. */
  readonly identities: readonly (readonly string[])[]
  /** What, where it is written, is used in place of a managed identity. */
  readonly workloadIdentity: readonly string[]
  readonly secretName: (binding: string) => string
}

const bindingVersions: readonly BindingVersion[] = [
  {
    group: 'msi-acrpull.microsoft.com/',
    server: ['spec', 'acrServer'],
    identities: [
      ['spec', 'managedIdentityClientID'],
      ['spec', 'managedIdentityResourceID']
    ],
    workloadIdentity: ['spec', 'workloadIdentityClientID'],
    secretName: binding => `${binding}-msi-acrpull-secret`
  },
  {
    group: 'acrpull.microsoft.com/',
    server: ['spec', 'acr', 'server'],
    identities: [
      ['spec', 'auth', 'managedIdentity', 'clientID'],
      ['spec', 'auth', 'managedIdentity', 'resourceID']
    ],
    workloadIdentity: ['spec', 'auth', 'workloadIdentity'],
    secretName: binding => `acr-pull-${binding}`
  }
]

const managedIdentity = (
  node: MappingNode,
  { identities, workloadIdentity }: BindingVersion
): string | null =>
  nodeAt(node, workloadIdentity) === null
    ? (identities.map(path => textIn(nodeAt(node, path))).find(text => text !== null) ?? null)
    : null

/** null where the API group is not that of the controller, or the binding names no registry. */
export const pullBinding = (
  { workload, node }: ManifestObject,
  location: Location
): PullBinding | null => {
  const version = bindingVersions.find(({ group }) => workload.apiVersion.startsWith(group))
  const server = version === undefined ? null : textIn(nodeAt(node, version.server))
  if (version === undefined || server === null) return null
  return {
    namespace: workload.namespace ?? '',
    name: workload.name,
    serviceAccountName: textIn(nodeAt(node, ['spec', 'serviceAccountName'])) ?? 'default',
    server,
    secretName: version.secretName(workload.name),
    managedIdentity: managedIdentity(node, version),
    location
  }
}
