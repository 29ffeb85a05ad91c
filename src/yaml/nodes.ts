import { memoizeForObjects } from '../base/memoize.ts'
import { isMergeKey } from './yaml-tree.ts'
import type {
  AliasNode,
  ContentNode,
  MappingEntry,
  MappingNode,
  ScalarNode,
  YamlNode
} from './yaml-nodes.ts'

/** An entry as the mapping means it; `via` is the alias in a merge key that it came through. */
export type EffectiveEntry = MappingEntry & { readonly via?: AliasNode }

/** What an alias stands for. */
export const contentOf = (node: YamlNode): ContentNode =>
  node.kind === 'alias' ? node.target : node

/** The entries that a merge key brings, those of several mappings one after the other. */
function* mergedFrom(value: YamlNode): Generator<EffectiveEntry, void, undefined> {
  const content = contentOf(value)
  const via = value.kind === 'alias' ? value : null
  if (content.kind === 'sequence') for (const item of content.items) yield* mergedFrom(item)
  if (content.kind === 'mapping')
    for (const entry of entriesOf(content)) yield via === null ? entry : { ...entry, via }
}

function broughtBy({ key, value }: MappingEntry): Iterable<EffectiveEntry> {
  if (!isMergeKey(key)) return [{ key, value }]
  const brought = new Map<string, EffectiveEntry>()
  for (const entry of mergedFrom(value))
    if (!brought.has(entry.key.text)) brought.set(entry.key.text, entry)
  return brought.values()
}

const resolveEntries = memoizeForObjects(({ entries }: MappingNode): readonly EffectiveEntry[] => {
  const effective = new Map<string, EffectiveEntry>()
  for (const written of entries)
    for (const entry of broughtBy(written)) effective.set(entry.key.text, entry)
  return [...effective.values()]
})

/**
 * A mapping as kubectl reads it: of equal keys the last counts, silently, and a merge key brings its own where it stands
 * (go-yaml v2, decode.go, mapping); of several merged mappings the first counts (yaml.org/type/merge.html).
 */
export const entriesOf = (mapping: MappingNode): readonly EffectiveEntry[] =>
  mapping.irregular ? resolveEntries(mapping) : mapping.entries

/** Of equal keys the last, which is the one that counts. */
export const duplicateKeys = ({ entries }: MappingNode): readonly ScalarNode[] => {
  const last = new Map<string, ScalarNode>()
  const duplicates = new Set<string>()
  for (const { key } of entries) {
    if (last.has(key.text) && !isMergeKey(key)) duplicates.add(key.text)
    last.set(key.text, key)
  }
  return [...duplicates].flatMap(text => last.get(text) ?? [])
}

/** Mappings are mostly short, where searching is faster than a map. */
const fewEntries = 32

const valuesByKey = memoizeForObjects(
  (mapping: MappingNode): ReadonlyMap<string, YamlNode> =>
    new Map(entriesOf(mapping).map(({ key, value }) => [key.text, value]))
)

/** The value of a key, null where the node is no mapping or has no such key. */
export const child = (node: YamlNode | null, key: string): YamlNode | null => {
  const content = node === null ? null : contentOf(node)
  if (content?.kind !== 'mapping') return null
  const value =
    content.entries.length > fewEntries
      ? valuesByKey(content).get(key)
      : entriesOf(content).find(entry => entry.key.text === key)?.value
  return value ?? null
}

export const mappingIn = (node: YamlNode | null): MappingNode | null => {
  const content = node === null ? null : contentOf(node)
  return content?.kind === 'mapping' ? content : null
}

export const scalarIn = (node: YamlNode | null): ScalarNode | null => {
  const content = node === null ? null : contentOf(node)
  return content?.kind === 'scalar' ? content : null
}

export const itemsIn = (node: YamlNode | null): readonly YamlNode[] => {
  const content = node === null ? null : contentOf(node)
  return content?.kind === 'sequence' ? content.items : []
}

/** YAML 1.1's forms of null; yaml.org/type/null.html. */
export const isNull = ({ text, style }: ScalarNode): boolean =>
  style === 'plain' && /^(?:~|null|Null|NULL|)$/.test(text)

/** The text of a scalar that holds any: null, empty and blank texts do not. */
export const textIn = (node: YamlNode | null): string | null => {
  const scalar = scalarIn(node)
  return scalar === null || isNull(scalar) || scalar.text.trim() === '' ? null : scalar.text
}

/** Keys and indexes from a document's root; an index counts from 0. */
export type Path = readonly (string | number)[]

/** The node at a path, aliases and merge keys resolved; null where there is none. */
export const nodeAt = (root: YamlNode | null, path: Path): YamlNode | null => {
  let node = root
  for (const step of path)
    node = typeof step === 'number' ? (itemsIn(node)[step] ?? null) : child(node, step)
  return node
}

/** The scalar at a path, aliases and merge keys resolved; null where there is none. */
export const scalarAt = (root: YamlNode | null, path: Path): ScalarNode | null =>
  scalarIn(nodeAt(root, path))

export type LocatedScalar = { readonly path: Path; readonly scalar: ScalarNode }

/** Every scalar value below a node with its path, in the order of the text; null forms included. */
export function* walkScalars(
  root: YamlNode | null,
  path: Path = []
): Generator<LocatedScalar, void, undefined> {
  const content = root === null ? null : contentOf(root)
  if (content?.kind === 'scalar') yield { path, scalar: content }
  if (content?.kind === 'sequence')
    for (const [index, item] of content.items.entries()) yield* walkScalars(item, [...path, index])
  if (content?.kind === 'mapping')
    for (const { key, value } of entriesOf(content)) yield* walkScalars(value, [...path, key.text])
}

/** Objects, arrays, texts and null; numbers and booleans stay the text they were written as. */
export const plainValue = (root: YamlNode | null): unknown => {
  const content = root === null ? null : contentOf(root)
  if (content === null) return null
  if (content.kind === 'scalar') return isNull(content) ? null : content.text
  if (content.kind === 'sequence') return content.items.map(plainValue)
  return Object.fromEntries(
    entriesOf(content).map(({ key, value }) => [key.text, plainValue(value)])
  )
}
