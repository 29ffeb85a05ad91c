import { lstatSync, readdirSync, type Dirent } from 'node:fs'
import { isAbsolute, relative, resolve, sep } from 'node:path'
import { InputError } from '../base/errors.ts'
import { readHeld, readNamedIn, type Content } from './content.ts'
import { bestHolding, type Held, type Holding } from './held.ts'
import { isGitName, isWithin, passesGit } from './paths.ts'
import { refusedBy, refusedFor, systemWords, type Refused } from './refused.ts'
import { leavesOnTheWay } from './way.ts'

/** Something that lies in a tree, whatever links led there. */
export type Found = FoundAs<'file'> | FoundAs<'directory'>

type FoundAs<Kind> = {
  readonly kind: Kind
  /** Absolute, without symbolic links. */
  readonly realPath: string
}

export type EntryKind = 'file' | 'directory' | 'link' | 'other'

export type Entry = { readonly name: string; readonly kind: EntryKind }

/** The entries of a directory by name, without `.git`. */
export type Listed = {
  readonly kind: 'listed'
  readonly realPath: string
  readonly entries: readonly Entry[]
}

/** What is read of a tree, wherever it lies. */
export type ReadableTree = {
  /** Absolute; reported paths are relative to it. */
  readonly path: string
  /** The same without symbolic links. */
  readonly realPath: string
  shown(path: string): string
  look(path: string): Found | Refused
  list(path: string): Listed | Refused
  read(path: string, limit: number): Content | Refused
  readEach(
    paths: Iterable<string>,
    limit: number,
    use: (path: string, content: Content | Refused) => void
  ): void
}

/**
 * A directory that a run may read, and the only way to read below it. A path is relative to the tree, or absolute; links
 * count where they lead, and what leads out, lies in `.git` or is no regular file is refused with the reason.
 *
 * Synchronous on purpose: for 10,000 local files promises take ten times as long.
 */
export class Tree implements ReadableTree {
  /** Absolute, as given; reported paths are relative to it. */
  readonly path: string
  /** The same without symbolic links. */
  readonly realPath: string
  readonly #holding: Holding
  /** The tree that its files are named from; null: itself. */
  readonly #namedFrom: Tree | null

  private constructor(path: string, realPath: string, holding: Holding, namedFrom: Tree | null) {
    this.path = path
    this.realPath = realPath
    this.#holding = holding
    this.#namedFrom = namedFrom
  }

  /** InputError where there is no such directory. */
  static open(path: string, holding: Holding = bestHolding(), namedFrom: Tree | null = null): Tree {
    const absolute = resolve(path)
    try {
      const { realPath, release } = holding.hold(absolute)
      release()
      return new Tree(absolute, realPath, holding, namedFrom)
    } catch (error) {
      throw new InputError(
        `The directory ${path} cannot be opened (${systemWords(error)}): correct its name.`,
        { cause: error }
      )
    }
  }

  /** A path as reports show it: relative to the tree, with `/`. */
  shown(path: string): string {
    if (this.#namedFrom !== null) return this.#namedFrom.shown(path)
    // As good as every path of a run, and `relative` looks at each character of both.
    if (sep === '/' && path.startsWith(`${this.path}/`)) return path.slice(this.path.length + 1)
    const base = isWithin(this.path, path) ? this.path : this.realPath
    const shown = relative(base, path).split(sep).join('/')
    return shown === '' ? '.' : shown
  }

  /** What a path leads to. */
  look(path: string): Found | Refused {
    return this.#withHeld<Found | Refused>(path, ({ realPath, status }) => {
      if (status.isDirectory()) return { kind: 'directory', realPath }
      return status.isFile()
        ? { kind: 'file', realPath }
        : refusedFor(this.shown(path), 'irregular')
    })
  }

  list(path: string): Listed | Refused {
    return this.#withHeld<Listed | Refused>(path, held => {
      const entries = readdirSync(held.handle, { withFileTypes: true })
      held.recheck()
      return { kind: 'listed', realPath: held.realPath, entries: entriesOf(entries) }
    })
  }

  /** The bytes of a regular file, of which there may be as many as the limit. */
  read(path: string, limit: number): Content | Refused {
    const content = this.#readHeld(path, limit)
    return content.kind === 'read' ? { ...content, bytes: Buffer.from(content.bytes) } : content
  }

  /**
   * The same for many files; a directory is asked once where they come by absolute paths and in its order. The bytes are those
   * of the file only until `use` returns.
   */
  readEach(
    paths: Iterable<string>,
    limit: number,
    use: (path: string, content: Content | Refused) => void
  ): void {
    let directory = ''
    let held: Held | null = null
    try {
      for (const path of paths) {
        const parent = path.slice(0, Math.max(path.lastIndexOf(sep), 0))
        if (parent !== directory) {
          held?.release()
          held = null
          held = this.#holdDirectory(parent)
          directory = parent
        }
        use(path, this.#readIn(held, path, parent.length, limit))
      }
    } finally {
      held?.release()
    }
  }

  /** null where it is not held, or that would not spare asking for each file. */
  #holdDirectory(path: string): Held | null {
    if (!this.#holding.handlesLast || !isAbsolute(path)) return null
    try {
      const held = this.#holding.hold(path)
      if (this.#refusal(path, held.realPath) === null) return held
      held.release()
      return null
    } catch {
      return null
    }
  }

  #readIn(directory: Held | null, path: string, end: number, limit: number): Content | Refused {
    if (directory === null || isGitName(path.slice(end + 1))) return this.#readHeld(path, limit)
    const content = readNamedIn(directory, path.slice(end), this.shown(path), limit)
    // Links, and all that is refused for what they led to, are asked for by themselves.
    return content.kind === 'read' || content.code === 'too-large'
      ? content
      : this.#readHeld(path, limit)
  }

  #readHeld(named: string, limit: number): Content | Refused {
    const path = resolve(this.path, named)
    return this.#withHeld(path, held => readHeld(held, this.#holding, this.shown(path), limit))
  }

  #withHeld<Result>(named: string, use: (held: Held) => Result): Result | Refused {
    const path = resolve(this.path, named)
    try {
      const held = this.#holding.hold(path)
      try {
        return this.#refusal(path, held.realPath) ?? use(held)
      } finally {
        held.release()
      }
    } catch (error) {
      return this.#failure(path, error)
    }
  }

  /** Whether what lies at a real path may be read as what was asked for by another path. */
  #refusal(path: string, realPath: string): Refused | null {
    const isPlain = realPath === this.#expected(path)
    const file = this.shown(path)
    if (!isPlain && !isWithin(this.realPath, realPath)) return refusedFor(file, 'leaves')
    if (passesGit(this.realPath, realPath)) return refusedFor(file, 'git')
    return !isPlain && leavesOnTheWay(this, path) ? refusedFor(file, 'leaves') : null
  }

  /** Where a path leads if no link is on the way. */
  #expected(path: string): string | null {
    if (path.startsWith(this.path + sep)) return this.realPath + path.slice(this.path.length)
    return path === this.path ? this.realPath : null
  }

  /** What does not exist outside is refused as what exists there is. */
  #failure(path: string, error: unknown): Refused {
    const refused = refusedBy(this.shown(path), error)
    if (leavesOnTheWay(this, path)) return refusedFor(refused.file, 'leaves')
    const isDangling = refused.code === 'absent' && isLink(path)
    return isDangling ? refusedFor(refused.file, 'dangling') : refused
  }
}

const isLink = (path: string): boolean => {
  try {
    return lstatSync(path).isSymbolicLink()
  } catch {
    return false
  }
}

const kindOf = (entry: Dirent): EntryKind => {
  if (entry.isSymbolicLink()) return 'link'
  if (entry.isDirectory()) return 'directory'
  return entry.isFile() ? 'file' : 'other'
}

const entriesOf = (found: readonly Dirent[]): readonly Entry[] => {
  const entries: Entry[] = []
  for (const entry of found)
    if (!isGitName(entry.name)) entries.push({ name: entry.name, kind: kindOf(entry) })
  return entries.sort((one, other) => (one.name < other.name ? -1 : 1))
}
