import { memoize } from '../../base/memoize.ts'
import type { Workspace } from '../../files/workspace.ts'
import { lineLocation } from '../../yaml/location.ts'
import { mappingIn } from '../../yaml/nodes.ts'
import type { SourceText } from '../../yaml/source.ts'
import { parseFile, parseSource } from '../files/parsed-file.ts'
import { readSource } from '../files/read-file.ts'
import { limits } from '../limits.ts'
import { unclearYaml } from './kustomization-clarity.ts'
import { gatheringFields, textsIn, type NamedText } from './kustomization-fields.ts'
import { readConfigurations, type Configurations, type Unclear } from './plugin-configurations.ts'
import { kustomizationIn, referenceTo, type Naming, type Reference } from './reference.ts'

/** What the plugins of one kustomization lead to. */
export type PluginFiles = {
  readonly references: readonly Reference[]
  /** null: all of it is seen. */
  readonly unclear: Unclear | null
}

/** A text that names plugins, and the directory that the names are told from. */
type Owner = Naming & { readonly source: SourceText }

type ConfigurationsIn = (path: string) => Configurations | null

/** Follows what generators, transformers and validators name; reads each file once. */
export const pluginReader = (workspace: Workspace) => {
  const configurationsIn = memoize((path: string): Configurations | null => {
    const source = readSource(workspace, path)
    return source === null ? null : readConfigurations(source)
  })
  return (owner: Owner, plugins: readonly NamedText[]): PluginFiles => {
    const walk = new PluginWalk(workspace, owner, configurationsIn)
    for (const named of plugins) if (walk.unclear === null) walk.follow(named)
    return walk
  }
}

export type PluginReader = ReturnType<typeof pluginReader>

class PluginWalk implements PluginFiles {
  readonly references: Reference[] = []
  unclear: Unclear | null = null
  private readonly workspace: Workspace
  private readonly owner: Owner
  private readonly configurationsIn: ConfigurationsIn
  private readonly gathered = new Set<string>()

  constructor(workspace: Workspace, owner: Owner, configurationsIn: ConfigurationsIn) {
    this.workspace = workspace
    this.owner = owner
    this.configurationsIn = configurationsIn
  }

  /** kustomize takes a text for configurations first (api/internal/target/kusttarget.go, configureExternalTransformers). */
  follow({ role, scalar }: NamedText): void {
    const source = { file: this.owner.source.file, text: scalar.text }
    if (mappingIn(parseSource(source).root) === null) {
      this.followPath(this.owner, { role, scalar })
      return
    }
    const location = this.owner.locate(scalar.start, scalar.end)
    this.refer(this.owner, { role: 'inline-plugin', scalar })
    const { texts, unclear } = readConfigurations(source)
    this.take({ texts, unclear: unclear && { ...unclear, location }, locate: () => location })
  }

  private followPath(naming: Naming, named: NamedText): void {
    const { path } = this.refer(naming, named)
    const found = path === null ? null : this.workspace.look(path)
    if (path === null || found === null) return
    if (found.kind === 'directory') this.gather(path)
    const configurations = found.kind === 'file' ? this.configurationsIn(path) : null
    if (configurations !== null) this.take(configurations)
  }

  /** What configurations name is told from the kustomization that uses them, wherever they lie. */
  private take({ texts, locate, unclear }: Configurations): void {
    this.unclear ??= unclear
    const naming = { locate, directory: this.owner.directory }
    for (const text of texts) if (this.unclear === null) this.refer(naming, text)
  }

  private refer(naming: Naming, named: NamedText): Reference {
    const reference = referenceTo(this.workspace, naming, named)
    if (this.references.push(reference) > limits.pluginFiles)
      this.unclear ??= {
        words: `leads to more than ${limits.pluginFiles} plugins and files of theirs`,
        cure: 'Use fewer, or check what kustomize builds instead.',
        location: reference.location
      }
    return reference
  }

  /** A directory of plugins is a kustomization, which may change what they name: only one that lists them is understood. */
  private gather(directory: string): void {
    const file = kustomizationIn(this.workspace, directory)
    if (file === null || this.gathered.has(directory)) return
    this.gathered.add(directory)
    const shown = this.workspace.shown(file)
    const location = lineLocation(shown)
    const range = { start: 0, end: 0 }
    this.references.push({ text: shown, location, range, named: file, path: file })
    const list = pluginList(this.workspace, file)
    if (list === null)
      this.unclear ??= {
        words: `takes plugins from ${this.workspace.shown(directory)}, whose kustomization does more than list them`,
        cure: 'List their files, one by one.',
        location
      }
    else
      for (const named of list.texts)
        if (this.unclear === null) this.followPath({ locate: list.locate, directory }, named)
  }
}

/** null: the kustomization does something else as well, or may do so. */
const pluginList = (
  workspace: Workspace,
  file: string
): Pick<Configurations, 'texts' | 'locate'> | null => {
  const parsed = parseFile(workspace, file)
  if (parsed?.root == null || !parsed.isWhole || unclearYaml(parsed.root) !== null) return null
  const { texts, strange } = textsIn(parsed.root, gatheringFields)
  return strange === null ? { texts, locate: parsed.locate } : null
}
