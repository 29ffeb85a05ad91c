import picomatch from 'picomatch'
import { basename, join } from 'node:path'
import * as z from 'zod/mini'
import type { Workspace } from '../../files/workspace.ts'
import { nodeAt, plainValue, type YamlNode } from '../../kubernetes/read.ts'
import { madeMapping, madeSequence, madeText } from '../../yaml/made-nodes.ts'
import { contentOf, entriesOf } from '../../yaml/nodes.ts'
import type { Location } from '../../yaml/location.ts'
import type { ParsedFile } from '../files/parsed-file.ts'
import {
  isOwnRepository,
  objectsOfShape,
  startOf,
  type DeployingObject,
  type Found,
  type ReadSource,
  type Repository
} from './gitops-objects.ts'

const optionalText = z.nullish(z.string())

/** argo-cd.readthedocs.io, "ApplicationSet specification"; generators are looked into one by one. */
const applicationSet = z.object({
  apiVersion: z.string().check(z.startsWith('argoproj.io/')),
  kind: z.literal('ApplicationSet'),
  metadata: z.nullish(z.object({ name: optionalText })),
  spec: z.object({
    goTemplate: optionalText,
    generators: z.array(z.record(z.string(), z.unknown())),
    template: z.optional(z.unknown()),
    templatePatch: optionalText
  })
})

const listGenerator = z.object({ elements: z.array(z.record(z.string(), z.unknown())) })

const gitGenerator = z.object({
  repoURL: optionalText,
  directories: z.array(z.object({ path: z.string(), exclude: optionalText }))
})

/** An ApplicationSet, or a part of one, whose Applications are not known. */
export type UnfollowedSet = {
  readonly by: DeployingObject
  readonly location: Location
  /** Why, as a clause. */
  readonly clause: string
  /** Paths as its template names them, a star for what is not known. */
  readonly paths: readonly string[]
  /** Whether it sets anything of what it deploys. */
  readonly overrides: boolean
}

type Values = ReadonlyMap<string, string>
type ApplicationSet<Source> = Found<z.infer<typeof applicationSet>, Source>

type MadeApplication<Shape, Source> = Shape & {
  readonly object: ParsedFile
  readonly from: Source
  readonly by: DeployingObject
}

/** The Applications of all sets whose generators and templates are literal. */
export const applicationsOfSets = <Shape, Source extends ReadSource>(
  repository: Repository,
  sources: readonly Source[],
  shape: z.ZodMiniType<Shape>
): {
  readonly made: readonly MadeApplication<Shape, Source>[]
  readonly unfollowed: readonly UnfollowedSet[]
} => {
  const made: MadeApplication<Shape, Source>[] = []
  const unfollowed: UnfollowedSet[] = []
  for (const set of objectsOfShape(sources, 'argoproj.io/', applicationSet)) {
    const by = { kind: set.kind, name: set.metadata?.name ?? '', at: set.from.source.file }
    const template = nodeAt(set.object.root, ['spec', 'template'])
    const isPatched = (set.spec.templatePatch ?? '') !== ''
    for (const generator of set.spec.generators) {
      const elements = isPatched ? null : elementsOf(repository, set, generator)
      const documents = elements?.map(values => documentOf(template, values)) ?? [null]
      for (const root of documents) {
        const { data } = shape.safeParse(root === null ? null : plainValue(root))
        if (data === undefined || root === null)
          unfollowed.push(unfollowedSet(set, by, template, Object.keys(generator)))
        else made.push({ ...data, object: { ...set.object, root }, from: set.from, by })
      }
    }
  }
  return { made, unfollowed }
}

/** null: what it generates is not written in the repository. */
const elementsOf = <Source>(
  repository: Repository,
  { spec }: ApplicationSet<Source>,
  generator: Readonly<Record<string, unknown>>
): readonly Values[] | null => {
  // A generator may have a template, a selector or values of its own beside its kind.
  const [kind, ...others] = Object.keys(generator)
  if (kind === undefined || others.length > 0) return null
  const list = kind === 'list' ? listGenerator.safeParse(generator['list']).data : undefined
  if (list !== undefined) return list.elements.map(element => flattened(element, ''))
  const git = kind === 'git' ? gitGenerator.safeParse(generator['git']).data : undefined
  if (git === undefined || !isOwnRepository(repository, git.repoURL ?? null)) return null
  const isGo = spec.goTemplate === 'true'
  return directoriesOf(repository.workspace, git.directories).map(path => pathValues(path, isGo))
}

const flattened = (element: Readonly<Record<string, unknown>>, prefix: string): Values => {
  const values = new Map<string, string>()
  for (const [key, value] of Object.entries(element))
    if (typeof value === 'string') values.set(prefix + key, value)
    else if (value !== null && typeof value === 'object' && !Array.isArray(value))
      for (const [name, text] of flattened({ ...value }, `${prefix}${key}.`)) values.set(name, text)
  return values
}

/** argo-cd.readthedocs.io, "Git Generator", directories: the names that its templates have. */
const pathValues = (path: string, isGo: boolean): Values => {
  const segments = path.split('/')
  const own: readonly (readonly [string, string])[] = isGo
    ? [
        ['path.path', path],
        ['path.basename', basename(path)],
        ...segments.map((segment, index) => [`index .path.segments ${index}`, segment] as const)
      ]
    : [
        ['path', path],
        ['path.basename', basename(path)],
        ...segments.map((segment, index) => [`path[${index}]`, segment] as const)
      ]
  return new Map(own)
}

/** Deeper than any pattern that a person writes. */
const deepest = 8

const directoriesOf = (
  workspace: Workspace,
  directories: readonly { readonly path: string; readonly exclude?: string | null | undefined }[]
): readonly string[] => {
  const isExcluded = ({ exclude }: { readonly exclude?: string | null | undefined }): boolean =>
    exclude === 'true'
  const wanted = picomatch(directories.filter(one => !isExcluded(one)).map(({ path }) => path))
  const refused = picomatch(directories.filter(isExcluded).map(({ path }) => path))
  const below = (path: string, depth: number): readonly string[] => {
    const listed = workspace.list(join(workspace.path, path))
    if (listed.kind === 'refused') return []
    return listed.entries.flatMap(({ name, kind }) => {
      if (kind !== 'directory' || name === '.git') return []
      const entry = path === '' ? name : `${path}/${name}`
      return [entry, ...(depth < deepest ? below(entry, depth + 1) : [])]
    })
  }
  return below('', 1).filter(path => wanted(path) && !refused(path))
}

const placeholder = /\{\{([^{}]*)\}\}/g

/** `{{name}}`, `{{ .name }}`. */
const nameIn = (inside: string): string => inside.trim().replace(/^\./, '')

/** The template with the values of one element; null where it asks for more than values. */
const filled = (node: YamlNode, values: Values): YamlNode | null => {
  const content = contentOf(node)
  if (content.kind === 'scalar') {
    const text = content.text.replace(
      placeholder,
      (all, inside: string) => values.get(nameIn(inside)) ?? all
    )
    if (text.includes('{{')) return null
    return text === content.text ? content : madeText(text, content)
  }
  if (content.kind === 'sequence') {
    const items = content.items.map(item => filled(item, values))
    const known = items.filter(item => item !== null)
    return known.length < items.length ? null : madeSequence(known, content)
  }
  const entries = entriesOf(content).map(
    ({ key, value }) => [key.text, filled(value, values)] as const
  )
  const known = entries.flatMap(([key, value]) => (value === null ? [] : [[key, value] as const]))
  return known.length < entries.length ? null : madeMapping(known, content)
}

/** An Application as the template makes it. */
const documentOf = (template: YamlNode | null, values: Values): YamlNode | null => {
  const made = template === null ? null : filled(template, values)
  const content = made === null ? null : contentOf(made)
  if (content?.kind !== 'mapping') return null
  const own = content.entries.map(({ key, value }) => [key.text, value] as const)
  return madeMapping(
    [
      ['apiVersion', madeText('argoproj.io/v1alpha1', content)],
      ['kind', madeText('Application', content)],
      ...own
    ],
    content
  )
}

const templateSource = z.object({
  path: optionalText,
  kustomize: z.optional(z.unknown()),
  helm: z.optional(z.unknown())
})
const templateShape = z.object({
  spec: z.object({
    source: z.nullish(templateSource),
    sources: z.nullish(z.array(templateSource))
  })
})

const unfollowedSet = <Source>(
  set: ApplicationSet<Source>,
  by: DeployingObject,
  template: YamlNode | null,
  generators: readonly string[]
): UnfollowedSet => {
  const { data } = templateShape.safeParse(plainValue(template))
  const sources = [data?.spec.source, ...(data?.spec.sources ?? [])].filter(one => one != null)
  return {
    by,
    location: startOf(set.object),
    clause: `makes Applications by what is not written in the repository (${generators.join(', ')})`,
    paths: sources.flatMap(({ path }) => (path == null ? [] : [path.replace(placeholder, '*')])),
    overrides:
      (set.spec.templatePatch ?? '') !== '' ||
      sources.some(({ kustomize, helm }) => kustomize != null || helm != null)
  }
}
