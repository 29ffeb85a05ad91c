/** Why a document is not read; `offset` is into the file's text. */
export class YamlError extends Error {
  readonly offset: number
  /** `refused`: kubectl might read it, but it exceeds what one file may hold here. */
  readonly kind: 'invalid' | 'refused'

  constructor(message: string, offset: number, kind: YamlError['kind'] = 'invalid') {
    super(message)
    this.offset = offset
    this.kind = kind
  }
}

export const mostNodes = 1_000_000
const mostRepeatedCharacters = 5_000_000
/** What a failed attempt costs beside its length: js-yaml's error draws a picture of the place. */
const charactersForError = 1_000
const freeAliasNodes = 100_000
const aliasNodesForEachWritten = 10

/** How much text of one file may be parsed more than once. */
export class ParseBudget {
  private left = mostRepeatedCharacters

  /** Whether so many characters may be parsed again, and counts them. */
  allows(characters: number): boolean {
    this.left -= characters + charactersForError
    return this.left >= 0
  }
}

/** What one file may hold, counted over all its documents, so that time and memory stay bounded. */
export class NodeBudget {
  private written = 0
  private throughAliases = 0

  /** Nodes as a walk meets them, those behind aliases each time anew. */
  get total(): number {
    return this.written + this.throughAliases
  }

  /** Whether the file has more nodes than are read. */
  get isUsedUp(): boolean {
    return this.written > mostNodes
  }

  countNode(offset: number): void {
    this.written++
    if (this.isUsedUp)
      throw new YamlError(
        `the file holds more than ${mostNodes} YAML nodes, and none beyond them is read`,
        offset,
        'refused'
      )
  }

  /** kubectl limits the share of aliases as well: go-yaml, decode.go, "document contains excessive aliasing". */
  countAlias(nodes: number, offset: number): void {
    this.throughAliases += nodes
    if (this.throughAliases > freeAliasNodes + aliasNodesForEachWritten * this.written)
      throw new YamlError('the document contains excessive aliasing', offset)
  }
}
