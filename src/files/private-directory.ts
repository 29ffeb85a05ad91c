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

  private constructor(path: PrivatePath) {
    this.path = path
  }

  /** Makes a new one in a directory of the machine, such as that for temporary files. */
  static make(parent: string, prefix: string): PrivateDirectory {
    const path = mkdtempSync(join(realpathSync.native(parent), prefix))
    if (!isBelow(path, path)) throw new Error(`${path} is no directory of its own`)
    return new PrivateDirectory(path)
  }

  /** A directory in it, made where it is missing. */
  directory(...names: readonly string[]): PrivateDirectory {
    const path = this.pathOf(...names)
    mkdirSync(path, { recursive: true })
    return new PrivateDirectory(path)
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
    return path
  }

  /** A link of our own from one place in it to another, a directory. */
  link(name: string, target: PrivatePath): void {
    const path = this.pathOf(name)
    mkdirSync(dirname(path), { recursive: true })
    symlinkSync(relative(dirname(path), target), path, 'dir')
  }

  remove(): void {
    rmSync(this.path, { recursive: true, force: true })
  }
}

const isBelow = (directory: string, path: string): path is PrivatePath => isWithin(directory, path)
