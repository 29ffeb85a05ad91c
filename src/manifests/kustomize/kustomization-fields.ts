import { memoizeForObjects } from '../../base/memoize.ts'
import { contentOf, entriesOf, isNull } from '../../yaml/nodes.ts'
import type { MappingNode, ScalarNode, YamlNode } from '../../yaml/yaml-nodes.ts'

/** What kustomize does with a text. */
export type Role =
  /** It is a file of objects, or a kustomization. */
  | 'resource'
  /** It is a kustomization. */
  | 'component'
  /** It is the file of plugin configurations, or a kustomization that brings some. */
  | 'plugin'
  /** It is plugin configurations, as far as kustomize can read them so. */
  | 'inline-plugin'
  | 'file'
  /** The same behind `key=`. */
  | 'keyed-file'
  /** It is a patch, or failing that the file of one. */
  | 'patch'

/** What may stand at a place: a text with a role, or something in which no text names a file. */
type Shape = Role | 'any' | { readonly each: Shape } | Fields

/** A mapping; whether kustomize refuses keys that are not named here, or passes over them. */
export type Fields = {
  readonly fields: Readonly<Record<string, Shape>>
  readonly others: 'refused' | 'ignored'
}

const each = (shape: Shape): Shape => ({ each: shape })

const refusing = (fields: Fields['fields']): Fields => ({ fields, others: 'refused' })

/** kustomize, api/types/kvpairsources.go */
const sources = { files: each('keyed-file'), envs: each('file'), env: 'file' } as const

/** kustomize, api/types/generatorargs.go, secretargs.go */
const generated = refusing({
  ...sources,
  namespace: 'any',
  name: 'any',
  behavior: 'any',
  literals: 'any',
  options: 'any',
  type: 'any'
})

/** kustomize, api/types/patch.go */
const patch = refusing({ path: 'file', patch: 'any', target: 'any', options: 'any' })

/** kustomize, api/types/replacementfield.go */
const replacement = refusing({ path: 'file', source: 'any', targets: 'any', sourceValue: 'any' })

/**
 * Every key of a kustomization (kustomize 5.8, api/types/kustomization.go). Helm charts are only inflated with
 * `--enable-helm`, which is never given.
 */
export const kustomizationFields: Fields = refusing({
  apiVersion: 'any',
  kind: 'any',
  metadata: 'any',
  openapi: refusing({ path: 'file', version: 'any' }),
  namePrefix: 'any',
  nameSuffix: 'any',
  namespace: 'any',
  commonLabels: 'any',
  labels: 'any',
  commonAnnotations: 'any',
  patchesStrategicMerge: each('patch'),
  patchesJson6902: each(patch),
  patches: each(patch),
  images: 'any',
  imageTags: 'any',
  replacements: each(replacement),
  replicas: 'any',
  vars: 'any',
  sortOptions: 'any',
  resources: each('resource'),
  components: each('component'),
  crds: each('file'),
  bases: each('resource'),
  configMapGenerator: each(generated),
  secretGenerator: each(generated),
  helmGlobals: 'any',
  helmCharts: 'any',
  helmChartInflationGenerator: 'any',
  generatorOptions: 'any',
  configurations: each('file'),
  generators: each('plugin'),
  transformers: each('plugin'),
  validators: each('plugin'),
  buildMetadata: 'any'
})

const ignoring = (fields: Fields['fields']): Fields => ({ fields, others: 'ignored' })
const noFiles = ignoring({})

/**
 * What the configurations of kustomize's own plugins hold, by kind (kustomize 5.8, api/internal/builtins and
 * builtinhelpers). All other kinds are programs, which kustomize only runs with `--enable-alpha-plugins`, or inflate charts.
 */
export const pluginFields: Readonly<Record<string, Fields>> = {
  AnnotationsTransformer: noFiles,
  ConfigMapGenerator: ignoring(sources),
  HashTransformer: noFiles,
  IAMPolicyGenerator: noFiles,
  ImageTagTransformer: noFiles,
  LabelTransformer: noFiles,
  NamespaceTransformer: noFiles,
  PatchJson6902Transformer: ignoring({ path: 'file' }),
  PatchStrategicMergeTransformer: ignoring({ paths: each('patch') }),
  PatchTransformer: ignoring({ path: 'file' }),
  PrefixSuffixTransformer: noFiles,
  PrefixTransformer: noFiles,
  ReplacementTransformer: ignoring({ replacements: each(ignoring({ path: 'file' })) }),
  ReplicaCountTransformer: noFiles,
  SecretGenerator: ignoring(sources),
  SuffixTransformer: noFiles,
  ValueAddTransformer: ignoring({ targetFilePath: 'file' })
}

/** A kustomization that only gathers the configurations of plugins, and changes nothing of what they name. */
export const gatheringFields: Fields = refusing({
  apiVersion: 'any',
  kind: 'any',
  resources: each('plugin')
})

/** A text that names something, with what kustomize does with it. */
export type NamedText = { readonly role: Role; readonly scalar: ScalarNode }

/** A part that kustomize may read otherwise than we do, in words that follow its owner's name. */
export type StrangePart = { readonly words: string; readonly at: YamlNode }

export type FieldTexts = {
  readonly texts: readonly NamedText[]
  /** The first one; null: all is understood. */
  readonly strange: StrangePart | null
}

/** All that is named in a mapping of these fields. */
export const textsIn = (root: YamlNode, fields: Fields): FieldTexts => {
  const texts: NamedText[] = []
  let strange: StrangePart | null = null
  for (const part of partsIn(root, fields)) {
    if ('role' in part) texts.push(part)
    else strange ??= part
  }
  return { texts, strange }
}

type Parts = Generator<NamedText | StrangePart, void, undefined>

function* partsIn(node: YamlNode, shape: Shape): Parts {
  if (shape === 'any') return
  const content = contentOf(node)
  if (content.kind === 'scalar' && isNull(content)) return
  if (typeof shape === 'string') {
    if (content.kind === 'scalar') yield { role: shape, scalar: content }
    else yield { words: 'has something else where kustomize takes a path', at: node }
  } else if ('each' in shape) {
    if (content.kind === 'sequence')
      for (const item of content.items) yield* partsIn(item, shape.each)
    else yield { words: 'has something else where kustomize takes a list', at: node }
  } else if (content.kind === 'mapping') yield* partsOfMapping(content, shape)
  else yield { words: 'has something else where kustomize takes keys', at: node }
}

/** Go's JSON decoder takes keys in any case, `ſ` and the Kelvin sign included (encoding/json, fold.go). */
const folded = (name: string): string => name.toUpperCase().toLowerCase()

const shapesByFoldedName = memoizeForObjects(
  ({ fields }: Fields) =>
    new Map(Object.entries(fields).map(([name, shape]) => [folded(name), { name, shape }]))
)

function* partsOfMapping(mapping: MappingNode, owner: Fields): Parts {
  const shapes = shapesByFoldedName(owner)
  for (const { key, value } of entriesOf(mapping)) {
    const known = shapes.get(folded(key.text))
    if (known === undefined && owner.others === 'refused')
      yield { words: `has the key '${key.text}', which kustomize does not document`, at: key }
    if (known !== undefined && known.name !== key.text)
      yield { words: `has the key '${key.text}' in another case`, at: key }
    if (known !== undefined) yield* partsIn(value, known.shape)
  }
}
