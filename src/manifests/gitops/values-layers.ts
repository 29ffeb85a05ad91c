import { parseBlock } from '../../kubernetes/document-nodes.ts'
import { flowText } from '../../yaml/flow-text.ts'
import { madeMapping } from '../../yaml/made-nodes.ts'
import { mappingIn } from '../../yaml/nodes.ts'
import type { ScalarNode, YamlNode } from '../../yaml/yaml-nodes.ts'
import { parseSource, type ParsedFile } from '../files/parsed-file.ts'
import type { ValuesLayer } from './chart-deployments.ts'

/** Values that an object writes as a mapping; null where it is none. */
export const writtenLayer = (object: ParsedFile, node: YamlNode): ValuesLayer | null => {
  const root = mappingIn(node)
  return root === null ? null : { kind: 'written', values: { ...object, root } }
}

/** Values that an object writes as a text: a mapping, or nothing but comments. null where it is neither. */
export const textLayer = (object: ParsedFile, scalar: ScalarNode): ValuesLayer | null => {
  const parsed = parseSource({ file: object.source.file, text: scalar.text })
  if (!parsed.isWhole || (parsed.root !== null && mappingIn(parsed.root) === null)) return null
  const block = scalar.style === 'block' ? parseBlock(object.source.text, scalar) : null
  return {
    kind: 'written',
    values:
      block !== null && sameValues(block, parsed.root)
        ? { ...object, root: block }
        : {
            ...object,
            root: parsed.root,
            source: parsed.source,
            locate: () => object.locate(scalar.start, scalar.end)
          }
  }
}

/** A block that is folded, or has another indentation than its first line, comes to something else. */
const sameValues = (block: YamlNode, text: YamlNode | null): boolean =>
  text !== null && flowText(block) === flowText(text)

/**
 * helm, pkg/strvals/parser.go, typedVal: these become something else than a text. Longer numbers do too, and print as they
 * are; from a file they would print as 1e+06, so that they stay texts here.
 */
const typed = /^(?:0|-?[1-9]\d{0,5}|true|false|null)$/i

/** The scalar that `--set` makes of a text. */
const setScalar = (scalar: ScalarNode, isText: boolean): ScalarNode => ({
  ...scalar,
  style: !isText && typed.test(scalar.text) ? 'plain' : 'quoted'
})

/** Lists, and names with escapes, are merged by rules of their own. */
const plainKey = /^[\w-]+(?:\.[\w-]+)*$/

/**
 * One value as `helm --set` takes it (or `--set-string`), with the place where it is written; null for what is no plain key,
 * or takes more than a plain text.
 */
export const setLayer = (
  object: ParsedFile,
  key: string,
  scalar: ScalarNode,
  isText: boolean
): ValuesLayer | null => {
  if (!plainKey.test(key) || /[\\{}]/.test(scalar.text)) return null
  const root = key
    .split('.')
    .reduceRight<YamlNode>(
      (value, name) => madeMapping([[name, value]], scalar),
      setScalar(scalar, isText)
    )
  return { kind: 'written', values: { ...object, root } }
}
