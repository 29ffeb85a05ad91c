import { isUtf8 } from 'node:buffer'
import type { Content } from '../../files/content.ts'
import type { Refused } from '../../files/refused.ts'
import type { Workspace } from '../../files/workspace.ts'
import type { ManifestProblem, UnreadKind } from '../../kubernetes/manifests.ts'
import type { SourceText } from '../../kubernetes/read.ts'
import { limits } from '../limits.ts'
import { notRead, unreadable } from '../problem.ts'

export type FileResult =
  | { readonly kind: 'text'; readonly source: SourceText }
  | { readonly kind: 'refused'; readonly problem: ManifestProblem }

/** Reads many manifests, each in its turn. */
export const readFiles = (
  workspace: Workspace,
  paths: Iterable<string>,
  use: (path: string, result: FileResult) => void
): void => {
  workspace.readEach(paths, limits.fileBytes, (path, content) => {
    use(path, textOf(content))
  })
}

/**
 * Reads a file that another file led to: a template, a base, a patch. null where it cannot be read,
 * or where symbolic links take it out of the workspace.
 */
export const readSource = (workspace: Workspace, path: string): SourceText | null => {
  const result = textOf(workspace.read(path, limits.fileBytes))
  return result.kind === 'text' ? result.source : null
}

const textOf = (content: Content | Refused): FileResult =>
  content.kind === 'read'
    ? decodeText(content.file, content.bytes)
    : { kind: 'refused', problem: notRead(content) }

/** Bytes from outside as text, or the reason why they are no manifest. */
export function decodeText(file: string, bytes: Buffer): FileResult {
  if (bytes.byteLength > limits.fileBytes) return tooLarge(file)
  const utf16 = utf16Marks.find(({ mark }) => mark.every((byte, at) => bytes[at] === byte))
  if (utf16 !== undefined) return decodeUtf16(file, bytes, utf16.encoding)
  if (bytes.includes(0)) return holdsNul(file)
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
    // The mark of UTF-32 begins as that of UTF-16: every other character is NUL then.
    return text.includes('\0') ? holdsNul(file) : { kind: 'text', source: { file, text } }
  } catch {
    return refused(
      'encoding',
      file,
      `The file is not valid ${encoding.toUpperCase()}`,
      'Save it as UTF-8 text.'
    )
  }
}

const holdsNul = (file: string): FileResult =>
  refused('encoding', file, 'The file holds NUL bytes and is no text', 'Save it as UTF-8 text.')

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
