import { messageOf } from '../base/errors.ts'
import { ChangedError } from './held.ts'

/** Why something is not read. */
export type RefusalCode =
  | 'absent'
  | 'leaves'
  | 'git'
  | 'dangling'
  | 'loop'
  | 'irregular'
  | 'too-large'
  | 'changed'
  | 'unreadable'

/** What was named and is not read. */
export type Refused = {
  readonly kind: 'refused'
  /** As reports show it. */
  readonly file: string
  readonly code: RefusalCode
  /** In words that follow on the name of the file. */
  readonly reason: string
}

const words: Readonly<Record<Exclude<RefusalCode, 'unreadable' | 'too-large'>, string>> = {
  absent: 'does not exist',
  leaves: 'leads out of the workspace',
  git: 'lies in .git, which is never read',
  dangling: 'is a symbolic link that leads to nothing',
  loop: 'is a symbolic link that leads back to itself',
  irregular: 'is no regular file',
  changed: 'changed while it was read'
}

export const refusedFor = (file: string, code: keyof typeof words): Refused => ({
  kind: 'refused',
  file,
  code,
  reason: words[code]
})

export const tooLarge = (file: string, limit: number): Refused => ({
  kind: 'refused',
  file,
  code: 'too-large',
  reason: `is larger than ${limit / 1024 / 1024} MB`
})

/** A set of files that is more than may be copied. */
export const overLimit = (file: string, most: string): Refused => ({
  kind: 'refused',
  file,
  code: 'too-large',
  reason: `lies in what holds more than ${most}`
})

/** What the system calls a path that leads to nothing, or that cannot be one. */
const nothingThere = new Set(['ENOENT', 'ENOTDIR', 'ENAMETOOLONG', 'ERR_INVALID_ARG_VALUE'])

/** A socket, or a device without a driver. */
const noFile = new Set(['ENXIO', 'ENODEV', 'EISDIR', 'EOPNOTSUPP'])

export const errorCode = (error: unknown): string =>
  typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : ''

/** The system's own words, without the call and the path, which may be one that nobody wrote. */
export const systemWords = (error: unknown): string =>
  messageOf(error).replace(/, [a-z]+(?: '.*)?$/s, '')

/** What was thrown where something was to be held or read. */
export const refusedBy = (file: string, error: unknown): Refused => {
  const code = errorCode(error)
  if (error instanceof ChangedError) return refusedFor(file, 'changed')
  if (nothingThere.has(code)) return refusedFor(file, 'absent')
  if (noFile.has(code)) return refusedFor(file, 'irregular')
  if (code === 'ELOOP') return refusedFor(file, 'loop')
  const reason = `cannot be read (${systemWords(error)})`
  return { kind: 'refused', file, code: 'unreadable', reason }
}
