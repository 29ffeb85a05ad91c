import { join } from 'node:path'
import type { Workspace } from '../../files/workspace.ts'
import type { Manifests } from '../../kubernetes/manifests.ts'
import { parseDocuments, walkScalars, type SourceText } from '../../kubernetes/read.ts'
import { suppressionComments, type SuppressionComment } from '../../kubernetes/suppressions.ts'
import type { ReadSource } from '../gitops/gitops-objects.ts'
import { lastAtMost } from './ordered-search.ts'
import { readSource } from './read-file.ts'

/** The comments of every file in which something stands that a finding may be about, such as a template of a chart. */
export function commentsOf(
  { uses, problems }: Pick<Manifests, 'uses' | 'problems'>,
  sources: readonly ReadSource[],
  workspace: Workspace
): readonly SuppressionComment[] {
  const files = new Set([
    ...uses.flatMap(({ location, related }) => [location, ...related].map(({ file }) => file)),
    ...problems.map(({ location }) => location.file)
  ])
  const read = new Map(sources.map(({ source }) => [source.file, source]))
  return [...files].flatMap(file => {
    const source = read.get(file) ?? readSource(workspace, join(workspace.path, file))
    return source === null ? [] : commentsIn(source)
  })
}

function commentsIn(source: SourceText): readonly SuppressionComment[] {
  let scalars: readonly (readonly [start: number, end: number])[] | null = null
  return suppressionComments(source.file, source.text, offset => {
    scalars ??= scalarsIn(source).toSorted(([one], [other]) => one - other)
    const before = lastAtMost(scalars, offset, ([start]) => start)
    return before !== undefined && offset < before[1]
  })
}

/** Of a template nothing is known: what looks like a comment is one. */
const scalarsIn = (source: SourceText): readonly (readonly [number, number])[] =>
  parseDocuments(source).documents.flatMap(({ root }) =>
    [...walkScalars(root)].map(({ scalar }) => [scalar.start, scalar.end] as const)
  )
