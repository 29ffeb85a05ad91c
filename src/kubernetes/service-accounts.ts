import type { ManifestObject } from './kubernetes-objects.ts'
import type { Location } from '../yaml/location.ts'
import type { PullBinding, ServiceAccount } from './manifests.ts'
import { child, nodeAt, textIn } from '../yaml/nodes.ts'
import { nameIn } from './short-text.ts'
import { secretNames, textsOf } from './pod-spec.ts'
import type { MappingNode } from '../yaml/yaml-nodes.ts'

/** AKS identity bindings: the client id of the managed identity with which pods of the service account pull. */
export const pullIdentityAnnotation = 'kubernetes.azure.com/acr-client-id'

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
  /** null: its tokens open the whole registry. */
  readonly scope: readonly string[] | null
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
    scope: null,
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
    scope: ['spec', 'acr', 'scope'],
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
    ? (identities.map(path => nameIn(nodeAt(node, path))).find(text => text !== null) ?? null)
    : null

/** One or several of `repository:NAME:ACTIONS`, as the token service of a registry takes them (distribution, docs/spec/auth/scope.md). */
const repositoryScope = /^repository:([a-z0-9][a-z0-9._/-]*):([a-z*,]+)$/

/** The repositories that the scope of a binding lets pull (Azure/msi-acrpull, api/v1beta2); null where it has another form, such as a wildcard or a placeholder. */
function repositoriesIn(scope: string): readonly string[] | null {
  const parts = scope
    .trim()
    .split(/\s+/)
    .map(part => repositoryScope.exec(part))
  return parts.includes(null)
    ? null
    : parts.flatMap(part => {
        const [, repository = '', actions = ''] = part ?? []
        return actions.split(',').some(action => action === 'pull' || action === '*')
          ? [repository]
          : []
      })
}

function openedBy(node: MappingNode, { scope }: BindingVersion): PullBinding['repositories'] {
  const written = scope === null ? null : nodeAt(node, scope)
  if (written === null) return 'all'
  const text = textIn(written)
  return text === null ? null : repositoriesIn(text)
}

/** null where the API group is not that of the controller, or the binding names no registry. */
export const pullBinding = (
  { workload, node }: ManifestObject,
  location: Location
): PullBinding | null => {
  const version = bindingVersions.find(({ group }) => workload.apiVersion.startsWith(group))
  const server = version === undefined ? null : nameIn(nodeAt(node, version.server))
  if (version === undefined || server === null) return null
  return {
    namespace: workload.namespace ?? '',
    name: workload.name,
    serviceAccountName: nameIn(nodeAt(node, ['spec', 'serviceAccountName'])) ?? 'default',
    server,
    secretName: version.secretName(workload.name),
    repositories: openedBy(node, version),
    managedIdentity: managedIdentity(node, version),
    location
  }
}
