/** Offsets are into the file's whole text, end exclusive; quotes are outside of a scalar's range. */
export type ScalarNode = {
  readonly kind: 'scalar'
  readonly start: number
  readonly end: number
  /** Decoded: without quotes, escapes and folding. */
  readonly text: string
  /** Only plain scalars can be null, numbers or booleans. */
  readonly style: 'plain' | 'quoted' | 'block'
  /** Whether a tag says how the text is to be read. */
  readonly tagged: boolean
}

export type SequenceNode = {
  readonly kind: 'sequence'
  readonly start: number
  /** Of the last scalar inside. */
  readonly end: number
  readonly items: readonly YamlNode[]
}

export type MappingEntry = {
  readonly key: ScalarNode
  readonly value: YamlNode
}

export type MappingNode = {
  readonly kind: 'mapping'
  readonly start: number
  /** Of the last scalar inside. */
  readonly end: number
  /** As written; `entriesOf` resolves merge keys and duplicates. */
  readonly entries: readonly MappingEntry[]
  /** Whether merge keys or duplicate keys make `entries` differ from what the mapping means. */
  readonly irregular: boolean
}

export type AliasNode = {
  readonly kind: 'alias'
  readonly start: number
  readonly end: number
  readonly target: ContentNode
}

/** What is not an alias. */
export type ContentNode = ScalarNode | SequenceNode | MappingNode
export type YamlNode = ContentNode | AliasNode
