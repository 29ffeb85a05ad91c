import { memoizeForObjects } from '../../base/memoize.ts'
import { entriesOf, isNull, scalarIn } from '../../yaml/nodes.ts'
import type { AliasNode, MappingNode, ScalarNode } from '../../yaml/yaml-nodes.ts'

/** An image that is put together from the scalars of one mapping. */
export type FieldImage = {
  readonly text: string
  /** The scalar with the repository's name: the one that a reader looks for. */
  readonly scalar: ScalarNode
  /** The alias in this mapping that the scalar stands behind. */
  readonly via: AliasNode | null
  /** The keys that the text came from. */
  readonly keys: readonly string[]
}

/**
 * Keys such as `image`, `sidecarImage`, `sidecar.istio.io/proxyImage`, as in Renovate's helm-values manager; and
 * `imageName` (cloudnative-pg.io, ClusterSpec).
 */
export const isImageKey = (key: string): boolean => /image(?:Name)?$/i.test(key)

type Part = { readonly scalar: ScalarNode; readonly via: AliasNode | null }
type Parts = ReadonlyMap<string, Part>

/** Once for each mapping: every image key in it asks. */
const partsOf = memoizeForObjects((mapping: MappingNode): Parts => {
  const parts = new Map<string, Part>()
  for (const { key, value, via } of entriesOf(mapping)) {
    const scalar = scalarIn(value)
    if (scalar !== null && !isNull(scalar) && scalar.text !== '')
      parts.set(key.text, { scalar, via: via ?? (value.kind === 'alias' ? value : null) })
  }
  return parts
})

const firstOf = (parts: Parts, keys: readonly string[]): string | null =>
  keys.find(key => parts.has(key)) ?? null

/** The parts of an image by the keys they stand under; null where a part is not written. */
type Layout = {
  readonly registry: string | null
  readonly name: string
  readonly tag: string | null
  readonly digest: string | null
}

const join = (parts: Parts, { registry, name, tag, digest }: Layout): FieldImage | null => {
  const named = parts.get(name)
  if (named === undefined) return null
  const part = (key: string | null, before: string, after: string) =>
    key === null ? '' : before + (parts.get(key)?.scalar.text ?? '') + after
  return {
    text: part(registry, '', '/') + named.scalar.text + part(tag, ':', '') + part(digest, '@', ''),
    ...named,
    keys: [registry, name, tag, digest].filter(key => key !== null)
  }
}

/** `{registry, repository, tag, digest}` below an image key: `[registry/]repository[:tag][@digest]`. */
export const imageFromMapping = (mapping: MappingNode): FieldImage | null => {
  const parts = partsOf(mapping)
  const name = firstOf(parts, ['repository', 'name'])
  if (name === null) return null
  return join(parts, {
    registry: firstOf(parts, ['registry']),
    name,
    tag: firstOf(parts, ['tag', 'version']),
    digest: firstOf(parts, ['digest'])
  })
}

const namesHost = (text: string): boolean =>
  /[.:]/.test(text.slice(0, Math.max(text.indexOf('/'), 0)))
const namesTag = (text: string): boolean =>
  text.lastIndexOf(':') > text.lastIndexOf('/') || text.includes('@')

/**
 * A scalar below an image key, with what stands beside it: `registry`, `tag` and `digest` as in many charts,
 * `repository` and `version` as in NVIDIA's ClusterPolicy. What the scalar itself names is not taken again.
 */
export const imageFromSiblings = (key: string, mapping: MappingNode): FieldImage | null => {
  const parts = partsOf(mapping)
  const text = parts.get(key)?.scalar.text
  if (text === undefined) return null
  const alone = key !== 'image'
  const registry = alone || namesHost(text) ? null : firstOf(parts, ['registry', 'repository'])
  const tags = registry === 'repository' ? ['tag', 'version'] : ['tag']
  const tagged = alone || namesTag(text)
  return join(parts, {
    registry,
    name: key,
    tag: tagged ? null : firstOf(parts, tags),
    digest: tagged ? null : firstOf(parts, ['digest'])
  })
}

/** Whether a key such as `registry` is already read as a part of the `image` beside it. */
export const isPartOfImage = (key: string, mapping: MappingNode): boolean =>
  (key === 'registry' || key === 'repository') &&
  imageFromSiblings('image', mapping)?.keys.includes(key) === true
