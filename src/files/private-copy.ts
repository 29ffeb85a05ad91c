import { basename, dirname, join, parse, relative, sep } from 'node:path'
import { isWithin } from './paths.ts'
import type { PrivateDirectory, PrivatePath } from './private-directory.ts'
import { overLimit, refusedBy, refusedFor, type Refused } from './refused.ts'
import type { EntryKind } from './tree.ts'
import type { Workspace } from './workspace.ts'

/** Whether an entry of a tree, by its path, is not copied. */
export type LeftOut = (path: string, isDirectory: boolean) => boolean

/** What one copy may hold: files, directories and links counted together. */
export type CopyLimits = { readonly entries: number; readonly bytes: number }

/**
 * A copy of some of what a run may read, for programs: plain files with the bytes of verified regular files, each where its
 * own path says, below a private directory. No link of the workspace is in it.
 */
export class PrivateCopy {
  readonly #directory: PrivateDirectory
  readonly #workspace: Workspace
  readonly #limits: CopyLimits
  /** The root of the file system, which the directory stands for. */
  readonly #root: string
  readonly #placed = new Set<string>()
  readonly #sizes = new Map<string, number>()
  #bytes = 0

  constructor(directory: PrivateDirectory, workspace: Workspace, limits: CopyLimits) {
    this.#directory = directory
    this.#workspace = workspace
    this.#limits = limits
    this.#root = parse(workspace.path).root
    this.#placed.add(this.#root)
  }

  /** Paths of the machine for all that is in it, directories included. */
  get placed(): ReadonlySet<string> {
    return this.#placed
  }

  /** Bytes of the files that were copied, by their paths of the machine; not of those that links of a tree led to. */
  get sizes(): ReadonlyMap<string, number> {
    return this.#sizes
  }

  /** Where a path of the machine lies in the copy, whether it was copied or not. */
  pathOf(path: string): PrivatePath {
    return this.#directory.pathOf(this.#below(path))
  }

  /** The path of the machine that a path of the copy stands for; others as they are. */
  originalOf(path: string): string {
    return isWithin(this.#directory.path, path)
      ? join(this.#root, relative(this.#directory.path, path))
      : path
  }

  /** What a program said, with the paths that its reader knows. */
  withOriginals(text: string): string {
    return text.replaceAll(`${this.#directory.path}${sep}`, this.#root)
  }

  /** A regular file, also where a link leads to it; null: it is copied. */
  file(path: string): Refused | null {
    this.#place(dirname(path))
    return this.#ownFile(path)
  }

  /** A text in the place of a file. */
  text(path: string, text: string): void {
    this.#place(dirname(path))
    this.#placed.add(path)
    this.#directory.write(this.#below(path), text)
  }

  /**
   * A directory without its files; null: it is there. Where a link leads to it, the copy has a link of its own to the copy of
   * what that leads to, so that a program finds `..` where it would.
   */
  directory(path: string): Refused | null {
    const found = this.#workspace.look(path)
    if (found.kind === 'refused') return found
    if (found.kind === 'file') return refusedFor(this.#workspace.shown(path), 'irregular')
    this.#place(path)
    return null
  }

  /** A directory with all below it, as a program sees it that follows links; null: it is copied. */
  tree(path: string, isLeftOut: LeftOut = () => false): Refused | null {
    this.#place(dirname(path))
    return this.#tree(path, isLeftOut, new Set())
  }

  /** A directory that is in the copy, in another place as well: as a link, which a program follows. */
  linked(path: string, target: string): void {
    this.#place(dirname(path))
    this.#placed.add(path)
    this.#directory.link(this.#below(path), this.#place(target))
  }

  #below(path: string): string {
    return relative(this.#root, path)
  }

  #ownFile(path: string): Refused | null {
    const before = this.#bytes
    const refused = this.#file(path)
    if (!this.#sizes.has(path)) this.#sizes.set(path, this.#bytes - before)
    return refused
  }

  #file(path: string): Refused | null {
    if (this.#placed.has(path)) return null
    const file = this.#workspace.shown(path)
    if (!this.#mayAdd(path)) return overLimit(file, `${this.#limits.entries} files`)
    const content = this.#workspace.read(path, this.#limits.bytes - this.#bytes)
    if (content.kind === 'refused')
      return content.code === 'too-large'
        ? overLimit(file, `${this.#limits.bytes / 1024 / 1024} MB`)
        : content
    this.#bytes += content.bytes.length
    return this.#write(path, content.bytes)
  }

  /** Such as where the disk is full. */
  #write(path: string, bytes: Uint8Array): Refused | null {
    try {
      this.#directory.write(this.#below(path), bytes)
      return null
    } catch (error) {
      return refusedBy(this.#workspace.shown(path), error)
    }
  }

  #tree(path: string, isLeftOut: LeftOut, above: ReadonlySet<string>): Refused | null {
    const file = this.#workspace.shown(path)
    const listed = this.#workspace.list(path)
    if (listed.kind === 'refused') return listed
    if (above.has(listed.realPath)) return refusedFor(file, 'loop')
    if (!this.#mayAdd(path)) return overLimit(file, `${this.#limits.entries} files`)
    this.#directory.directory(this.#below(path))
    const inside = new Set([...above, listed.realPath])
    for (const { name, kind } of listed.entries) {
      const entry = join(path, name)
      if (this.#isLeftOut(entry, kind, isLeftOut)) continue
      const refused =
        kind === 'file' ? this.#ownFile(entry) : this.#followed(entry, isLeftOut, inside)
      if (refused !== null) return refused
    }
    return null
  }

  /** Of a link that leads out nobody asks what it leads to. */
  #isLeftOut(path: string, kind: EntryKind, isLeftOut: LeftOut): boolean {
    if (kind !== 'link') return isLeftOut(path, kind === 'directory')
    const found = this.#workspace.look(path)
    if (found.kind !== 'refused') return isLeftOut(path, found.kind === 'directory')
    return found.code === 'leaves' && isLeftOut(path, false)
  }

  #followed(path: string, isLeftOut: LeftOut, above: ReadonlySet<string>): Refused | null {
    const found = this.#workspace.look(path)
    if (found.kind === 'refused') return found
    return found.kind === 'file' ? this.#file(path) : this.#tree(path, isLeftOut, above)
  }

  #mayAdd(path: string): boolean {
    this.#placed.add(path)
    return this.#placed.size <= this.#limits.entries
  }

  /** Makes a directory and all above it, each a link where it is one in the workspace. */
  #place(path: string): PrivatePath {
    const copy = this.pathOf(path)
    if (this.#placed.has(path)) return copy
    this.#placed.add(path)
    this.#place(dirname(path))
    const parent = this.#workspace.withoutLinks(dirname(path))
    const realPath = this.#workspace.withoutLinks(path)
    if (realPath === path || realPath === join(parent, basename(path)))
      this.#directory.directory(this.#below(path))
    else this.#directory.link(this.#below(path), this.#place(realPath))
    return copy
  }
}
