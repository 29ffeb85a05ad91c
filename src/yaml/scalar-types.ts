import type { ScalarNode } from './yaml-nodes.ts'

/** What YAML 1.1 makes of an unquoted scalar, as far as sigs.k8s.io/yaml passes it on as something else than text. */
export type OtherType = 'number' | 'boolean'

// yaml.org/type/int.html, float.html and bool.html, without base 60 and without y and n, which go-yaml reads as text.
const integer = /^[-+]?(?:0b[01_]+|0o?[0-7_]+|0x[0-9a-fA-F_]+|0|[1-9][0-9_]*)$/
const float = /^[-+]?(?:\.[0-9]+|[0-9][0-9_]*(?:\.[0-9_]*)?)(?:[eE][-+]?[0-9]+)?$/
const special = /^(?:[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN))$/
const boolean = /^(?:yes|Yes|YES|no|No|NO|true|True|TRUE|false|False|FALSE|on|On|ON|off|Off|OFF)$/

/** No number of a manifest is longer; the patterns are kept from texts of megabytes. */
const longest = 100

/** null: the scalar is text (or null). */
export const otherType = ({ text, style }: ScalarNode): OtherType | null => {
  if (style !== 'plain' || text.length > longest) return null
  if (boolean.test(text)) return 'boolean'
  return integer.test(text) || float.test(text) || special.test(text) ? 'number' : null
}
