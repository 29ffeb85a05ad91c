import { join, relative, resolve } from 'node:path'
import type { Content } from './content.ts'
import { boundedBy } from './named.ts'
import { isWithin } from './paths.ts'
import type { Refused } from './refused.ts'
import { Tree, type Found, type Listed, type ReadableTree } from './tree.ts'

/**
 * All that a run may read: the directory that it is about, and what was named outside of it. Each path is bounded by the
 * tree that it lies in as it is written.
 */
export class Workspace {
  /** Absolute, as given; reported paths are relative to it. */
  readonly path: string
  readonly #main: ReadableTree
  /** What decides where a named path leads, whatever the main tree holds. */
  readonly #disk: Tree
  readonly #others: Tree[] = []

  private constructor(main: ReadableTree, disk: Tree) {
    this.path = main.path
    this.#main = main
    this.#disk = disk
  }

  /** InputError where there is no such directory. */
  static open(path: string): Workspace {
    const tree = Tree.open(path)
    return new Workspace(tree, tree)
  }

  /** The directory as it is stored elsewhere, such as in a commit; what was named outside of it lies on disk all the same. */
  static stored(path: string, treeOf: (disk: Tree) => ReadableTree): Workspace {
    const tree = Tree.open(path)
    return new Workspace(treeOf(tree), tree)
  }

  /** Lets a path be read that the workflow or a person named, wherever it lies; absolute. */
  admit(named: string): string {
    const bounded = boundedBy(this.#disk, named)
    if (bounded === null) return resolve(this.path, named)
    if (bounded.tree !== this.#disk) this.#others.push(bounded.tree)
    return bounded.path
  }

  shown(path: string): string {
    return this.#main.shown(path)
  }

  look(path: string): Found | Refused {
    return this.#treeOf(path).look(path)
  }

  list(path: string): Listed | Refused {
    return this.#treeOf(path).list(path)
  }

  read(path: string, limit: number): Content | Refused {
    return this.#treeOf(path).read(path, limit)
  }

  /** See `Tree`; the bytes are those of the file only until `use` returns. */
  readEach(
    paths: Iterable<string>,
    limit: number,
    use: (path: string, content: Content | Refused) => void
  ): void {
    if (this.#others.length === 0) this.#main.readEach(paths, limit, use)
    else for (const path of paths) this.#treeOf(path).readEach([path], limit, use)
  }

  isFile(path: string): boolean {
    return this.look(path).kind === 'file'
  }

  isDirectory(path: string): boolean {
    return this.look(path).kind === 'directory'
  }

  /** The path without symbolic links, still below the directory as given; as it was where it is refused. */
  withoutLinks(path: string): string {
    const tree = this.#treeOf(path)
    const found = tree.look(path)
    return found.kind === 'refused'
      ? path
      : join(tree.path, relative(tree.realPath, found.realPath))
  }

  #treeOf(path: string): ReadableTree {
    if (this.#others.length === 0 || isWithin(this.path, path)) return this.#main
    return this.#others.find(tree => isWithin(tree.path, path)) ?? this.#main
  }
}
