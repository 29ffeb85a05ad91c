import { join } from 'node:path'
import type * as z from 'zod/mini'
import {
  documentsInTurn,
  nothingReported,
  plainValue,
  type Locate,
  type SourceText,
  type Substitution,
  type YamlNode
} from '../../kubernetes/read.ts'
import { contentOf, textIn } from '../../yaml/nodes.ts'
import { memoize, memoizeForObjects } from '../../base/memoize.ts'
import { chartFileName } from '../files/search.ts'
import type { ParsedFile } from '../files/parsed-file.ts'
import type { Location } from '../../yaml/location.ts'
import type { Workspace } from '../../files/workspace.ts'
import type { Environment } from '../../programs/execution.ts'

/** A file that was read, with its absolute path. */
export type ReadSource = {
  readonly path: string
  readonly source: SourceText
  /** Of rendered text the place where a person edits what stands at a location; null or absent: the text is a file. */
  readonly placeOf?: ((location: Location) => Location) | null
}

/** A text that objects of controllers stand in: a file, or what was rendered. */
export type ObjectSource = ReadSource & {
  /** In which ways it is deployed itself. */
  readonly ways: readonly Setting[]
  /** The kustomization (as reported) that may change it and was not built; null: none. */
  readonly unbuilt: string | null
}

/** Whether objects of Flux or Argo CD may stand in a text. */
export const mayHoldObjects = (text: string): boolean =>
  text.includes('toolkit.fluxcd.io/') || text.includes('argoproj.io/')

/** What a GitOps object says of all that it deploys. */
export type Setting = {
  /** What it fills in; null: it says nothing of that. */
  readonly substitution: Substitution | null
  /** null: it names none; `overrides`: it wins over what objects name. */
  readonly namespace: { readonly name: string; readonly overrides: boolean } | null
}

/** An object that deploys, as the images in it name their workload. */
export type DeployingObject = {
  readonly kind: string
  readonly name: string
  /** The file, or the kustomization that was built, as reported. */
  readonly at: string
}

export type Controller = 'flux' | 'argo-cd'

/** What a GitOps object of this repository says of one of its directories. */
export type Deployment = {
  /** Absolute. */
  readonly directory: string
  readonly setting: Setting
  /** Fields that its controller writes into the kustomization of the directory; null: none. */
  readonly overrides: ParsedFile | null
  readonly by: Controller
  /** null: it sets nothing. */
  readonly object: DeployingObject | null
}

/** This repository, as GitOps objects see it. */
export type Repository = {
  readonly workspace: Workspace
  /** `owner/name`; null where nobody tells. */
  readonly name: string | null
}

/** As CI systems tell it: GitHub Actions and GitLab. */
export const repositoryOf = (workspace: Workspace, environment: Environment): Repository => ({
  workspace,
  name: environment['GITHUB_REPOSITORY'] ?? environment['CI_PROJECT_PATH'] ?? null
})

/** Whether a URL may be that of this repository. */
export const isOwnRepository = ({ name }: Repository, url: string | null): boolean =>
  name === null || url === null || new RegExp(`[/:]${escaped(name)}(?:\\.git)?/?$`, 'i').test(url)

const escaped = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

/**
 * The directory of this repository that an object names; null where there is none of that name, or the object speaks of
 * another repository. Without a name to compare with, the root of some repository is not taken for ours.
 */
export const directoryNamed = (
  repository: Repository,
  url: string | null,
  named: string
): string | null => {
  const { path } = repository.workspace
  // join, not resolve: ncc would take resolve for the name of a folder to bundle.
  const directory = join(path, named, '.')
  const isRoot = directory === path
  const { isOwn, isThere } = lookUps(repository)
  if (!isOwn(url) || (isRoot && repository.name === null && url !== null)) return null
  return isThere(directory) ? directory : null
}

/** Whether a directory of this repository is a chart. */
export const isChartDirectory = (repository: Repository, directory: string): boolean =>
  lookUps(repository).isChart(directory)

/** One object may have very many sources, and most name the same. */
const lookUps = memoizeForObjects((repository: Repository) => ({
  isOwn: memoize((url: string | null) => isOwnRepository(repository, url)),
  isThere: memoize((path: string) => repository.workspace.look(path).kind !== 'refused'),
  isChart: memoize((path: string) => repository.workspace.isFile(join(path, chartFileName)))
}))

/** A name that Kubernetes takes; null for others, such as one that a pipeline is still to fill in. */
export const namespaceNamed = (text: string | null | undefined): string | null =>
  text != null && /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(text) ? text : null

/** An object with what was read of it, the absolute path of its file, and its own nodes. */
export type Found<Shape, Source = ReadSource> = Shape & {
  readonly file: string
  readonly object: ParsedFile
  readonly from: Source
}

/** The first line of an object. */
export const startOf = ({ root, locate }: ParsedFile): Location => {
  const start = root?.start ?? 0
  return locate(start, start)
}

/** The objects of the files that have a shape; only documents with the marker in their text are parsed. */
export const objectsOfShape = <Shape, Source extends ReadSource>(
  sources: readonly Source[],
  marker: string,
  schema: z.ZodMiniType<Shape>
): readonly Found<Shape, Source>[] =>
  sources
    .filter(({ source }) => source.text.includes(marker))
    .flatMap(from => {
      const { path, source, placeOf = null } = from
      const found: Found<Shape, Source>[] = []
      const { documents, locate: inText } = documentsInTurn(
        source,
        text => text.includes(marker),
        nothingReported
      )
      for (const { root } of documents) {
        const { data } = schema.safeParse(plainValue(root))
        const locate: Locate =
          placeOf === null ? inText : (start, end) => placeOf(inText(start, end))
        const object = { source, root, locate, isBroken: false, isWhole: true }
        if (data !== undefined) found.push({ ...data, file: path, object, from })
      }
      return found
    })

/** A field that is written and says nothing. */
export const isNothing = (node: YamlNode): boolean => {
  const content = contentOf(node)
  return content.kind === 'scalar'
    ? textIn(content) === null
    : content.kind === 'sequence' && content.items.length === 0
}
