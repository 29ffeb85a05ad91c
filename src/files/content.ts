import { closeSync, fstatSync, openSync, readSync } from 'node:fs'
import { openHeld, plainFile, type Held, type Holding } from './held.ts'
import { refusedBy, refusedFor, tooLarge, type Refused } from './refused.ts'

/** The bytes of a regular file. */
export type Content = {
  readonly kind: 'read'
  /** As reports show it. */
  readonly file: string
  readonly bytes: Buffer
}

/** Most files fit; what was read is used before the next file is. */
const memory = Buffer.allocUnsafeSlow(64 * 1024)

/**
 * One byte more than the limit is enough to know. A file without a size may still have content, as those of /proc, and a
 * network gives a file in pieces.
 */
const readUpTo = (descriptor: number, size: number, limit: number): Buffer => {
  const expected = Math.min(size, limit)
  const buffer = expected < memory.length ? memory : Buffer.allocUnsafeSlow(expected + 1)
  let length = 0
  for (;;) {
    const count = readSync(descriptor, buffer, length, buffer.length - length, null)
    length += count
    if (count === 0 || length > limit || (size > 0 && length === size))
      return buffer.subarray(0, length)
    if (length === buffer.length) return readOn(descriptor, buffer, limit)
  }
}

/** A file that is longer than it said. */
const readOn = (descriptor: number, start: Buffer, limit: number): Buffer => {
  const chunks = [Buffer.from(start)]
  let length = start.length
  while (length <= limit) {
    const chunk = Buffer.allocUnsafe(memory.length)
    const count = readSync(descriptor, chunk, 0, chunk.length, null)
    if (count === 0) break
    chunks.push(chunk.subarray(0, count))
    length += count
  }
  return Buffer.concat(chunks)
}

/** Closes the descriptor. The bytes stay as they are until the next file is read. */
const contentOf = (descriptor: number, file: string, limit: number): Content | Refused => {
  try {
    const status = fstatSync(descriptor)
    if (!status.isFile()) return refusedFor(file, 'irregular')
    if (status.size > limit) return tooLarge(file, limit)
    const bytes = readUpTo(descriptor, status.size, limit)
    return bytes.length > limit ? tooLarge(file, limit) : { kind: 'read', file, bytes }
  } finally {
    closeSync(descriptor)
  }
}

/** What a held file holds. */
export const readHeld = (
  held: Held,
  holding: Holding,
  file: string,
  limit: number
): Content | Refused => {
  if (!held.status.isFile()) return refusedFor(file, 'irregular')
  try {
    return contentOf(openHeld(held, holding), file, limit)
  } catch (error) {
    return refusedBy(file, error)
  }
}

/** What a plain file of a held directory holds, by its name after a separator; refused as `loop` where it is a link. */
export const readNamedIn = (
  directory: Held,
  name: string,
  file: string,
  limit: number
): Content | Refused => {
  try {
    return contentOf(openSync(directory.handle + name, plainFile), file, limit)
  } catch (error) {
    return refusedBy(file, error)
  }
}
