/** Files by path relative to the workspace. */
export type Files = Readonly<Record<string, string>>

/** Ten million bytes or less of one thing, as somebody may put them into a pull request. */
export type Flood = {
  readonly title: string
  /** The renderer without which the flood says nothing. */
  readonly needs?: 'helm' | 'kustomize'
  /** It takes more than three seconds, and others are like it: `measure.ts` plays it, the tests do not. */
  readonly heavy?: true
  readonly files: () => Files
}

export const size = 9_900_000

/** As many of the texts as fit into the size. */
export function fill(text: (index: number) => string, bytes = size): string {
  const parts: string[] = []
  let length = 0
  for (let index = 0; ; index += 1) {
    const part = text(index)
    length += part.length
    if (length > bytes) return parts.join('')
    parts.push(part)
  }
}

/** One piece again and again, as often as it fits. */
export const repeated = (piece: string, bytes = size): string =>
  piece.repeat(Math.floor(bytes / Buffer.byteLength(piece)))

/** So many texts. */
export const times = (count: number, text: (index: number) => string): string =>
  Array.from({ length: count }, (_, index) => text(index)).join('')

/** The registry of the facts that the clusters may pull from. */
export const host = 'contoso.azurecr.io'

export const object = (apiVersion: string, kind: string, name: string, rest: string): string =>
  `apiVersion: ${apiVersion}\nkind: ${kind}\nmetadata:\n  name: ${name}\n${rest}`

export const podSpec = (containers: string, others = ''): string =>
  `spec:\n${others}  containers:\n${containers}`

export const container = (name: string, image: string): string =>
  `  - name: ${name}\n    image: ${image}\n`

export const pod = (name: string, containers: string, others = ''): string =>
  object('v1', 'Pod', name, podSpec(containers, others))
