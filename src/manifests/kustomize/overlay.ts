import { dirname, join } from 'node:path'
import { entriesOf, itemsIn, mappingIn, nodeAt, scalarAt, textIn } from '../../yaml/nodes.ts'
import { flowText, type Rewritten } from '../../yaml/flow-text.ts'
import { madeMapping, madeSequence, madeText } from '../../yaml/made-nodes.ts'
import type { YamlNode } from '../../yaml/yaml-nodes.ts'
import type { DeployingObject } from '../gitops/gitops-objects.ts'
import type { Controller, Setting } from '../gitops/gitops-objects.ts'
import type { ParsedFile } from '../files/parsed-file.ts'
import type { Kustomization } from './kustomization.ts'

/** A kustomization as an object of a controller deploys it. */
export type Overlay = {
  /** Absolute, and without symbolic links. */
  readonly directory: string
  /** Fields that the controller writes into the kustomization before it builds it, as the object has them; null: none. */
  readonly overrides: ParsedFile | null
  /** What else the controller does to what is built. */
  readonly ways: readonly Setting[]
  readonly by: Controller
  /** null: it sets nothing. */
  readonly object: DeployingObject | null
}

/** Lists that a controller adds to; it replaces all other fields. */
const addedTo: ReadonlySet<string> = new Set([
  'components',
  'patches',
  'patchesStrategicMerge',
  'patchesJson6902',
  'images'
])

const nameOf = (item: YamlNode): string | null => textIn(scalarAt(item, ['name']))

/** An entry of `images` takes the place of one for the same name (kustomize, edit/set/setimage.go; fluxcd/pkg, kustomize). */
const withoutReplaced = (
  key: string,
  own: readonly YamlNode[],
  added: readonly YamlNode[]
): readonly YamlNode[] => {
  if (key !== 'images') return own
  const names = new Set(added.map(nameOf))
  return own.filter(item => !names.has(nameOf(item)))
}

type Fields = ReadonlyMap<string, YamlNode>

const fieldsOf = (root: YamlNode | null): Fields => {
  const mapping = mappingIn(root)
  return new Map(
    mapping === null ? [] : entriesOf(mapping).map(({ key, value }) => [key.text, value])
  )
}

/** What of a kustomization stays its own, where a controller writes other fields into it. */
export const leftOf = (base: Kustomization, overrides: ParsedFile | null): Kustomization => {
  const images = nodeAt(base.root, ['images'])
  const added = itemsIn(nodeAt(overrides?.root ?? null, ['images']))
  const own = itemsIn(images)
  const left = withoutReplaced('images', own, added)
  if (images === null || base.root === null || left.length === own.length) return base
  const fields = [...fieldsOf(base.root)].map(
    ([key, value]) => [key, key === 'images' ? madeSequence(left, images) : value] as const
  )
  return { ...base, root: madeMapping(fields, base.root) }
}

const merged = (key: string, own: YamlNode, added: YamlNode): YamlNode => {
  if (!addedTo.has(key)) return added
  const items = itemsIn(added)
  return madeSequence([...withoutReplaced(key, itemsIn(own), items), ...items], own)
}

/**
 * The text of a kustomization file as a controller leaves it; null where that would be longer than any.
 * `rewritten` is for what the file itself says.
 */
export const overlaidText = (
  base: Kustomization,
  overrides: ParsedFile | null,
  rewritten: Rewritten
): string | null => {
  const own = fieldsOf(base.root)
  const added = fieldsOf(overrides?.root ?? null)
  const lines: string[] = []
  for (const key of new Set([...own.keys(), ...added.keys()])) {
    const [before, after] = [own.get(key), added.get(key)]
    const items: YamlNode | undefined =
      before !== undefined && after !== undefined ? merged(key, before, after) : (after ?? before)
    if (items === undefined) continue
    const text = flowText(items, scalar => (after === undefined ? rewritten(scalar) : null))
    if (text === null) return null
    lines.push(`${JSON.stringify(key)}: ${text}\n`)
  }
  return lines.join('')
}

/** What a controller makes of a directory without a kustomization: one that lists what is in it. */
export const listingRoot = (directory: string, paths: readonly string[]): YamlNode => {
  const nowhere = { start: 0, end: 0 }
  const names = paths.map(path => madeText(path.slice(directory.length + 1), nowhere))
  return madeMapping([['resources', madeSequence(names, nowhere)]], nowhere)
}

/**
 * The files below a directory that a controller lists, and in place of all below a kustomization the directory of that
 * (fluxcd/pkg, kustomize/kustomize_generator.go, scanManifests).
 */
export const listedBelow = (
  directory: string,
  files: readonly string[],
  kustomizations: ReadonlySet<string>
): readonly string[] => {
  const listed = files
    .filter(path => path.startsWith(join(directory, '/')))
    .map(path => {
      let outermost = path
      for (let above = dirname(path); above.length > directory.length; above = dirname(above))
        if (kustomizations.has(above)) outermost = above
      return outermost
    })
  return [...new Set(listed)]
}
