import { createHash } from 'node:crypto'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { isWithin } from './paths.ts'

declare const privately: unique symbol

/** An absolute path in a private directory: the only kind of path that a program of ours is let at. */
export type PrivatePath = string & { readonly [privately]: true }

/** A directory of this run alone, which holds nothing but what was written into it. */
export class PrivateDirectory {
  /** Absolute, without symbolic links. */
  readonly path: PrivatePath
  /** What was written into it and into those that it is part of, by absolute path. */
  readonly #written: Map<string, string>

  private constructor(path: PrivatePath, written: Map<string, string>) {
    this.path = path
    this.#written = written
  }

  /** Makes a new one in a directory of the machine, such as that for temporary files. */
  static make(parent: string, prefix: string): PrivateDirectory {
    const path = mkdtempSync(join(realpathSync.native(parent), prefix))
    if (!isBelow(path, path)) throw new Error(`${path} is no directory of its own`)
    return new PrivateDirectory(path, new Map())
  }

  /** A directory in it, made where it is missing. */
  directory(...names: readonly string[]): PrivateDirectory {
    const path = this.pathOf(...names)
    mkdirSync(path, { recursive: true })
    return new PrivateDirectory(path, this.#written)
  }

  /** Error where the names lead out. */
  pathOf(...names: readonly string[]): PrivatePath {
    const path = join(this.path, ...names)
    if (!isBelow(this.path, path)) throw new Error(`${path} lies outside of ${this.path}`)
    return path
  }

  write(name: string, content: string | Uint8Array): PrivatePath {
    const path = this.pathOf(name)
    mkdirSync(dirname(path), { recursive: true })
    // Never through something that is there: every file is written once, as a new one.
    rmSync(path, { force: true })
    writeFileSync(path, content, { flag: 'wx' })
    this.#written.set(path, `file ${hashOf(content)}`)
    return path
  }

  /** A link of our own from one place in it to another, a directory. */
  link(name: string, target: PrivatePath): void {
    const path = this.pathOf(name)
    mkdirSync(dirname(path), { recursive: true })
    const leadsTo = relative(dirname(path), target)
    symlinkSync(leadsTo, path, 'dir')
    this.#written.set(path, `link ${leadsTo}`)
  }

  /** The same for two directories into which the same was written at the same places. */
  digest(): string {
    const written = [...this.#written]
      .filter(([path]) => isWithin(this.path, path))
      .map(([path, what]) => `${relative(this.path, path)}\0${what}`)
    return hashOf(written.sort().join('\n'))
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}

const hashOf = (content: string | Uint8Array): string =>
  createHash('sha256').update(content).digest('hex')

const isBelow = (directory: string, path: string): path is PrivatePath => isWithin(directory, path)
