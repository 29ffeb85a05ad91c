import { placeholderAtStart } from './placeholders.ts'

/** A text that YAML can read in place of one that it cannot, of the same length, and how to get the written one back. */
export type MaskedText = { readonly text: string; readonly restore: (parsed: string) => string }

/** A value on the line of its key that begins with a character with which no plain scalar begins. */
const values = /^[ \t]*(?:- +)*[\w./-]+:[ \t]+([%@[{&*!|>`])(\S*)(?=[ \t]*(?:[ \t]#[^\n]*)?\r?$)/gm

/** These begin nothing in YAML; the others also open lists, tags, anchors and blocks. */
const reserved = '%@`'
const goesOn = /^[\w./:-]/

/** `[X]` alone is a list; `[X].azurecr.io` is none. */
const isPlaceholder = (value: string): boolean => {
  const placeholder = placeholderAtStart(value)
  if (placeholder === null || placeholder.startsWith('{{')) return false
  return reserved.includes(value.charAt(0)) || goesOn.test(value.slice(placeholder.length))
}

/**
 * What pipelines fill in before kubectl sees the file often stands there without quotes, such as `%ACR%.azurecr.io/app:1`.
 * null: no value of the text is so.
 */
export const maskUnquoted = (text: string): MaskedText | null => {
  const offsets: number[] = []
  for (const { 0: line, 1: first = '', 2: rest = '', index } of text.matchAll(values))
    if (isPlaceholder(first + rest)) offsets.push(index + line.length - rest.length - 1)
  if (offsets.length === 0) return null
  const swap = (into: string, characterAt: (offset: number) => string): string => {
    const parts: string[] = []
    let from = 0
    for (const offset of offsets) {
      parts.push(into.slice(from, offset), characterAt(offset))
      from = offset + 1
    }
    return parts.join('') + into.slice(from)
  }
  return {
    text: swap(text, () => 'x'),
    restore: parsed => swap(parsed, offset => text.charAt(offset))
  }
}
