import {
  parseDocuments,
  type Locate,
  type SourceText,
  type YamlNode
} from '../../kubernetes/read.ts'
import { readSource } from './read-file.ts'
import type { Workspace } from '../../files/workspace.ts'

/** A file that was parsed for its positions; `root` is its first document. */
export type ParsedFile = {
  readonly source: SourceText
  readonly root: YamlNode | null
  readonly locate: Locate
  readonly isBroken: boolean
  /** Whether the text is one document without a fault, or none. */
  readonly isWhole: boolean
}

/** null where the file cannot be read; a text that is no YAML has no root. */
export const parseFile = (workspace: Workspace, path: string): ParsedFile | null => {
  const source = readSource(workspace, path)
  return source === null ? null : parseSource(source)
}

export const parseSource = (source: SourceText): ParsedFile => {
  const { documents, problems, locate } = parseDocuments(source)
  const [root = null, ...others] = documents.flatMap(document => document.root ?? [])
  const isBroken = problems.length > 0
  return { source, root, locate, isBroken, isWhole: !isBroken && others.length === 0 }
}
