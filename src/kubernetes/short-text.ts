import { fingerprint } from '../base/fingerprint.ts'
import { memoize } from '../base/memoize.ts'
import { textIn } from '../yaml/nodes.ts'
import type { YamlNode } from '../yaml/yaml-nodes.ts'

/**
 * No name, label or id that Kubernetes or Azure takes is longer: 253 characters of a name (kubernetes.io, "Object Names and
 * IDs"), 317 of a label's key, some 350 of a managed identity's id.
 */
const longest = 400

const shown = 100

/** Once for each text: aliases repeat one of megabytes. */
const cut = memoize(
  (text: string) => `${text.slice(0, shown)}… (${text.length} characters, ${fingerprint([text])})`
)

/**
 * A text that names something, cut where nothing has so long a name: it is said again and again. A fingerprint keeps
 * different texts apart.
 */
export const shortText = (text: string): string => (text.length <= longest ? text : cut(text))

/** The text of a scalar that names something; null as `textIn` has it. */
export const nameIn = (node: YamlNode | null): string | null => {
  const text = textIn(node)
  return text === null ? null : shortText(text)
}
