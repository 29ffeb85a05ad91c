import { truthOf, type Truth } from '../../base/three-valued.ts'
import type { Location } from '../../yaml/location.ts'
import { itemsIn, textIn } from '../../yaml/nodes.ts'
import { nodeAt, scalarAt, type Path, type ScalarNode } from '../../kubernetes/read.ts'
import { goMatches } from './re2/program.ts'
import type { ParsedFile } from '../files/parsed-file.ts'

/** One entry of a kustomization's `images`. */
export type ImageEntry = {
  readonly name: string
  readonly newName: string | null
  readonly newTag: string | null
  readonly tagSuffix: string | null
  readonly digest: string | null
  /** The scalar that a person would edit: newName, else newTag, digest, name. */
  readonly location: Location
}

export const imageEntries = ({ root, locate }: ParsedFile): readonly ImageEntry[] =>
  itemsIn(nodeAt(root, ['images'])).flatMap(item => {
    const scalar = (key: string): ScalarNode | null => scalarAt(item, [key])
    const name = scalar('name')
    if (name === null) return []
    const edited = scalar('newName') ?? scalar('newTag') ?? scalar('digest') ?? name
    return [
      {
        name: name.text,
        newName: textIn(scalar('newName')),
        newTag: textIn(scalar('newTag')),
        tagSuffix: textIn(scalar('tagSuffix')),
        digest: textIn(scalar('digest')),
        location: locate(edited.start, edited.end)
      }
    ]
  })

/**
 * Fields that `images` rewrites: those of PodSpecs, image volumes, and any list under `containers` or
 * `initContainers` (kustomize, api/filters/imagetag: imagetag.go, legacy.go).
 */
export const isRewritten = (path: Path): boolean => {
  const [list, index, ...field] = path.slice(path.at(-1) === 'image' ? -3 : -4)
  if (typeof index !== 'number') return false
  return field.length === 1
    ? list === 'containers' || list === 'initContainers'
    : list === 'volumes' && field[0] === 'image' && field[1] === 'reference'
}

/** Longer than any reference that a runtime takes. */
const longestImage = 1_000

/** A name of these characters is a regular expression in which only the dot means something. */
const plainName = /^[A-Za-z0-9._/:@-]*$/
const version = '(?::[a-zA-Z0-9_.{}-]*)?(?:@[a-zA-Z0-9]+(?:[.+_-][a-zA-Z0-9]+)*:[a-zA-Z0-9_.{}-]*)?'

/**
 * Whether an entry is for an image. kustomize puts the name into a regular expression as it is (api/internal/image/image.go,
 * IsImageMatched); one that is more than a name is a stranger's, and is followed step by step.
 */
export function matchesImage({ name }: ImageEntry, image: string): Truth {
  if (!plainName.test(name)) return matchesPattern(name, image)
  if (image.length > longestImage) return name === image ? 'yes' : 'no'
  return truthOf(new RegExp(`^${name}${version}$`).test(image))
}

/** As one expression: an alternative that no group holds reaches to either end of it. */
const matchesPattern = (pattern: string, image: string): Truth => {
  if (pattern === image) return 'yes'
  const answer = goMatches(`^${pattern}${version}$`, image)
  return answer === null ? 'maybe' : truthOf(answer)
}

/** What an entry makes of an image, or null where its name does not surely match (kustomize, api/filters/imagetag/updater.go). */
export const applyEntry = (entry: ImageEntry, image: string): string | null => {
  if (matchesImage(entry, image) !== 'yes') return null
  const parts = splitImage(image)
  const { tag, digest } = newVersion(entry, parts)
  return [
    entry.newName ?? parts.name,
    tag === null ? '' : `:${tag}`,
    digest === null ? '' : `@${digest}`
  ].join('')
}

type ImageParts = {
  readonly name: string
  readonly tag: string | null
  readonly digest: string | null
}

/** An entry's version replaces both the tag and the digest that were there. */
const newVersion = (entry: ImageEntry, parts: ImageParts): Omit<ImageParts, 'name'> => {
  if (entry.newTag !== null || entry.digest !== null) {
    return { tag: entry.newTag, digest: entry.digest }
  }
  if (entry.tagSuffix !== null) return { tag: `${parts.tag ?? ''}${entry.tagSuffix}`, digest: null }
  return parts
}

/** As kustomize splits, without a look at the grammar (api/internal/image/image.go, Split). */
const splitImage = (image: string): ImageParts => {
  if (image.length > longestImage) return { name: image, tag: null, digest: null }
  const [, name = image, tag = null, digest = null] =
    /^([^@]*?)(?::([^/:@]*))?(?:@(.*))?$/.exec(image) ?? []
  return { name, tag, digest }
}
