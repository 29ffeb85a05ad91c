import { isUtf8 } from 'node:buffer'
import {
  closeSync,
  constants,
  fstatSync,
  openSync,
  readFileSync,
  readSync,
  type Stats
} from 'node:fs'
import { messageOf } from '../../base/errors.ts'
import type { ManifestProblem, UnreadKind } from '../../kubernetes/manifests.ts'
import type { SourceText } from '../../kubernetes/read.ts'
import { limits } from '../limits.ts'
import { unreadable } from '../problem.ts'
import { isWithin, reportedPath, staysInside, type Workspace } from './workspace.ts'

export type FileResult =
  | { readonly kind: 'text'; readonly source: SourceText }
  | { readonly kind: 'refused'; readonly problem: ManifestProblem }

/** Reads one manifest. Synchronous: for 10,000 local files, promises take ten times as long. */
export function readFile(path: string, file: string): FileResult {
  try {
    return readDescriptor(file, openSync(path, openFlags))
  } catch (error) {
    return refused(
      'unreadable',
      file,
      `The file could not be read (${messageOf(error)})`,
      'Check its permissions.'
    )
  }
}

/**
 * Reads a file that another file led to: a template, a base, a patch. null where it cannot be read,
 * or where symbolic links take it out of the workspace.
 */
export const readSource = (workspace: Workspace, path: string): SourceText | null => {
  if (isWithin(workspace.path, path) && !staysInside(workspace.path, path)) return null
  const result = readFile(path, reportedPath(workspace, path))
  return result.kind === 'text' ? result.source : null
}

/** Bytes from outside as text, or the reason why they are no manifest. */
export function decodeText(file: string, bytes: Buffer): FileResult {
  if (bytes.byteLength > limits.fileBytes) return tooLarge(file)
  const utf16 = utf16Marks.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte))
  if (utf16 !== undefined) return decodeUtf16(file, bytes, utf16.encoding)
  if (bytes.includes(0)) {
    return refused(
      'encoding',
      file,
      'The file holds NUL bytes and is no text',
      'Save it as UTF-8 text.'
    )
  }
  if (!isUtf8(bytes)) {
    return refused('encoding', file, 'The file is not valid UTF-8', 'Save it as UTF-8 text.')
  }
  return { kind: 'text', source: { file, text: bytes.toString('utf8') } }
}

/** PowerShell writes such files, and kubectl reads them (kubernetes/cli-runtime, pkg/resource/visitor.go, FileVisitor). */
const utf16Marks = [
  { mark: [0xff, 0xfe], encoding: 'utf-16le' },
  { mark: [0xfe, 0xff], encoding: 'utf-16be' }
] as const

const decodeUtf16 = (file: string, bytes: Buffer, encoding: string): FileResult => {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
    return { kind: 'text', source: { file, text } }
  } catch {
    return refused(
      'encoding',
      file,
      `The file is not valid ${encoding.toUpperCase()}`,
      'Save it as UTF-8 text.'
    )
  }
}

/** Opening a named pipe must not wait for its writer. */
const openFlags = constants.O_RDONLY | constants.O_NONBLOCK

const readDescriptor = (file: string, descriptor: number): FileResult => {
  try {
    const status = fstatSync(descriptor)
    if (!status.isFile()) {
      return refused(
        'unreadable',
        file,
        'This is no regular file',
        'Name a file, or pass it to standard input.'
      )
    }
    return status.size > limits.fileBytes
      ? tooLarge(file)
      : decodeText(file, readBytes(descriptor, status))
  } finally {
    closeSync(descriptor)
  }
}

/** Most manifests fit; the text is made of it before the next file is read. */
const memory = Buffer.allocUnsafeSlow(64 * 1024)

/** A file without a size may still have content, as those of /proc, and a network gives a file in pieces. */
const readBytes = (descriptor: number, { size }: Stats): Buffer => {
  const count = size > memory.length ? 0 : readSync(descriptor, memory, 0, size, 0)
  return count > 0 && count === size ? memory.subarray(0, count) : readFileSync(descriptor)
}

const tooLarge = (file: string): FileResult =>
  refused(
    'too-large',
    file,
    `The file is larger than ${limits.fileBytes / 1024 / 1024} MB`,
    'Split it, or leave it out.'
  )

const refused = (unread: UnreadKind, file: string, cause: string, cure: string): FileResult => ({
  kind: 'refused',
  problem: unreadable(unread, file, `${cause}, so nothing in it was judged`, cure)
})
