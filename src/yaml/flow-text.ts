import { contentOf, entriesOf, isNull } from './nodes.ts'
import { otherType } from './scalar-types.ts'
import type { ScalarNode, YamlNode } from './yaml-nodes.ts'

/** Another scalar in the place of one; null: it stays. */
export type Rewritten = (scalar: ScalarNode) => ScalarNode | null

const asWritten: Rewritten = () => null

/** Line ends of YAML 1.1 and what no document may hold; JSON leaves them as they are. */
const unprintable = /[\u007F-\u009F\u2028\u2029\uFEFF\uFFFE\uFFFF]/g

const quoted = (text: string): string =>
  JSON.stringify(text).replace(
    unprintable,
    found => `\\u${found.charCodeAt(0).toString(16).padStart(4, '0')}`
  )

const scalarText = (written: ScalarNode, rewritten: Rewritten): string => {
  const scalar = rewritten(written) ?? written
  if (isNull(scalar)) return 'null'
  return otherType(scalar) === null ? quoted(scalar.text) : scalar.text
}

/** No values and no kustomization that a person writes is as long; aliases of aliases may be of any length. */
const longestText = 10_000_000

/** Where a scalar stands in the text that was written; end exclusive, quotes included. */
export type FlowPlace = {
  readonly start: number
  readonly end: number
  readonly scalar: ScalarNode
}

class FlowWriter {
  readonly parts: string[] = []
  readonly places: FlowPlace[] = []
  private readonly rewritten: Rewritten
  private length = 0

  constructor(rewritten: Rewritten) {
    this.rewritten = rewritten
  }

  get isFull(): boolean {
    return this.length > longestText
  }

  write(node: YamlNode): void {
    if (this.isFull) return
    const content = contentOf(node)
    if (content.kind === 'scalar') {
      const start = this.length
      this.add(scalarText(content, this.rewritten))
      this.places.push({ start, end: this.length, scalar: content })
    } else if (content.kind === 'sequence')
      this.list('[', ']', content.items, item => {
        this.write(item)
      })
    else
      this.list('{', '}', entriesOf(content), ({ key, value }) => {
        this.add(`${quoted(key.text)}: `)
        this.write(value)
      })
  }

  private list<Item>(
    open: string,
    close: string,
    items: readonly Item[],
    write: (item: Item) => void
  ): void {
    this.add(open)
    for (const [index, item] of items.entries()) {
      if (index > 0) this.add(', ')
      write(item)
    }
    this.add(close)
  }

  private add(text: string): void {
    this.parts.push(text)
    this.length += text.length
  }
}

/**
 * A node as YAML that means the same to every parser, in one line: texts are quoted, aliases and merge keys resolved, and
 * numbers, booleans and null as they are. null where that is longer than anything that a person writes.
 */
export const flowText = (node: YamlNode, rewritten: Rewritten = asWritten): string | null => {
  const writer = new FlowWriter(rewritten)
  writer.write(node)
  return writer.isFull ? null : writer.parts.join('')
}

/** The same with the places of all scalars, in their order. */
export const flowTextWithPlaces = (
  node: YamlNode
): { readonly text: string; readonly places: readonly FlowPlace[] } | null => {
  const writer = new FlowWriter(asWritten)
  writer.write(node)
  return writer.isFull ? null : { text: writer.parts.join(''), places: writer.places }
}
