import { contentOf, entriesOf } from '../yaml/nodes.ts'
import type { ScalarNode, YamlNode } from '../yaml/yaml-nodes.ts'
import { parseBlock } from './document-nodes.ts'
import { hasPodShape } from './pod-spec.ts'

const longestPodText = 100_000

const holdsPod = (node: YamlNode, depth = 0): boolean => {
  const content = contentOf(node)
  if (content.kind !== 'mapping' || depth > 6) return false
  return hasPodShape(content) || entriesOf(content).some(({ value }) => holdsPod(value, depth + 1))
}

/** A block of text that is YAML with a PodSpec in it. */
export const podInText = (
  { style, start, end, text }: ScalarNode,
  source: string
): YamlNode | null => {
  if (style !== 'block' || text.length > longestPodText || !/^[ \t]*(?:- )?containers:/m.test(text))
    return null
  const root = parseBlock(source, { start, end })
  return root !== null && holdsPod(root) ? root : null
}
