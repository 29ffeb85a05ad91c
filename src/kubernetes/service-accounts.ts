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
  readonly identities: readonly (readonly string[])[]
  readonly secretName: (binding: string) => string
}

const bindingVersions: readonly BindingVersion[] = [
  {
    group: 'msi-acrpull.microsoft.com/',
    server: ['spec', 'acrServer'],
    identities: [
      ['spec', 'managedIdentityResourceID'],
      ['spec', 'managedIdentityClientID']
    ],
    secretName: binding => `${binding}-msi-acrpull-secret`
  },
  {
    group: 'acrpull.microsoft.com/',
    server: ['spec', 'acr', 'server'],
    identities: [
      ['spec', 'auth', 'managedIdentity', 'resourceID'],
      ['spec', 'auth', 'managedIdentity', 'clientID']
    ],
    secretName: binding => `acr-pull-${binding}`
  }
]

const firstText = (node: MappingNode, paths: readonly (readonly string[])[]): string | null =>
  paths.map(path => textIn(nodeAt(node, path))).find(text => text !== null) ?? null

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
    managedIdentity: firstText(node, version.identities),
    location
  }
}
