import { parseDocuments, scalarAt, type SourceText, type YamlNode } from '../../kubernetes/read.ts'
import type { Location } from '../../yaml/location.ts'
import { mappingIn } from '../../yaml/nodes.ts'
import type { Locate } from '../../yaml/source.ts'
import { unclearYaml } from './kustomization-clarity.ts'
import { pluginFields, textsIn, type NamedText } from './kustomization-fields.ts'

/** Why we may not see what kustomize would read, or what it would run. */
export type Unclear = {
  /** They follow the name of the kustomization. */
  readonly words: string
  readonly cure: string
  readonly location: Location
}

/** What the plugin configurations of one text name. */
export type Configurations = {
  readonly texts: readonly NamedText[]
  readonly locate: Locate
  /** null: all of it is seen. */
  readonly unclear: Unclear | null
}

export const plainYaml =
  'Write it as one plain YAML document, with the keys as kustomize documents them.'
const ownPlugins =
  "Use kustomize's own plugins, in files or inline, or check what kustomize builds instead."

/** Reads configurations as kustomize does: every document is one, and none may be missing from our list of kinds. */
export const readConfigurations = (source: SourceText): Configurations => {
  const { documents, problems, locate } = parseDocuments(source)
  const roots = documents.flatMap(({ root }) => root ?? [])
  const read = roots.map(root => readConfiguration(root, locate))
  const [problem] = problems
  const broken =
    problem === undefined
      ? null
      : unclear('leads to a plugin configuration that is no YAML', plainYaml, problem.location)
  return {
    texts: read.flatMap(({ texts }) => texts),
    locate,
    unclear: broken ?? read.find(one => one.unclear !== null)?.unclear ?? null
  }
}

const readConfiguration = (
  root: YamlNode,
  locate: Locate
): Pick<Configurations, 'texts' | 'unclear'> => {
  const at = ({ start, end }: YamlNode): Location => locate(start, end)
  const strange = unclearYaml(root)
  if (strange !== null) return unread(configurationThat(strange.words), plainYaml, at(strange.at))
  const kind = scalarAt(root, ['kind'])?.text ?? ''
  const isOwn = scalarAt(root, ['apiVersion'])?.text === 'builtin' && mappingIn(root) !== null
  const fields = isOwn && Object.hasOwn(pluginFields, kind) ? pluginFields[kind] : undefined
  if (fields === undefined) return unread(foreign(root), ownPlugins, at(root))
  const { texts, strange: part } = textsIn(root, fields)
  return part === null
    ? { texts, unclear: null }
    : unread(configurationThat(part.words), plainYaml, at(part.at))
}

const configurationThat = (words: string): string => `leads to a plugin configuration that ${words}`

/** kustomize runs others only with `--enable-alpha-plugins`, and inflates charts only with `--enable-helm`. */
const foreign = (root: YamlNode): string => {
  const kind = scalarAt(root, ['kind'])?.text
  return kind === undefined
    ? 'leads to a plugin configuration without a kind'
    : `uses the plugin ${kind}, for which kustomize runs another program`
}

const unclear = (words: string, cure: string, location: Location): Unclear => ({
  words,
  cure,
  location
})

const unread = (
  words: string,
  cure: string,
  location: Location
): Pick<Configurations, 'texts' | 'unclear'> => ({
  texts: [],
  unclear: unclear(words, cure, location)
})
