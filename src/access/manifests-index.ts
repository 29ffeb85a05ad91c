import type {
  Manifests,
  PullBinding,
  Secret,
  ServiceAccount,
  UnreadKind
} from '../kubernetes/manifests.ts'
import { readInPart } from '../kubernetes/manifests.ts'
import {
  anyChange,
  everything,
  type Changed,
  type PodChanger
} from '../kubernetes/admission/pod-changer.ts'
import { changesTo } from '../kubernetes/admission/selection.ts'
import type { ImageReference } from '../kubernetes/images/image-reference.ts'
import type { ImageUse } from '../kubernetes/images/image-use.ts'
import { anyNamespace } from '../kubernetes/secrets/secret-makers.ts'
import { pullIdentityAnnotation } from '../kubernetes/service-accounts.ts'
import { memoize, memoizeForObjects } from '../base/memoize.ts'
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
  /** A file that could not be read lies as near, and may hold another one of that name. */
  | { readonly kind: 'unread'; readonly name: string; readonly file: string }

/** What the manifests hold of a name. */
export type Named<Item> = Nearest<Item> | { readonly kind: 'absent' }

/** A Secret that is there, and whose content only the cluster knows, hides those of its name that lie further away. */
export type NamedSecret = Named<Secret> | { readonly kind: 'hidden'; readonly item: Secret }

/** What something in sight changes of a pod. */
export type PodChanges = Pick<PodChanger, 'text' | 'location'> & {
  readonly changes: ReadonlySet<Changed>
}

/** Service accounts, secrets and bindings by namespace and name. */
export type ManifestsIndex = {
  /** `file` is where the pod stands: of several objects of one name, as overlays have them, the nearest counts. */
  readonly serviceAccount: (namespace: string, name: string, file: string) => Named<ServiceAccount>
  readonly secret: (namespace: string, name: string, file: string) => NamedSecret
  /** The Secrets of this name in other namespaces, where they are of no use. */
  readonly secretsElsewhere: (namespace: string, name: string) => readonly Secret[]
  /** All Secrets that lie in a namespace, or may. */
  readonly secretsIn: (namespace: string) => readonly Secret[]
  /** Whether a pod or an account of the Secret's namespace names it. */
  readonly isNamed: (secret: Secret) => boolean
  /** The images of the object that a use stands in. */
  readonly imagesOf: (use: ImageUse) => readonly ImageReference[]
  /** What of a use's pod something in sight may change, and what that is. */
  readonly changersOf: (use: ImageUse) => readonly PodChanges[]
  /** How many of them there are, whatever they change. */
  readonly changers: number
  readonly defaultAccount: Manifests['defaultAccount']
  readonly bindings: (namespace: string, file: string) => readonly Nearest<PullBinding>[]
  /** Whether any service account names an identity of its own for image pulls. */
  readonly namesPullIdentities: boolean
  /** Whether two objects have the same name, or something could not be read: then it matters where a pod stands. */
  readonly placeMatters: boolean
}

/**
 * As written, for the credential provider takes it so: an empty one hides the default of the cluster too
 * (kubernetes-sigs/cloud-provider-azure identity_bindings_credentials.go). null: the account has no such annotation.
 */
export const pullIdentityOf = (account: ServiceAccount | null): string | null =>
  account?.annotations[pullIdentityAnnotation] ?? null

const keyOf = ({ namespace, name }: Pick<ManifestItem, 'namespace' | 'name'>): string =>
  `${namespace}/${name}`

const contentOf = (item: ManifestItem): string => JSON.stringify({ ...item, location: null })

/** The path and every directory around it, the innermost first. */
function* waysUp(path: string): Generator<string, void, undefined> {
  for (let end = path.length; end > 0; end = path.lastIndexOf('/', end - 1))
    yield path.slice(0, end)
  yield ''
}

/** A file that could not be read, by itself and by every directory around it. */
type UnreadIn = ReadonlyMap<string, string>

const filesByPlace = (problems: readonly Pick<ManifestItem, 'location'>[]): UnreadIn =>
  new Map(
    problems
      .flatMap(({ location: { file } }) => [...waysUp(file)].map(place => [place, file] as const))
      .toReversed()
  )

/** What a cluster may get although we could not read it; kubectl refuses the others. */
const mayBeDeployed: ReadonlySet<UnreadKind> = new Set([
  'too-large',
  'too-deep',
  'link',
  'unreadable',
  'time'
])

const directoryOf = (file: string): string => file.split('/').slice(0, -1).join('/')

/** Any of several will do where they say the same. */
function alike<Item extends ManifestItem>(items: Group<Item>): Nearest<Item> {
  const [item] = items
  if (new Set(items.map(contentOf)).size === 1) return { kind: 'found', item }
  const files = new Set(items.map(({ location }) => location.file))
  return { kind: 'ambiguous', name: item.name, files: [...files] }
}

/** Of objects of one name, those that share the most directories with a file; each directory is looked at once. */
function nearestOf<Item extends ManifestItem>(
  items: Group<Item>,
  unreadIn: UnreadIn
): (file: string) => Nearest<Item> {
  const around = groupBy(
    items.flatMap(item => [...waysUp(item.location.file)].map(place => ({ place, item }))),
    ({ place }) => place
  )
  const at = memoize((place: string): Nearest<Item> | null => {
    const [first, ...others] = around.get(place) ?? []
    return first === undefined ? null : alike([first.item, ...others.map(({ item }) => item)])
  })
  return file => {
    let unread: string | undefined
    for (const place of waysUp(file)) {
      unread ??= unreadIn.get(place)
      const found = at(place)
      if (found !== null)
        return unread === undefined ? found : { kind: 'unread', name: items[0].name, file: unread }
    }
    return alike(items)
  }
}

/** By the name of an object and the file that it is looked for from. */
function finderOf<Item extends ManifestItem>(
  groups: ReadonlyMap<string, Group<Item>>,
  unreadIn: UnreadIn
): (namespace: string, name: string, file: string) => Named<Item> {
  const finders = memoize((key: string) => {
    const items = groups.get(key)
    return items === undefined ? null : nearestOf(items, unreadIn)
  })
  return (namespace, name, file) =>
    finders(keyOf({ namespace, name }))?.(file) ?? { kind: 'absent' }
}

const withContent = (found: Named<Secret>): NamedSecret =>
  found.kind === 'found' && found.item.hidden ? { kind: 'hidden', item: found.item } : found

/** What nobody can read opens nothing. */
const isReadable = ({ problem }: Secret): boolean => problem === null

const objectKey = ({ workload, location }: ImageUse): string =>
  [location.file, workload.kind, workload.namespace, workload.name].join(' ')

/** The pull secrets that pods, accounts and other objects name, by their keys; what many uses share is looked at once. */
function namedIn({ uses, serviceAccounts }: Manifests): ReadonlySet<string> {
  const lists = groupBy(
    [
      ...uses.flatMap(({ pod, beside, workload }) =>
        [pod?.imagePullSecrets, beside?.pullSecrets].flatMap(names =>
          names === undefined ? [] : [{ namespace: workload.namespace ?? '', names }]
        )
      ),
      ...serviceAccounts.map(({ namespace, imagePullSecrets: names }) => ({ namespace, names }))
    ],
    ({ names }) => names
  )
  const keys = new Set<string>()
  for (const [names, naming] of lists)
    for (const namespace of new Set(naming.map(each => each.namespace)))
      for (const name of names) keys.add(keyOf({ namespace, name }))
  return keys
}

/** A cluster has a few dozen policies; of more, every pod is taken to be changed. */
const mostChangers = 200

const tooManyChangers = ({ podChangers: [first, ...others] }: Manifests): readonly PodChanger[] =>
  first === undefined
    ? []
    : [
        {
          text: `${others.length + 1} policies and programs change pods, more than are looked through`,
          changes: anyChange,
          selection: everything,
          location: first.location
        }
      ]

/** One for each policy, of whose rules several may change the same pod. */
function changersFor(manifests: Manifests): ManifestsIndex['changersOf'] {
  const all =
    manifests.podChangers.length > mostChangers ? tooManyChangers(manifests) : manifests.podChangers
  return memoizeForObjects((use: ImageUse) => {
    const changing = all.flatMap(({ text, location, ...changer }) => {
      const changes = changesTo(use, changer)
      return changes.size === 0 ? [] : [{ text, location, changes }]
    })
    const policies = groupBy(changing, ({ text, location }) => JSON.stringify([text, location]))
    return [...policies.values()].map(rules => ({
      ...rules[0],
      changes: new Set(rules.flatMap(({ changes }) => [...changes]))
    }))
  })
}

/** Indexes the objects once, however many clusters they are judged for. */
export const indexManifests = memoizeForObjects(createIndex)

function createIndex(manifests: Manifests): ManifestsIndex {
  const accounts = groupBy(manifests.serviceAccounts, keyOf)
  const secrets = groupBy(manifests.secrets, keyOf)
  const bindings = groupBy(manifests.pullBindings, keyOf)
  const byName = groupBy(manifests.secrets, ({ name }) => name)
  const byNamespace = groupBy(manifests.secrets.filter(isReadable), ({ namespace }) => namespace)
  const namedSecrets = namedIn(manifests)
  const imagesByObject = groupBy(manifests.uses, objectKey)
  const imagesOfObject = memoize((key: string) =>
    (imagesByObject.get(key) ?? []).flatMap(({ image }) =>
      image.kind === 'reference' ? [image.reference] : []
    )
  )
  const namespaces = groupBy(bindings.values(), ([first]) => first.namespace)
  // The plain files of what was not rendered are read, and their images say that they may be deployed otherwise.
  const unread = manifests.problems.filter(
    problem => problem.unread !== null && !readInPart.has(problem.unread)
  )
  const unreadIn = filesByPlace(unread)
  const deployedIn = filesByPlace(
    unread.filter(problem => problem.unread !== null && mayBeDeployed.has(problem.unread))
  )
  const bindingsIn = memoize((namespace: string) =>
    (namespaces.get(namespace) ?? []).map(twins => nearestOf(twins, unreadIn))
  )
  const account = finderOf(accounts, unreadIn)
  const secret = finderOf(secrets, unreadIn)
  return {
    serviceAccount: (namespace, name, file) => {
      const found = account(namespace, name, file)
      const beside = deployedIn.get(directoryOf(file))
      return found.kind === 'absent' && beside !== undefined
        ? { kind: 'unread', name, file: beside }
        : found
    },
    secret: (namespace, name, file) => {
      const own = secret(namespace, name, file)
      return withContent(own.kind === 'absent' ? secret(anyNamespace, name, file) : own)
    },
    secretsElsewhere: (namespace, name) =>
      (byName.get(name) ?? []).filter(each => each.namespace !== namespace),
    secretsIn: memoize(namespace => [
      ...(byNamespace.get(namespace) ?? []),
      ...(byNamespace.get(anyNamespace) ?? [])
    ]),
    isNamed: each => namedSecrets.has(keyOf(each)),
    imagesOf: use => imagesOfObject(objectKey(use)),
    changersOf: changersFor(manifests),
    changers: Math.min(manifests.podChangers.length, mostChangers),
    defaultAccount: manifests.defaultAccount,
    bindings: (namespace, file) => bindingsIn(namespace).map(nearest => nearest(file)),
    placeMatters:
      unreadIn.size > 0 ||
      [accounts, secrets, bindings].some(groups =>
        [...groups.values()].some(group => group.length > 1)
      ),
    namesPullIdentities: manifests.serviceAccounts.some(account => pullIdentityOf(account) !== null)
  }
}
