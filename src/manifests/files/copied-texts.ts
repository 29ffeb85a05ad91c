import { basename, join } from 'node:path'
import type { Workspace } from '../../files/workspace.ts'
import type { SourceText } from '../../yaml/source.ts'
import { limits } from '../limits.ts'
import { decodeText } from './read-file.ts'
import { isInstalled, isKustomizationName, Search } from './search.ts'

/** The texts of a copy, and what was not taken, with the reason. */
export type CopiedTexts = {
  readonly sources: readonly SourceText[]
  readonly left: readonly string[]
}

/** Manifests, and what charts and kustomizations are made of. */
const copiedName = /\.(?:ya?ml|json|tpl)$|^\.helmignore$|^Chart\.lock$/

const isCopied = (path: string): boolean =>
  copiedName.test(basename(path)) || isKustomizationName(basename(path))

class Copying {
  readonly sources = new Map<string, SourceText>()
  readonly left: string[] = []
  readonly #workspace: Workspace
  #bytes = 0

  constructor(workspace: Workspace) {
    this.#workspace = workspace
  }

  named(path: string): void {
    const found = this.#workspace.look(path)
    if (found.kind === 'refused') this.left.push(`${found.file} ${found.reason}`)
    else if (found.kind === 'directory') this.#directory(path)
    else this.#file(path)
  }

  /** Links to directories are left out: what they lead to is copied where it lies. */
  #directory(path: string): void {
    const listed = this.#workspace.list(path)
    if (listed.kind === 'refused') {
      this.left.push(`${listed.file} ${listed.reason}`)
      return
    }
    for (const { name, kind } of listed.entries) {
      const entry = join(path, name)
      if (kind === 'directory' && !isInstalled(name, listed.entries)) this.#directory(entry)
      else if (kind === 'link' && this.#workspace.isDirectory(entry))
        this.left.push(`${this.#workspace.shown(entry)} is a link to a directory`)
      else if (isCopied(entry)) this.#file(entry)
    }
  }

  #file(path: string): void {
    const content = this.#workspace.read(path, limits.fileBytes)
    if (content.kind === 'refused') {
      this.left.push(`${content.file} ${content.reason}`)
      return
    }
    this.#bytes += content.bytes.length
    if (this.sources.size >= limits.copied.entries || this.#bytes > limits.copied.bytes) {
      this.left.push(`${content.file} is too much for one copy`)
      return
    }
    const decoded = decodeText(content.file, content.bytes)
    if (decoded.kind === 'text') this.sources.set(content.file, decoded.source)
    else this.left.push(`${content.file} is no text`)
  }
}

/**
 * The texts that the named paths hold, and those of charts and kustomizations in them, by their names; but for one file,
 * which is copied in another way.
 */
export async function copiedTexts(
  paths: readonly string[],
  workspace: Workspace,
  except: string
): Promise<CopiedTexts> {
  const copying = new Copying(workspace)
  for (const named of paths) {
    const path = workspace.admit(named)
    const isThere = workspace.look(path).kind !== 'refused'
    const { expandGlob } = await import('./globs.ts')
    for (const each of isThere ? [path] : expandGlob(new Search(workspace), named))
      copying.named(each)
  }
  const byName = (one: SourceText, other: SourceText): number => (one.file < other.file ? -1 : 1)
  copying.sources.delete(workspace.shown(workspace.admit(except)))
  return { sources: [...copying.sources.values()].toSorted(byName), left: copying.left }
}
