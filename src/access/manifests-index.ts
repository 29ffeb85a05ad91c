import type { Manifests, PullBinding, Secret, ServiceAccount } from '../kubernetes/manifests.ts'
import { memoizeForObjects } from '../base/memoize.ts'
import { groupBy, type Group } from '../base/group-by.ts'

type ManifestItem = {
  readonly namespace: string
  readonly name: string
  readonly location: { readonly file: string }
}

/** An object of the manifests, or the files of several that differ, where nothing tells which of them is deployed. */
export type Nearest<Item> =
  | { readonly kind: 'found'; readonly item: Item }
  | { readonly kind: 'ambiguous'; readonly name: string; readonly files: readonly string[] }

/** What the manifests hold of a name. */
export type Named<Item> = Nearest<Item> | { readonly kind: 'absent' }

/** A Secret that is there, and whose content only the cluster knows, hides those of its name that lie further away. */
export type NamedSecret = Named<Secret> | { readonly kind: 'hidden'; readonly item: Secret }

/** Service accounts, secrets and bindings by namespace and name. */
export type ManifestsIndex = {
  /** `file` is where the pod stands: of several objects of one name, as overlays have them, the nearest counts. */
  readonly serviceAccount: (namespace: string, name: string, file: string) => Named<ServiceAccount>
  readonly secret: (namespace: string, name: string, file: string) => NamedSecret
  readonly bindings: (namespace: string, file: string) => readonly Nearest<PullBinding>[]
  /** Whether any service account names an identity of its own for image pulls. */
  readonly namesPullIdentities: boolean
  /** Whether two objects have the same name, so that it matters where a pod stands. */
  readonly hasTwins: boolean
}

/** AKS identity bindings: the client id of the managed identity with which pods of the service account pull. */
export const pullIdentityAnnotation = 'kubernetes.azure.com/acr-client-id'

/**
 * As written, for the credential provider takes it so: an empty one hides the default of the cluster too
 * (kubernetes-sigs/cloud-provider-azure identity_bindings_credentials.go). null: the account has no such annotation.
 */
export const pullIdentityOf = (account: ServiceAccount | null): string | null =>
  account?.annotations[pullIdentityAnnotation] ?? null

const keyOf = ({ namespace, name }: Pick<ManifestItem, 'namespace' | 'name'>): string =>
  `${namespace}/${name}`

/** How many directories two paths share from the root; all of them and one more for the same file. */
function nearness(one: string, other: string): number {
  const [left, right] = [one.split('/'), other.split('/')]
  const differing = left.findIndex((segment, index) => segment !== right[index])
  return differing === -1 ? left.length : differing
}

const contentOf = (item: ManifestItem): string => JSON.stringify({ ...item, location: null })

/** Of several at the same distance any will do where they say the same. */
function nearest<Item extends ManifestItem>(items: Group<Item>, file: string): Nearest<Item> {
  const distance = ({ location }: Item) => -nearness(location.file, file)
  const [first, ...others] = items.toSorted((one, other) => distance(one) - distance(other))
  const item = first ?? items[0]
  const near = [item, ...others.filter(other => distance(other) === distance(item))]
  if (new Set(near.map(contentOf)).size === 1) return { kind: 'found', item }
  const files = new Set(near.map(({ location }) => location.file))
  return { kind: 'ambiguous', name: item.name, files: [...files] }
}

const named = <Item extends ManifestItem>(
  items: Group<Item> | undefined,
  file: string
): Named<Item> => (items === undefined ? { kind: 'absent' } : nearest(items, file))

const withContent = (found: Named<Secret>): NamedSecret =>
  found.kind === 'found' && found.item.hidden ? { kind: 'hidden', item: found.item } : found

/** Indexes the objects once, however many clusters they are judged for. */
export const indexManifests = memoizeForObjects(createIndex)

function createIndex(manifests: Manifests): ManifestsIndex {
  const accounts = groupBy(manifests.serviceAccounts, keyOf)
  const secrets = groupBy(manifests.secrets, keyOf)
  const bindings = groupBy(manifests.pullBindings, keyOf)
  const namespaces = groupBy(bindings.values(), ([first]) => first.namespace)
  return {
    serviceAccount: (namespace, name, file) =>
      named(accounts.get(keyOf({ namespace, name })), file),
    secret: (namespace, name, file) =>
      withContent(named(secrets.get(keyOf({ namespace, name })), file)),
    bindings: (namespace, file) =>
      (namespaces.get(namespace) ?? []).map(twins => nearest(twins, file)),
    hasTwins: [accounts, secrets, bindings].some(groups =>
      [...groups.values()].some(group => group.length > 1)
    ),
    namesPullIdentities: manifests.serviceAccounts.some(account => pullIdentityOf(account) !== null)
  }
}
