import type { Location } from '../kubernetes/location.ts'
import { locator, type SourceText } from '../kubernetes/source.ts'
import { limits } from './limits.ts'
import { readSource } from './read-file.ts'
import { locateWithin } from './text-span.ts'
import type { Workspace } from './workspace.ts'

/**
 * Finds the one place in some files where a text stands; null where there is none or more than one.
 * The files need not be YAML: generators read properties and scripts.
 */
export const textSearch = (workspace: Workspace, paths: readonly string[]) => {
  let sources: readonly SourceText[] | undefined
  let searches = 0
  return (wanted: string): Location | null => {
    searches += 1
    if (searches > limits.textSearches || wanted === '') return null
    sources ??= [...new Set(paths)].flatMap(path => readSource(workspace, path) ?? [])
    const holding = sources.filter(({ text }) => text.includes(wanted))
    const [only] = holding
    if (only === undefined || holding.length > 1) return null
    const span = { source: only, locate: locator(only), start: 0, end: only.text.length }
    return locateWithin(span, wanted, 1) === null ? locateWithin(span, wanted) : null
  }
}
