import { anyImage, anyObject, type PodChange, type PodChanger } from './admission/pod-changer.ts'
import { groupBy } from '../base/group-by.ts'
import { memoizeForObjects } from '../base/memoize.ts'
import type { ImageUse } from './images/image-use.ts'
import type { ManifestObject } from './kubernetes-objects.ts'
import { child, itemsIn } from '../yaml/nodes.ts'
import { nameIn } from './short-text.ts'

/** What an object that a cluster printed says of itself besides its images. */
export type LiveObject = {
  readonly uid: string | null
  /** The uid of the object that controls it (kubernetes.io, "Owners and Dependents"). */
  readonly controller: string | null
  /** A revision of a Deployment that no pod runs any more. */
  readonly isOldRevision: boolean
  readonly isReplicaSet: boolean
  readonly uses: readonly ImageUse[]
}

/** null: nothing of it matters to others. */
export function liveObject(
  { node, workload }: ManifestObject,
  uses: readonly ImageUse[]
): LiveObject | null {
  if (uses.length === 0) return null
  const metadata = child(node, 'metadata')
  const owner = itemsIn(child(metadata, 'ownerReferences')).find(
    each => nameIn(child(each, 'controller')) === 'true'
  )
  const uid = nameIn(child(metadata, 'uid'))
  const controller = nameIn(child(owner ?? null, 'uid'))
  if (uid === null && controller === null) return null
  const isReplicaSet = workload.kind === 'ReplicaSet'
  const isEmpty = nameIn(child(child(node, 'spec'), 'replicas')) === '0'
  const isOfDeployment = nameIn(child(owner ?? null, 'kind')) === 'Deployment'
  return {
    uid,
    controller,
    isReplicaSet,
    isOldRevision: isReplicaSet && isEmpty && isOfDeployment,
    uses
  }
}

/** What is judged by its controller, in the same input. */
export type LeftOut = {
  readonly uses: ReadonlySet<ImageUse>
  readonly objects: number
  readonly oldRevisions: number
  /** What pods show that their controllers do not say: admission changed them. One for all pods of a namespace that show the same. */
  readonly changers: readonly PodChanger[]
}

/**
 * What stands in the controller of an object too, in the same input, is pulled as that says. What an object has besides, as admission
 * or an older revision brings it, is judged by itself, but for revisions that no pod runs.
 */
export function leftOut(objects: readonly LiveObject[]): LeftOut {
  const byUid = new Map(objects.flatMap(each => (each.uid === null ? [] : [[each.uid, each]])))
  const uses = new Set<ImageUse>()
  const changers = new Map<string, PodChanger>()
  let [controlled, oldRevisions] = [0, 0]
  for (const object of objects) {
    const controller = object.controller === null ? undefined : byUid.get(object.controller)
    if (controller === undefined || controller === object) continue
    const covered = object.isOldRevision ? object.uses : coveredUses(object, controller)
    for (const use of covered) uses.add(use)
    if (object.isOldRevision) oldRevisions += 1
    else {
      if (covered.length > 0) controlled += 1
      for (const changer of changersOf(object, controller)) {
        const key = JSON.stringify([changer.selection, changer.changes])
        if (!changers.has(key)) changers.set(key, changer)
      }
    }
  }
  return { uses, objects: controlled, oldRevisions, changers: [...changers.values()] }
}

/** The container, volume or field that a use stands in; a mention stands in none. */
const slotOf = ({ container, class: imageClass }: ImageUse): string =>
  JSON.stringify([imageClass, container])

const accountOf = ({ pod }: ImageUse): string => pod?.serviceAccountName ?? 'default'

const saysTheSame = (one: ImageUse, other: ImageUse): boolean =>
  one.image.text === other.image.text && accountOf(one) === accountOf(other)

/** Of a controller they are asked for each of its pods. */
const slotsOf = memoizeForObjects(({ uses }: LiveObject) => groupBy(uses, slotOf))

function coveredUses(object: LiveObject, controller: LiveObject): readonly ImageUse[] {
  const bySlot = slotsOf(controller)
  return object.uses.filter(use =>
    (bySlot.get(slotOf(use)) ?? []).some(other => saysTheSame(use, other))
  )
}

const secretsOf = memoizeForObjects(
  ({ uses }: LiveObject): ReadonlySet<string> =>
    new Set(uses.flatMap(({ pod }) => pod?.imagePullSecrets ?? []))
)

const bringsSecrets = (object: LiveObject, controller: LiveObject): boolean => {
  const known = secretsOf(controller)
  return [...secretsOf(object)].some(secret => !known.has(secret))
}

/** The template of a ReplicaSet never changes, so that another image in a container of its pods came at their admission. */
function replacesImages({ uses }: LiveObject, controller: LiveObject): boolean {
  return (
    controller.isReplicaSet &&
    uses
      .filter(({ class: imageClass }) => imageClass === 'pod')
      .some(use => {
        const written = slotsOf(controller).get(slotOf(use))?.at(-1)
        return written !== undefined && written.image.text !== use.image.text
      })
  )
}

function changersOf(object: LiveObject, controller: LiveObject): readonly PodChanger[] {
  const [use] = object.uses
  if (use === undefined) return []
  const { kind, name, namespace } = use.workload
  const changes: readonly PodChange[] = [
    ...(bringsSecrets(object, controller) ? [{ what: 'pull secrets' } as const] : []),
    ...(replacesImages(object, controller) ? [anyImage] : [])
  ]
  return changes.map(change => ({
    text: `${kind} ${name} has ${change.what} that its controller does not name, so that something adds them at admission`,
    changes: [change],
    selection: {
      any: [[{ ...anyObject, namespaces: namespace === null ? null : [namespace] }]],
      except: []
    },
    location: use.location
  }))
}
