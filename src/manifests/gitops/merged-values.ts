import { madeMapping } from '../../yaml/made-nodes.ts'
import { contentOf, entriesOf } from '../../yaml/nodes.ts'
import type { MappingNode, YamlNode } from '../../yaml/yaml-nodes.ts'

/** Values as Helm merges them: mappings key by key, of all else the later one (helm, pkg/cli/values/options.go, mergeMaps). */
export const mergedValues = (under: YamlNode, over: YamlNode): YamlNode => {
  const [below, above] = [contentOf(under), contentOf(over)]
  return below.kind === 'mapping' && above.kind === 'mapping' ? mergedMapping(below, above) : over
}

const mergedMapping = (under: MappingNode, over: MappingNode): MappingNode => {
  const merged = new Map<string, YamlNode>()
  for (const { key, value } of entriesOf(under)) merged.set(key.text, value)
  for (const { key, value } of entriesOf(over)) {
    const before = merged.get(key.text)
    merged.set(key.text, before === undefined ? value : mergedValues(before, value))
  }
  return madeMapping([...merged], over)
}

/** A tree with another node at a path, which is made where it is missing. */
export const withNode = (
  root: YamlNode | null,
  [first, ...rest]: readonly string[],
  node: YamlNode
): YamlNode => {
  if (first === undefined) return node
  const content = root === null ? null : contentOf(root)
  const entries = content?.kind === 'mapping' ? entriesOf(content) : []
  const before = entries.find(({ key }) => key.text === first)?.value ?? null
  const others = entries.flatMap(({ key, value }) =>
    key.text === first ? [] : [[key.text, value] as const]
  )
  return madeMapping([...others, [first, withNode(before, rest, node)]], content ?? node)
}
