import type { FileContent, ReadOptions, SourceText } from '../kubernetes/read.ts'
import type { RenderResult } from './rendering/render-result.ts'

type Remembered = { readonly text: string; readonly content: FileContent }

/**
 * What was read and rendered before in this run: most files of a pull request's base are those of its head, and what comes of
 * the same bytes in the same way is the same.
 */
export class ReadingMemory {
  readonly #contents = new Map<string, Remembered>()
  readonly #renders = new Map<string, Promise<RenderResult>>()

  /** The content of a text, read by `read` where nobody has read the same before. */
  content(
    source: SourceText,
    options: ReadOptions,
    read: (source: SourceText, options: ReadOptions) => FileContent
  ): FileContent {
    const { text, ...how } = source
    const { namespace, namespaceOverrides, variables, substitution } = options
    const key = JSON.stringify([how, namespace, namespaceOverrides, variables, substitution])
    const found = this.#contents.get(key)
    if (found?.text === text) return found.content
    const content = read(source, options)
    this.#contents.set(key, { text, content })
    return content
  }

  /** What a render came to; `key` names all that it takes. */
  rendered(key: string, render: () => Promise<RenderResult>): Promise<RenderResult> {
    const found = this.#renders.get(key) ?? render()
    this.#renders.set(key, found)
    return found
  }
}
