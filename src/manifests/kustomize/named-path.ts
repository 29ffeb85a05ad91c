import { itemsIn } from '../../yaml/nodes.ts'
import { nodeAt, scalarAt, type Path, type YamlNode } from '../../kubernetes/read.ts'
import { memoizeForObjects } from '../../base/memoize.ts'

/** A step into a list by the `name` of the item, which patches and merges keep, while indexes move. */
export type NamedStep = string | number | { readonly name: string }

/** A path whose list steps are names where the items have one. */
export type NamedPath = readonly NamedStep[]

export const namedPath = (root: YamlNode | null, path: Path): NamedPath =>
  path.map((step, index) => {
    if (typeof step === 'string') return step
    const name = scalarAt(nodeAt(root, path.slice(0, index + 1)), ['name'])?.text
    return name === undefined ? step : { name }
  })

/** The node that a path of names leads to in another document, or null. */
export const nodeByNames = (root: YamlNode | null, path: NamedPath): YamlNode | null => {
  let node = root
  for (const step of path) {
    node = typeof step === 'object' ? itemNamed(node, step.name) : nodeAt(node, [step])
    if (node === null) return null
  }
  return node
}

/** Lists of any length are searched by name once for each item; of equal names the first counts, as kustomize merges. */
const itemsByName = memoizeForObjects(
  (list: YamlNode): ReadonlyMap<string, YamlNode> =>
    new Map(
      itemsIn(list)
        .map(item => [scalarAt(item, ['name'])?.text ?? '', item] as const)
        .toReversed()
    )
)

const itemNamed = (list: YamlNode | null, name: string): YamlNode | null =>
  list === null ? null : (itemsByName(list).get(name) ?? null)
