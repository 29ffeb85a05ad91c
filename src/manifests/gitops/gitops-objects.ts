import { join } from 'node:path'
import type * as z from 'zod/mini'
import {
  documentsInTurn,
  nothingReported,
  plainValue,
  type SourceText,
  type Substitution
} from '../../kubernetes/read.ts'
import type { ParsedFile } from '../files/parsed-file.ts'
import type { Workspace } from '../../files/workspace.ts'
import type { Environment } from '../../programs/execution.ts'

/** A file that was read, with its absolute path. */
export type ReadSource = { readonly path: string; readonly source: SourceText }

/** What a GitOps object says of all that it deploys. */
export type Setting = {
  /** What it fills in; null: it says nothing of that. */
  readonly substitution: Substitution | null
  /** null: it names none; `overrides`: it wins over what objects name. */
  readonly namespace: { readonly name: string; readonly overrides: boolean } | null
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
const mayBeOwn = ({ name }: Repository, url: string | null): boolean =>
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
  const { workspace, name } = repository
  // join, not resolve: ncc would take resolve for the name of a folder to bundle.
  const directory = join(workspace.path, named, '.')
  const isRoot = directory === workspace.path
  if (!mayBeOwn(repository, url) || (isRoot && name === null && url !== null)) return null
  return workspace.look(directory).kind === 'refused' ? null : directory
}

/** A name that Kubernetes takes; null for others, such as one that a pipeline is still to fill in. */
export const namespaceNamed = (text: string | null | undefined): string | null =>
  text != null && /^[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?$/.test(text) ? text : null

/** An object with what was read of it, the absolute path of its file, and its own nodes. */
export type Found<Shape> = Shape & { readonly file: string; readonly object: ParsedFile }

/** The objects of the files that have a shape; only documents with the marker in their text are parsed. */
export const objectsOfShape = <Shape>(
  sources: readonly ReadSource[],
  marker: string,
  schema: z.ZodMiniType<Shape>
): readonly Found<Shape>[] =>
  sources
    .filter(({ source }) => source.text.includes(marker))
    .flatMap(({ path, source }) => {
      const found: Found<Shape>[] = []
      const { documents, locate } = documentsInTurn(
        source,
        text => text.includes(marker),
        nothingReported
      )
      for (const { root } of documents) {
        const { data } = schema.safeParse(plainValue(root))
        const object = { source, root, locate, isBroken: false, isWhole: true }
        if (data !== undefined) found.push({ ...data, file: path, object })
      }
      return found
    })
