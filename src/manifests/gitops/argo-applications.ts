import * as z from 'zod/mini'
import type { ParsedFile } from '../files/parsed-file.ts'
import {
  objectsOfShape,
  type DeployingObject,
  type ReadSource,
  type Repository
} from './gitops-objects.ts'
import { applicationsOfSets, type UnfollowedSet } from './application-sets.ts'

const optionalText = z.nullish(z.string())

const helm = z.object({
  releaseName: optionalText,
  namespace: optionalText,
  valueFiles: z.nullish(z.array(z.string())),
  ignoreMissingValueFiles: optionalText,
  parameters: z.nullish(
    z.array(z.object({ name: z.string(), value: optionalText, forceString: optionalText }))
  ),
  fileParameters: z.nullish(z.array(z.object({ name: z.string(), path: z.string() })))
})

const source = z.object({
  repoURL: optionalText,
  path: optionalText,
  chart: optionalText,
  ref: optionalText,
  helm: z.nullish(helm)
})

/** argo-cd.readthedocs.io, "Application specification". */
const application = z.object({
  apiVersion: z.string().check(z.startsWith('argoproj.io/')),
  kind: z.literal('Application'),
  metadata: z.nullish(z.object({ name: optionalText })),
  spec: z.object({
    destination: z.object({ namespace: optionalText }),
    source: z.nullish(source),
    sources: z.nullish(z.array(source))
  })
})

export type ArgoSource = z.infer<typeof source>
export type ArgoHelm = z.infer<typeof helm>

/** An Application, or one that an ApplicationSet makes. */
export type Application<Source = ReadSource> = z.infer<typeof application> & {
  readonly object: ParsedFile
  readonly from: Source
  /** As the images in its text name it. */
  readonly by: DeployingObject
}

/** A source of an Application, with the way to it. */
export type LocatedSource = {
  readonly source: ArgoSource
  readonly path: readonly (string | number)[]
}

/** What an Application deploys: all its sources, and where they stand. */
export const sourcesOf = ({ spec }: Pick<Application, 'spec'>): readonly LocatedSource[] => [
  ...(spec.source == null ? [] : [{ source: spec.source, path: ['spec', 'source'] }]),
  ...(spec.sources ?? []).map((one, index) => ({ source: one, path: ['spec', 'sources', index] }))
]

export type FoundApplications<Source> = {
  readonly applications: readonly Application<Source>[]
  readonly unfollowed: readonly UnfollowedSet[]
}

/** All Applications, those of ApplicationSets as far as these are literal. */
export const findApplications = <Source extends ReadSource>(
  repository: Repository,
  sources: readonly Source[]
): FoundApplications<Source> => {
  const plain = objectsOfShape(sources, 'argoproj.io/', application).map(found => ({
    ...found,
    by: { kind: found.kind, name: found.metadata?.name ?? '', at: found.from.source.file }
  }))
  const { made, unfollowed } = applicationsOfSets(repository, sources, application)
  return { applications: [...plain, ...made], unfollowed }
}
