import { contentOf } from '../../yaml/nodes.ts'
import type { ContentNode, YamlNode } from '../../yaml/yaml-nodes.ts'
import type { StrangePart } from './kustomization-fields.ts'

function* nodesIn(node: YamlNode): Generator<ContentNode, void, undefined> {
  const content = contentOf(node)
  yield content
  if (content.kind === 'sequence') for (const item of content.items) yield* nodesIn(item)
  if (content.kind === 'mapping')
    for (const { key, value } of content.entries) {
      yield key
      yield* nodesIn(value)
    }
}

/** YAML that parsers of other makes may read otherwise than ours; null: there is none. */
export const unclearYaml = (root: YamlNode): StrangePart | null => {
  for (const node of nodesIn(root)) {
    if (node.kind === 'scalar' && node.tagged) return { words: 'has YAML tags', at: node }
    if (node.kind === 'mapping' && node.irregular)
      return { words: 'has merge keys or a key twice', at: node }
  }
  return null
}
