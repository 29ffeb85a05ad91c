import { kubeletMessages, type KubeletMessage } from './messages.ts'

/** What a message is about: its shapes, the most telling first, and the images that it names. */
export type ErrorText = {
  readonly messages: readonly ReadMessage[]
  /** As the text writes them, each once. */
  readonly images: readonly string[]
}

export type ReadMessage = {
  readonly message: KubeletMessage
  /** The line that says it, as far as it can be shown. */
  readonly line: string
}

/** Events repeat themselves; what is longer is no message of the kubelet. */
const longestLine = 4096
const mostLines = 20_000

/** A message that YAML has folded over several lines is one line again. */
const unfolded = (text: string): string =>
  text.replace(/\\\n\s*|(?<=\S)\n {6,}(?=[^\s-])(?![\w./-]{1,60}: )/g, ' ')

const linesOf = (text: string): readonly string[] =>
  unfolded(text)
    .split(/\r?\n/, mostLines)
    .map(line => line.trim().slice(0, longestLine))
    .filter(line => line !== '')

/** Lines that tell of a pull, an admission or a start; a description of a pod holds many others. */
const tells =
  /fail|error|denied|unauthorized|forbidden|not found|unknown|invalid|timeout|timed out|exceed|refused|no such|unable|Err|x509|AADSTS|no match|incompatible|does not match|Never|unsupported|deprecated|disallowed|429|50\d|40\d/i

/** What of a line was tried with credentials comes first; what says less of the same line is left out. */
function messageOf(line: string): ReadMessage | null {
  const message = kubeletMessages.find(
    ({ pattern, without }) => pattern.test(line) && without?.test(line) !== true
  )
  return message === undefined ? null : { message, line }
}

/** The kubelet's sentence, an event, the description or the YAML of a pod, as they are copied. */
export function readErrorText(text: string): ErrorText {
  const lines = linesOf(text)
  const found = lines.filter(line => tells.test(line)).flatMap(line => messageOf(line) ?? [])
  const read = [...new Map(found.map(each => [each.message, each])).values()]
  return {
    messages: read.toSorted(
      (a, b) => kubeletMessages.indexOf(a.message) - kubeletMessages.indexOf(b.message)
    ),
    images: imagesIn(lines)
  }
}

/** `Failed to pull image "x"`, `Back-off pulling image "x"`, `image: x` and `Image: x`. */
const imagePatterns = [
  /(?:pull(?:ing)?|unpack|resolve)(?: and unpack)? (?:image|reference) \\?"([^"\\\s]{1,512})\\?"/gi,
  /^(?:- )?"?image"?: "?([^"\s,]{1,512})"?,?$/gi
] as const

function imagesIn(lines: readonly string[]): readonly string[] {
  const found = lines.flatMap(line =>
    imagePatterns.flatMap(pattern => [...line.matchAll(pattern)].map(([, image = '']) => image))
  )
  return [...new Set(found.filter(image => image.includes('/')))]
}
