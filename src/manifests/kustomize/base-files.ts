import { itemsIn } from '../../yaml/nodes.ts'
import {
  nodeAt,
  parseDocuments,
  scalarAt,
  type Locate,
  type SourceText,
  type YamlNode
} from '../../kubernetes/read.ts'
import { readSource } from '../files/read-file.ts'
import type { Workspace } from '../../files/workspace.ts'

/** One Kubernetes object of a source file. */
export type BaseObject = {
  readonly root: YamlNode
  readonly kind: string
  readonly name: string
  readonly namespace: string | null
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

/** What kustomize keeps of an object's identity; it may put a prefix and a suffix to the name. */
export type BuiltIdentity = Pick<BaseObject, 'kind' | 'name' | 'namespace'>

export const identityOf = (root: YamlNode | null): BuiltIdentity => ({
  kind: scalarAt(root, ['kind'])?.text ?? '',
  name: scalarAt(root, ['metadata', 'name'])?.text ?? '',
  namespace: scalarAt(root, ['metadata', 'namespace'])?.text ?? null
})

/**
 * The object that a built one was made from: same kind, and the longest name that the built name
 * contains; of equal names that in the same namespace, which a kustomization may have changed.
 */
export const baseObject = (
  objects: readonly BaseObject[],
  built: BuiltIdentity
): BaseObject | null => {
  const closeness = ({ name, namespace }: BaseObject) =>
    2 * name.length + Number(namespace === built.namespace)
  const fitting = objects.filter(
    ({ kind, name }) => kind === built.kind && built.name.includes(name)
  )
  return fitting.sort((one, other) => closeness(other) - closeness(one))[0] ?? null
}

const readObjects = (workspace: Workspace, path: string): readonly BaseObject[] => {
  const source = readSource(workspace, path)
  return source === null ? [] : objectsOf(source)
}

/** The objects of a text. */
export const objectsOf = (source: SourceText): readonly BaseObject[] => {
  const { documents, locate } = parseDocuments(source)
  return documents.flatMap(({ root }) =>
    itemsOf(root).map(item => ({
      root: item,
      ...identityOf(item),
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
