import type { MappingNode, ScalarNode, SequenceNode, YamlNode } from './yaml-nodes.ts'

/** What a made node is made of, and so where a reader finds it. */
type Place = Pick<YamlNode, 'start' | 'end'>

/** A text that is written otherwise, or only in part, at its place. */
export const madeText = (text: string, { start, end }: Place): ScalarNode => ({
  kind: 'scalar',
  text,
  start,
  end,
  style: 'quoted',
  tagged: false
})

export const madeSequence = (items: readonly YamlNode[], { start, end }: Place): SequenceNode => ({
  kind: 'sequence',
  items,
  start,
  end
})

/** A mapping whose values stand elsewhere, each under its key. */
export const madeMapping = (
  entries: readonly (readonly [key: string, value: YamlNode])[],
  { start, end }: Place
): MappingNode => ({
  kind: 'mapping',
  entries: entries.map(([key, value]) => ({ key: madeText(key, { start, end }), value })),
  irregular: false,
  start,
  end
})
