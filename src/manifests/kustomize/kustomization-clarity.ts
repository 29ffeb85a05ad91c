import { contentOf, mappingIn } from '../../yaml/nodes.ts'
import type { ContentNode, MappingNode, ScalarNode, YamlNode } from '../../yaml/yaml-nodes.ts'
import type { ParsedFile } from '../files/parsed-file.ts'

/**
 * All names below which a kustomization names files (kustomize, api/types). Go's JSON decoder takes them in any case,
 * `ſ` and the Kelvin sign included, and ours would overlook them.
 */
const namesOfFiles: ReadonlySet<string> = new Set([
  'resources',
  'bases',
  'components',
  'crds',
  'configurations',
  'generators',
  'transformers',
  'validators',
  'patches',
  'patchesStrategicMerge',
  'patchesJson6902',
  'replacements',
  'configMapGenerator',
  'secretGenerator',
  'helmCharts',
  'helmChartInflationGenerator',
  'helmGlobals',
  'openapi',
  'path',
  'files',
  'envs',
  'env'
])

const folded = (name: string): string => name.toUpperCase().toLowerCase()
const foldedNames: ReadonlySet<string> = new Set([...namesOfFiles].map(folded))

const isMisspelt = ({ text }: ScalarNode): boolean =>
  !namesOfFiles.has(text) && foldedNames.has(folded(text))

/** The mappings whose keys are kustomize's own: deeper ones hold labels, options and the like. */
const ownMappings = (root: MappingNode): readonly MappingNode[] => [
  root,
  ...root.entries.flatMap(({ key, value }) => {
    const content = contentOf(value)
    const inside = content.kind === 'sequence' ? content.items : []
    const own = key.text === 'openapi' ? [value, ...inside] : inside
    return own.flatMap(item => mappingIn(item) ?? [])
  })
]

function* nodesIn(node: YamlNode): Generator<ContentNode, void, undefined> {
  const content = contentOf(node)
  yield content
  if (content.kind === 'sequence') for (const item of content.items) yield* nodesIn(item)
  if (content.kind === 'mapping')
    for (const { key, value } of content.entries) {
      yield key
      yield* nodesIn(value)
    }
}

/**
 * What of a kustomization file kustomize may read otherwise than we do, in words; null: nothing. The files it names are
 * checked before kustomize may read them, so nothing that we could overlook is passed on to it.
 */
export const unclearPart = ({ root, isWhole }: ParsedFile): string | null => {
  if (!isWhole) return 'is not one whole YAML document'
  if (root === null) return null
  const nodes = [...nodesIn(root)]
  if (nodes.some(node => node.kind === 'scalar' && node.tagged)) return 'has YAML tags'
  if (nodes.some(node => node.kind === 'mapping' && node.irregular))
    return 'has merge keys or a key twice'
  const mapping = mappingIn(root)
  const keys = mapping === null ? [] : ownMappings(mapping).flatMap(({ entries }) => entries)
  const misspelt = keys.find(({ key }) => isMisspelt(key))
  return misspelt === undefined ? null : `has the key '${misspelt.key.text}' in another case`
}
