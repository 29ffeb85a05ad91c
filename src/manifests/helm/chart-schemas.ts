import { basename, dirname } from 'node:path'
import type { PrivateCopy } from '../../files/private-copy.ts'
import type { Workspace } from '../../files/workspace.ts'
import { scalarIn } from '../../yaml/nodes.ts'
import type { MappingEntry, YamlNode } from '../../yaml/yaml-nodes.ts'
import { parseFile, type ParsedFile } from '../files/parsed-file.ts'

/** helm, pkg/chart/loader/load.go, LoadFiles */
const schemaName = 'values.schema.json'
const isArchive = (path: string): boolean =>
  basename(dirname(path)) === 'charts' && /\.(?:tgz|tar\.gz)$/i.test(path)

/**
 * Whether Helm would read more than the chart to validate its values: a schema may name others by URL, of the network or
 * of any file of the machine (helm, pkg/chartutil/jsonschema.go), and nobody sees those in an archive.
 */
export const schemasLeadElsewhere = (workspace: Workspace, copy: PrivateCopy): boolean =>
  [...copy.placed].some(
    path =>
      isArchive(path) || (basename(path) === schemaName && !isAlone(parseFile(workspace, path)))
  )

/** What cannot be read as plain JSON may be read otherwise by Helm. */
const isAlone = (schema: ParsedFile | null): boolean =>
  schema?.root != null && schema.isWhole && isAloneBelow(schema.root)

const isAloneBelow = (node: YamlNode): boolean => {
  if (node.kind === 'alias') return false
  if (node.kind === 'sequence') return node.items.every(isAloneBelow)
  if (node.kind !== 'mapping') return true
  return (
    !node.irregular && node.entries.every(entry => staysInside(entry) && isAloneBelow(entry.value))
  )
}

/** Meta-schemas that the validator brings (santhosh-tekuri/jsonschema, metaschemas). */
const knownMetaSchema =
  /^https?:\/\/json-schema\.org\/(?:draft-0[467]|draft\/(?:2019-09|2020-12))\/schema#?$/

/** JSON Schema, core, 8.1.1 and 8.2.3: these are the keywords that name other schemas; `$id` names the schema itself. */
const staysInside = ({ key, value }: MappingEntry): boolean => {
  const text = scalarIn(value)?.text
  switch (key.text) {
    case '$ref':
    case '$dynamicRef':
    case '$recursiveRef':
      return text?.startsWith('#') === true
    case '$schema':
      return text !== undefined && knownMetaSchema.test(text)
    default:
      return true
  }
}
