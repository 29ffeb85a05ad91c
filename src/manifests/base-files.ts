import { itemsIn } from '../kubernetes/nodes.ts'
import {
  nodeAt,
  parseDocuments,
  scalarAt,
  type Locate,
  type SourceText,
  type YamlNode
} from '../kubernetes/read.ts'
import { readSource } from './read-file.ts'
import type { Workspace } from './workspace.ts'

/** One Kubernetes object of a source file. */
export type BaseObject = {
  readonly root: YamlNode
  readonly kind: string
  readonly name: string
  readonly source: SourceText
  readonly locate: Locate
}

/** Reads the objects of source files, each file once. */
export const baseFileReader = (workspace: Workspace) => {
  const known = new Map<string, readonly BaseObject[]>()
  return (path: string): readonly BaseObject[] => {
    const read = known.get(path) ?? readObjects(workspace, path)
    known.set(path, read)
    return read
  }
}

export type BaseFileReader = ReturnType<typeof baseFileReader>

/**
 * The object that a built one was made from: same kind, and a name that prefixes and suffixes were
 * added to; the longest such name.
 */
export const baseObject = (
  objects: readonly BaseObject[],
  kind: string,
  name: string
): BaseObject | null => {
  const fitting = objects.filter(object => object.kind === kind && name.includes(object.name))
  return fitting.sort((one, other) => other.name.length - one.name.length)[0] ?? null
}

const readObjects = (workspace: Workspace, path: string): readonly BaseObject[] => {
  const source = readSource(workspace, path)
  if (source === null) return []
  const { documents, locate } = parseDocuments(source)
  return documents.flatMap(({ root }) =>
    itemsOf(root).map(item => ({
      root: item,
      kind: scalarAt(item, ['kind'])?.text ?? '',
      name: scalarAt(item, ['metadata', 'name'])?.text ?? '',
      source,
      locate
    }))
  )
}

/** kustomize takes a List apart (kyaml, and `kind: …List` alike). */
const itemsOf = (root: YamlNode | null): readonly YamlNode[] => {
  if (root === null) return []
  const isList = scalarAt(root, ['kind'])?.text.endsWith('List') === true
  const items = isList ? itemsIn(nodeAt(root, ['items'])) : []
  return items.length > 0 ? items : [root]
}
