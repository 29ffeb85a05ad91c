import type { Manifests } from './manifests.ts'
import type { ReadOptions, SourceText } from './source.ts'

export type { Locate, ReadOptions, SourceText } from './source.ts'
export { parseDocuments, type LocatedDocument, type ParsedDocuments } from './objects.ts'
export type { MappingNode, ScalarNode, SequenceNode, YamlNode } from './yaml-nodes.ts'
export { nodeAt, plainValue, scalarAt, walkScalars, type LocatedScalar, type Path } from './nodes.ts'

/** What one file holds, besides the count of files. */
export type FileContent = Omit<Manifests, 'files'>

/** The one door for the text of a file: everything that concerns pulls, and what stood in the way of reading it. */
export const readManifest = (_source: SourceText, _options: ReadOptions): FileContent => ({
  uses: [],
  serviceAccounts: [],
  secrets: [],
  pullBindings: [],
  problems: []
})
