import { createHash } from 'node:crypto'
import { join, parse, posix, relative, sep } from 'node:path'
import type { Content } from './content.ts'
import { isGitName, isWithin } from './paths.ts'
import { refusedFor, tooLarge, type RefusalCode, type Refused } from './refused.ts'
import type { Entry, Found, Listed, ReadableTree } from './tree.ts'
import { mostLinks, stepsOf } from './way.ts'

/** Something that is not on disk, such as a file of a commit: `path` from the root, with `/`; `id` as git names its bytes. */
export type StoredFile = {
  readonly path: string
  readonly kind: 'file' | 'link' | 'submodule'
  readonly id: string
}

type Node =
  | { readonly kind: 'directory'; readonly entries: Map<string, Node> }
  | { readonly kind: StoredFile['kind']; readonly id: string }

type Directory = Extract<Node, { kind: 'directory' }>

type Place = { readonly node: Node; readonly names: readonly string[] }
type Fault = Extract<RefusalCode, 'absent' | 'leaves' | 'git' | 'dangling' | 'loop'>

function rootOf(files: readonly StoredFile[]): Directory {
  const root: Directory = { kind: 'directory', entries: new Map() }
  for (const { path, kind, id } of files) {
    const names = path.split('/')
    const name = names.pop() ?? ''
    let directory: Directory = root
    for (const each of names) {
      const next = directory.entries.get(each)
      if (next?.kind === 'directory') directory = next
      else {
        const made: Directory = { kind: 'directory', entries: new Map() }
        directory.entries.set(each, made)
        directory = made
      }
    }
    directory.entries.set(name, { kind, id })
  }
  return root
}

/** git(1), gitformat: an object is named by the hash of its type, its length and its bytes. */
function isNamed(id: string, bytes: Uint8Array): boolean {
  const hash = createHash(id.length === 40 ? 'sha1' : 'sha256')
  return hash.update(`blob ${bytes.length}\0`).update(bytes).digest('hex') === id
}

export type Storage = {
  readonly files: readonly StoredFile[]
  /** The workspace below the root that the files are named from, with `/`; '' where it is that root. */
  readonly prefix: string
  /** What is known of bytes by id; null: longer than anybody reads. */
  readonly blobs: ReadonlyMap<string, Uint8Array | null>
}

/**
 * The workspace as it is stored elsewhere, at the same paths; links count where they lead there. What is on disk with the very
 * bytes that were stored is read there, all else is among the blobs.
 */
export class StoredTree implements ReadableTree {
  readonly path: string
  readonly realPath: string
  /** Ids of bytes that were asked for, and were neither on disk nor among the blobs. */
  readonly missing = new Set<string>()
  readonly #disk: ReadableTree
  readonly #root: Directory
  readonly #prefix: readonly string[]
  readonly #blobs: Storage['blobs']

  constructor(disk: ReadableTree, { files, prefix, blobs }: Storage) {
    this.path = disk.path
    this.realPath = disk.realPath
    this.#disk = disk
    this.#root = rootOf(files)
    this.#prefix = prefix === '' ? [] : prefix.split('/')
    this.#blobs = blobs
  }

  shown(path: string): string {
    return this.#disk.shown(path)
  }

  look(path: string): Found | Refused {
    const place = this.#placeOf(path)
    if (typeof place === 'string') return refusedFor(this.shown(path), place)
    const { kind } = place.node
    return kind === 'directory' || kind === 'file'
      ? { kind, realPath: this.#realPathOf(place) }
      : refusedFor(this.shown(path), 'irregular')
  }

  list(path: string): Listed | Refused {
    const place = this.#placeOf(path)
    if (typeof place === 'string') return refusedFor(this.shown(path), place)
    if (place.node.kind !== 'directory') return refusedFor(this.shown(path), 'irregular')
    const entries = [...place.node.entries]
      .filter(([name]) => !isGitName(name))
      .map(([name, node]): Entry => ({ name, kind: kindOf(node) }))
      .sort((one, other) => (one.name < other.name ? -1 : 1))
    return { kind: 'listed', realPath: this.#realPathOf(place), entries }
  }

  read(path: string, limit: number): Content | Refused {
    return this.#stored(path, limit, () => this.#disk.read(path, limit))
  }

  readEach(
    paths: Iterable<string>,
    limit: number,
    use: (path: string, content: Content | Refused) => void
  ): void {
    this.#disk.readEach(paths, limit, (path, onDisk) => {
      use(
        path,
        this.#stored(path, limit, () => onDisk)
      )
    })
  }

  #stored(path: string, limit: number, onDisk: () => Content | Refused): Content | Refused {
    const file = this.shown(path)
    const place = this.#placeOf(path)
    if (typeof place === 'string') return refusedFor(file, place)
    if (place.node.kind !== 'file') return refusedFor(file, 'irregular')
    const { id } = place.node
    const bytes = this.#blobs.get(id)
    if (bytes === null || (bytes !== undefined && bytes.length > limit))
      return tooLarge(file, limit)
    if (bytes !== undefined) return { kind: 'read', file, bytes: Buffer.from(bytes) }
    const content = onDisk()
    if (content.kind === 'read' && isNamed(id, content.bytes)) return content
    this.missing.add(id)
    return refusedFor(file, 'changed')
  }

  #realPathOf({ names }: Place): string {
    return join(this.realPath, ...names.slice(this.#prefix.length))
  }

  /** Link by link, as the kernel follows a path (path_resolution(7)); outside of the workspace nothing is stepped on. */
  #placeOf(path: string): Place | Fault {
    if (!isWithin(this.path, path)) return 'leaves'
    const waiting = [...stepsOf(relative(this.path, path))]
    let names = [...this.#prefix]
    let links = 0
    let endsInLink = false
    for (let step = waiting.shift(); step !== undefined; step = waiting.shift()) {
      if (step === '' || step === '.') continue
      if (step !== '..' && isGitName(step)) return 'git'
      names = step === '..' ? names.slice(0, -1) : [...names, step]
      if (names.length < this.#prefix.length) return 'leaves'
      const node = this.#nodeAt(names)
      if (node === null) return endsInLink ? 'dangling' : 'absent'
      if (node.kind !== 'link') continue
      links += 1
      endsInLink ||= waiting.length === 0
      if (links > mostLinks) return 'loop'
      const target = this.#targetOf(node.id)
      if (target === null) return 'leaves'
      const below = posix.isAbsolute(target) ? this.#belowWorkspace(target) : target
      if (below === null) return 'leaves'
      names = posix.isAbsolute(target) ? [...this.#prefix] : names.slice(0, -1)
      waiting.unshift(...below.split('/'))
    }
    const node = this.#nodeAt(names)
    return node === null ? 'absent' : { node, names }
  }

  #nodeAt(names: readonly string[]): Node | null {
    let node: Node = this.#root
    for (const name of names) {
      const next: Node | undefined = node.kind === 'directory' ? node.entries.get(name) : undefined
      if (next === undefined) return null
      node = next
    }
    return node
  }

  /** null where it is longer than a path can be. */
  #targetOf(id: string): string | null {
    const bytes = this.#blobs.get(id)
    if (bytes === undefined) this.missing.add(id)
    return bytes === undefined || bytes === null ? null : Buffer.from(bytes).toString('utf8')
  }

  #belowWorkspace(target: string): string | null {
    const root = [this.path, this.realPath].find(each => isWithin(each, target))
    if (root === undefined || parse(target).root === target) return null
    return relative(root, target).split(sep).join('/')
  }
}

const kindOf = ({ kind }: Node): Entry['kind'] => (kind === 'submodule' ? 'other' : kind)
