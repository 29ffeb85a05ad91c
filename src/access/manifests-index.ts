import type { Manifests, PullBinding, Secret, ServiceAccount } from '../kubernetes/manifests.ts'
import { rememberedForObjects } from '../remembered.ts'
import { grouped } from './grouping.ts'

type Named = { readonly namespace: string; readonly name: string }
type Located = { readonly location: { readonly file: string } }

/** Service accounts, secrets and bindings by namespace and name. */
export type ManifestsIndex = {
  /** `file` is where the pod stands: of several objects of one name, as overlays have them, the nearest counts. */
  readonly serviceAccount: (namespace: string, name: string, file: string) => ServiceAccount | null
  readonly secret: (namespace: string, name: string, file: string) => Secret | null
  readonly bindings: (namespace: string, file: string) => readonly PullBinding[]
  /** Whether any service account names an identity of its own for image pulls. */
  readonly namesPullIdentities: boolean
  /** Whether two objects have the same name, so that it matters where a pod stands. */
  readonly hasTwins: boolean
}

/** AKS identity bindings: the client id of the managed identity with which pods of the service account pull. */
export const pullIdentityAnnotation = 'kubernetes.azure.com/acr-client-id'

export const pullIdentityOf = (account: ServiceAccount | null): string | null => {
  const value = account?.annotations[pullIdentityAnnotation]?.trim() ?? ''
  return value === '' ? null : value
}

const keyOf = ({ namespace, name }: Named): string => `${namespace}/${name}`

/** How many directories two paths share from the root; all of them and one more for the same file. */
function nearness(one: string, other: string): number {
  const [left, right] = [one.split('/'), other.split('/')]
  const differing = left.findIndex((segment, index) => segment !== right[index])
  return differing === -1 ? left.length : differing
}

const nearest = <Item extends Located>(items: readonly Item[], file: string): Item | null =>
  items.toSorted(
    (one, other) => nearness(other.location.file, file) - nearness(one.location.file, file)
  )[0] ?? null

/** Indexes the objects once, however many clusters they are judged for. */
export const indexManifests = rememberedForObjects(createIndex)

function createIndex(manifests: Manifests): ManifestsIndex {
  const accounts = grouped(manifests.serviceAccounts, keyOf)
  const secrets = grouped(manifests.secrets, keyOf)
  const bindings = grouped(manifests.pullBindings, keyOf)
  const namespaces = grouped(bindings.values(), ([first]) => first?.namespace)
  return {
    serviceAccount: (namespace, name, file) =>
      nearest(accounts.get(keyOf({ namespace, name })) ?? [], file),
    secret: (namespace, name, file) => nearest(secrets.get(keyOf({ namespace, name })) ?? [], file),
    bindings: (namespace, file) =>
      (namespaces.get(namespace) ?? []).flatMap(twins => nearest(twins, file) ?? []),
    hasTwins: [accounts, secrets, bindings].some(groups =>
      [...groups.values()].some(group => group.length > 1)
    ),
    namesPullIdentities: manifests.serviceAccounts.some(account => pullIdentityOf(account) !== null)
  }
}
