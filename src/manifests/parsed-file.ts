import { parseDocuments, type Locate, type SourceText, type YamlNode } from '../kubernetes/read.ts'
import { readSource } from './read-file.ts'
import type { Workspace } from './workspace.ts'

/** A file that was parsed for its positions; `root` is its first document. */
export type ParsedFile = {
  readonly source: SourceText
  readonly root: YamlNode | null
  readonly locate: Locate
}

/** null where the file cannot be read; a text that is no YAML has no root. */
export const parseFile = (workspace: Workspace, path: string): ParsedFile | null => {
  const source = readSource(workspace, path)
  return source === null ? null : parseSource(source)
}

export const parseSource = (source: SourceText): ParsedFile => {
  const { documents, locate } = parseDocuments(source)
  const root = documents.find(document => document.root !== null)?.root ?? null
  return { source, root, locate }
}
