import {
  EVENT_ID,
  getScalarValue,
  SCALAR_STYLE,
  type Event,
  type MappingEvent,
  type ScalarEvent,
  type SequenceEvent
} from 'js-yaml'
import { YamlError, type NodeBudget } from './yaml-limits.ts'
import type { ContentNode, MappingEntry, ScalarNode, YamlNode } from './yaml-nodes.ts'

type OpenSequence = { kind: 'sequence'; start: number; end: number; items: YamlNode[] }
type OpenMapping = {
  kind: 'mapping'
  start: number
  end: number
  entries: MappingEntry[]
  irregular: boolean
}

/** What an anchor names, and how many nodes each alias to it adds. */
type Anchored = { readonly node: ContentNode; nodes: number; open: boolean }

type Frame = {
  readonly node: OpenSequence | OpenMapping
  readonly anchored: Anchored | null
  readonly totalBefore: number
  key: ScalarNode | null
}

const fewKeys = 8

/** A tagged scalar is what its tag says; only an untagged plain one can be null or a number. */
const styleOf = ({ style, tagStart }: ScalarEvent): ScalarNode['style'] => {
  if (style === SCALAR_STYLE.PLAIN) return tagStart < 0 ? 'plain' : 'quoted'
  return style === SCALAR_STYLE.SINGLE_QUOTED || style === SCALAR_STYLE.DOUBLE_QUOTED
    ? 'quoted'
    : 'block'
}

/** Mappings are mostly short, where comparing pairs is faster than a set. */
const hasDuplicates = (entries: readonly MappingEntry[]): boolean => {
  if (entries.length > fewKeys)
    return new Set(entries.map(({ key }) => key.text)).size < entries.length
  for (let first = 0; first < entries.length; first++)
    for (let second = first + 1; second < entries.length; second++)
      if (entries[first]?.key.text === entries[second]?.key.text) return true
  return false
}

/** Whether an entry merges its value into the mapping; a quoted `<<` is an ordinary key. */
export const isMergeKey = ({ text, style }: ScalarNode): boolean =>
  text === '<<' && style === 'plain'

/** Builds trees from the events of one stretch of text. */
export class TreeBuilder {
  /** One for each document, in order. */
  readonly roots: YamlNode[] = []
  private readonly text: string
  private readonly offset: number
  private readonly budget: NodeBudget
  private readonly anchors = new Map<string, Anchored>()
  private readonly outer: Frame[] = []
  private frame: Frame | null = null
  private lastEnd: number

  /** `offset` is where `text` begins in the file. */
  constructor(text: string, offset: number, budget: NodeBudget) {
    this.text = text
    this.offset = offset
    this.budget = budget
    this.lastEnd = offset
  }

  take(event: Event): void {
    switch (event.type) {
      case EVENT_ID.SCALAR:
        this.addScalar(event)
        break
      case EVENT_ID.MAPPING: {
        const start = event.start + this.offset
        this.open(event, { kind: 'mapping', start, end: start, entries: [], irregular: false })
        break
      }
      case EVENT_ID.SEQUENCE: {
        const start = event.start + this.offset
        this.open(event, { kind: 'sequence', start, end: start, items: [] })
        break
      }
      case EVENT_ID.POP:
        this.close()
        break
      case EVENT_ID.ALIAS:
        this.addAlias(event.anchorStart, event.anchorEnd)
        break
      case EVENT_ID.DOCUMENT:
        this.anchors.clear()
    }
  }

  private addScalar(event: ScalarEvent): void {
    const absent = event.valueStart < 0
    const start = absent ? this.lastEnd : event.valueStart + this.offset
    const end = absent ? start : event.valueEnd + this.offset
    this.lastEnd = end
    this.budget.countNode(start)
    const node: ScalarNode = {
      kind: 'scalar',
      start,
      end,
      text: getScalarValue(this.text, event),
      style: styleOf(event),
      tagged: event.tagStart >= 0
    }
    if (event.anchorStart >= 0) this.anchor(event, node).nodes = 1
    this.add(node)
  }

  private addAlias(nameStart: number, nameEnd: number): void {
    const name = this.text.slice(nameStart, nameEnd)
    const start = nameStart - '*'.length + this.offset
    const end = nameEnd + this.offset
    this.lastEnd = end
    const anchored = this.anchors.get(name)
    if (anchored === undefined) throw new YamlError(`unknown anchor '${name}' referenced`, start)
    if (anchored.open) throw new YamlError(`anchor '${name}' value contains itself`, start)
    this.budget.countNode(start)
    this.budget.countAlias(anchored.nodes, start)
    this.add({ kind: 'alias', start, end, target: anchored.node })
  }

  private anchor(event: ScalarEvent | MappingEvent | SequenceEvent, node: ContentNode): Anchored {
    const anchored = { node, nodes: 0, open: false }
    this.anchors.set(this.text.slice(event.anchorStart, event.anchorEnd), anchored)
    return anchored
  }

  private open(event: MappingEvent | SequenceEvent, node: OpenSequence | OpenMapping): void {
    const totalBefore = this.budget.total
    this.budget.countNode(node.start)
    this.add(node)
    const anchored = event.anchorStart < 0 ? null : this.anchor(event, node)
    if (anchored !== null) anchored.open = true
    if (this.frame !== null) this.outer.push(this.frame)
    this.frame = { node, anchored, totalBefore, key: null }
  }

  /** Also closes the document itself, which has no frame. */
  private close(): void {
    const { frame } = this
    if (frame === null) return
    const { node, anchored } = frame
    node.end = Math.max(this.lastEnd, node.start)
    if (node.kind === 'mapping')
      node.irregular =
        node.entries.some(({ key }) => isMergeKey(key)) || hasDuplicates(node.entries)
    if (anchored !== null) {
      anchored.nodes = this.budget.total - frame.totalBefore
      anchored.open = false
    }
    this.frame = this.outer.pop() ?? null
  }

  private add(node: YamlNode): void {
    const { frame } = this
    if (frame === null) this.roots.push(node)
    else if (frame.node.kind === 'sequence') frame.node.items.push(node)
    else if (frame.key === null) frame.key = this.keyFrom(node)
    else {
      frame.node.entries.push({ key: frame.key, value: node })
      frame.key = null
    }
  }

  private keyFrom(node: YamlNode): ScalarNode {
    const key = node.kind === 'alias' ? node.target : node
    if (key.kind !== 'scalar') throw new YamlError('invalid map key', node.start)
    return key
  }
}
