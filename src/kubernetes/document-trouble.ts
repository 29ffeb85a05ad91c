import { YAMLException } from 'js-yaml'
import { messageOf } from '../base/errors.ts'
import type { TextRange } from '../yaml/document-split.ts'
import type { UnreadKind } from './manifests.ts'
import { isTooDeep } from '../yaml/yaml-events.ts'
import { YamlError } from '../yaml/yaml-limits.ts'

/** Why a document was not parsed. */
export type Trouble = {
  readonly reason: string
  readonly offset: number
  /** Why it was not even tried, or not to the end; null: kubectl would refuse it too. */
  readonly refused: Extract<UnreadKind, 'too-large' | 'too-deep'> | null
}

/** A line that begins with `%` is a directive, and kubectl reads none but for YAML 1.1. */
export const troubleFrom = (error: unknown, text: string, { start, end }: TextRange): Trouble => {
  if (error instanceof YamlError)
    return {
      reason: error.message,
      offset: error.offset,
      refused: error.kind === 'refused' ? 'too-large' : null
    }
  const offset = start + (error instanceof YAMLException ? (error.mark?.position ?? 0) : 0)
  const directive = /^\s*(%.*)/.exec(text.slice(start, end))?.[1]
  if (directive !== undefined)
    return {
      reason: `found the directive '${directive.trim()}', and kubectl reads none`,
      offset: text.indexOf('%', start),
      refused: null
    }
  const reason = error instanceof YAMLException ? error.reason : messageOf(error)
  return { reason, offset, refused: isTooDeep(reason) ? 'too-deep' : null }
}

/** From the trouble to the end of its line; what is missing at the end of a document is missed behind its last word. */
export const restOfLine = (text: string, offset: number, { start, end }: TextRange): TextRange => {
  const lastEnd = start + text.slice(start, end).trimEnd().length
  const from = Math.min(offset, Math.max(lastEnd - 1, start))
  const newline = text.indexOf('\n', from)
  return { start: from, end: newline < 0 || newline > end ? end : newline }
}
