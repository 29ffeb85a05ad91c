import {
  closeSync,
  constants,
  fstatSync,
  lstatSync,
  openSync,
  readlinkSync,
  realpathSync,
  type Stats
} from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { platform } from 'node:process'

/** Something on disk that is held: where it lies was asked of the very thing that is read afterwards. */
export type Held = {
  /** Where it lies, without symbolic links. */
  readonly realPath: string
  readonly status: Stats
  /** A path that leads to the very thing for as long as it is held. */
  readonly handle: string
  /** Throws where the handle may lead elsewhere by now. */
  readonly recheck: () => void
  readonly release: () => void
}

/** How things are held; throws what the system says where there is nothing to hold. */
export type Holding = {
  readonly hold: (path: string) => Held
  /** A symbolic link at the end of the path is held itself. */
  readonly holdLast: (path: string) => Held
  /** For reading what is held. */
  readonly flags: number
  /** Whether a name below a held directory leads nowhere else, so that its files need not be held one by one. */
  readonly handlesLast: boolean
}

/** Opening must not wait for the writer of a named pipe, nor take a terminal (open(2)). */
const quietly = constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOCTTY

/** The last component of a path is no symbolic link; Windows has no such flag. */
export const plainFile = quietly | constants.O_NOFOLLOW

/**
 * `O_PATH` (include/uapi/asm-generic/fcntl.h): holds a thing without opening it, so that asking a device where it lies does
 * nothing to it.
 */
const holdOnly = 0o10000000

const pathOf = (descriptor: number): string => `/proc/self/fd/${descriptor}`

const heldWith = (path: string, flags: number): Held => {
  const descriptor = openSync(path, flags)
  try {
    return {
      realPath: readlinkSync(pathOf(descriptor)),
      status: fstatSync(descriptor),
      handle: pathOf(descriptor),
      recheck: () => undefined,
      release: () => {
        closeSync(descriptor)
      }
    }
  } catch (error) {
    closeSync(descriptor)
    throw error
  }
}

/** The kernel tells where a descriptor lies (proc(5), /proc/pid/fd), and opens that very thing again. */
export const byDescriptor: Holding = {
  hold: path => heldWith(path, holdOnly),
  holdLast: path => heldWith(path, holdOnly | constants.O_NOFOLLOW),
  flags: quietly,
  handlesLast: true
}

/** `O_NOFOLLOW_ANY` (xnu, bsd/sys/fcntl.h): no component of a path is a symbolic link. */
const noLinkAtAll = platform === 'darwin' ? 0x20000000 : 0

export class ChangedError extends Error {}

export const isSameFile = (one: Stats, other: Stats): boolean =>
  one.dev === other.dev && one.ino === other.ino

const heldAt = (realPath: string): Held => {
  const status = lstatSync(realPath)
  return {
    realPath,
    status,
    handle: realPath,
    recheck: () => {
      const isMoved = !status.isSymbolicLink() && realpathSync.native(realPath) !== realPath
      if (isMoved || !isSameFile(lstatSync(realPath), status))
        throw new ChangedError(`${realPath} changed while it was read`)
    },
    release: () => undefined
  }
}

/**
 * Where descriptors have no path: what lies at the real path before and after opening is the thing that was opened. On
 * macOS the kernel refuses links on the way as well; elsewhere somebody who swaps directories twice within these steps
 * would not be seen.
 */
export const byName: Holding = {
  hold: path => heldAt(realpathSync.native(path)),
  holdLast: path => heldAt(join(realpathSync.native(dirname(path)), basename(path))),
  flags: plainFile | noLinkAtAll,
  handlesLast: false
}

/** Containers without /proc exist, and its absence must not pass for an answer. */
const descriptorsHavePaths = (): boolean => {
  try {
    const root = byDescriptor.hold('/')
    try {
      return root.realPath === '/'
    } finally {
      root.release()
    }
  } catch {
    return false
  }
}

let best: Holding | undefined

/** The safest way that this system has. */
export const bestHolding = (): Holding =>
  (best ??= platform === 'linux' && descriptorsHavePaths() ? byDescriptor : byName)

/** A descriptor of the very file that is held, for reading. */
export const openHeld = (held: Held, { flags }: Holding): number => {
  const descriptor = openSync(held.handle, flags)
  try {
    if (!isSameFile(fstatSync(descriptor), held.status))
      throw new ChangedError(`${held.realPath} changed while it was opened`)
    held.recheck()
    return descriptor
  } catch (error) {
    closeSync(descriptor)
    throw error
  }
}
