import type { ImageReference } from '../kubernetes/images/image-reference.ts'
import { imageKey } from '../kubernetes/images/parsed-image.ts'
import type { ImageUse } from '../kubernetes/images/image-use.ts'
import type { Manifests } from '../kubernetes/manifests.ts'
import { groupBy, type Group } from '../base/group-by.ts'
import { sameness } from '../base/sameness.ts'
import type { ManifestsIndex } from './manifests-index.ts'
import { registryHostOf, type RegistryHost } from './credentials/registry-hosts.ts'

/** One image reference of an Azure registry, with all its uses in pods of the same kind. */
export type RequestedImage = {
  /** The reference as written. */
  readonly text: string
  readonly reference: ImageReference
  readonly host: RegistryHost
  /** Uses by what decides who pulls; never empty. */
  readonly groups: readonly Group<ImageUse>[]
}

/** A use whose text is a complete reference. */
export type ReferenceUse = ImageUse & {
  readonly image: Extract<ImageUse['image'], { readonly kind: 'reference' }>
}

/**
 * A use that the kubelet pulls, or may pull where only a field of another object names it. With the policy Never there is
 * no pull to judge: the image must already be on the node. What a text only mentions counts where somebody asks for it.
 */
export const isPulled =
  ({ judgesMentions }: Pick<Manifests, 'judgesMentions'>) =>
  (use: ImageUse): use is ReferenceUse =>
    use.image.kind === 'reference' &&
    (use.class !== 'mention' || judgesMentions === true) &&
    use.pullPolicy !== 'Never'

/** The same text for uses whose pulls come to the same. */
export const contextOf = (
  use: ImageUse,
  { placeMatters, changersOf }: Pick<ManifestsIndex, 'placeMatters' | 'changersOf'>,
  numberOf: (pod: object) => number
): string => {
  const { pod, beside, workload, location } = use
  return JSON.stringify([
    pod === null ? null : numberOf(pod),
    beside === null ? null : numberOf(beside),
    workload.namespace,
    placeMatters ? location.file : null,
    changersOf(use).map(({ text, location: { file, line }, changes }) => [
      [text, file, line],
      [...changes]
    ])
  ])
}

/** The images to judge, in order of first appearance. */
export function requestedImages(
  manifests: Manifests,
  ownSuffixes: readonly string[],
  isRegistryHost: (host: string) => boolean,
  objects: ManifestsIndex
): readonly RequestedImage[] {
  const numberOf = sameness()
  const pulled = groupBy(manifests.uses.filter(isPulled(manifests)), ({ image }) => imageKey(image))
  return [...pulled.values()].flatMap(uses => {
    const { text, reference } = uses[0].image
    const host = registryHostOf(reference, ownSuffixes, isRegistryHost)
    if (host === null) return []
    const groups = [...groupBy(uses, use => contextOf(use, objects, numberOf)).values()]
    return [{ text, reference, host, groups }]
  })
}
