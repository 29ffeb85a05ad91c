import type { Location } from '../../yaml/location.ts'
import { locator, type SourceText } from '../../yaml/source.ts'
import { limits } from '../limits.ts'
import { readSource } from './read-file.ts'
import { locateWithin } from './text-span.ts'
import type { Workspace } from '../../files/workspace.ts'

/** How often the text must stand there, and which of these (from 0) is meant. */
type Wanted = { readonly times: number; readonly occurrence: number }

export type TextSearch = (text: string, wanted: Wanted) => Location | null

/**
 * Finds a text in the one of some files that holds it; null where none does or several do, or where it stands there more
 * often than it should. The files need not be YAML: generators read properties and scripts.
 */
export const textSearch = (workspace: Workspace, paths: readonly string[]): TextSearch => {
  let sources: readonly SourceText[] | undefined
  let searches = 0
  return (wanted, { times, occurrence }) => {
    searches += 1
    if (searches > limits.textSearches || wanted === '') return null
    sources ??= [...new Set(paths)].flatMap(path => readSource(workspace, path) ?? [])
    const holding = sources.filter(({ text }) => text.includes(wanted))
    const [only] = holding
    if (only === undefined || holding.length > 1) return null
    const span = { source: only, locate: locator(only), start: 0, end: only.text.length }
    return locateWithin(span, wanted, times) === null
      ? locateWithin(span, wanted, occurrence)
      : null
  }
}
