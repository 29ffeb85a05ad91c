import {
  findApplications,
  sourcesOf,
  type Application,
  type LocatedSource
} from './argo-applications.ts'
import { kustomizeOverrides } from './argo-kustomize.ts'
import type { UnfollowedSet } from './application-sets.ts'
import {
  directoryNamed,
  isChartDirectory,
  namespaceNamed,
  type Deployment,
  type ReadSource,
  type Repository
} from './gitops-objects.ts'

/** What Applications deploy of this repository, and the sets of them that are not followed. */
export const argoDeployments = (
  repository: Repository,
  sources: readonly ReadSource[]
): {
  readonly deployments: readonly Deployment[]
  readonly unfollowed: readonly UnfollowedSet[]
} => {
  const { applications, unfollowed } = findApplications(repository, sources)
  return {
    deployments: applications.flatMap(application => deploymentsOf(repository, application)),
    unfollowed
  }
}

/** The namespace is for objects that name none. */
const deploymentsOf = (repository: Repository, application: Application): readonly Deployment[] => {
  const { destination } = application.spec
  const name = namespaceNamed(destination.namespace)
  const namespace = name === null ? null : { name, overrides: false }
  return sourcesOf(application).flatMap(located => {
    const directory = directoryOf(repository, located)
    if (directory === null) return []
    const isChart = isChartDirectory(repository, directory)
    const overrides = isChart ? null : kustomizeOverrides(application.object, located.path)
    const object = overrides === null ? null : application.by
    const setting = { substitution: null, namespace }
    return [{ directory, setting, overrides, by: 'argo-cd' as const, object }]
  })
}

/** The directory of this repository that a source names; null: none. */
export const directoryOf = (
  repository: Repository,
  { source: { path, repoURL, chart } }: LocatedSource
): string | null =>
  path == null || (chart ?? '') !== '' ? null : directoryNamed(repository, repoURL ?? null, path)
