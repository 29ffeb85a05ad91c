import { dirname } from 'node:path'
import { groupBy } from '../../base/group-by.ts'
import { argoDeployments } from './argo-cd.ts'
import { fluxDeployments } from './flux.ts'
import { distinct } from '../files/content.ts'
import { nothingFilled } from '../../kubernetes/substitution.ts'
import type { Deployment, ReadSource, Repository } from './gitops-objects.ts'
import { limits } from '../limits.ts'

export type Setting = Pick<Deployment, 'substitution' | 'namespace'>

/** In which ways what lies at an absolute path is deployed, more than the limit if there are; empty where none is known. */
export type SettingsAt = (path: string) => readonly Setting[]

const nowhere: SettingsAt = () => []

/**
 * Reads what GitOps objects say of the directories of this repository. Variables and namespace are those of the closest
 * directory that has each, in every way where several objects deploy that one. What Flux deploys without variables
 * stays as it is written, defaults included.
 */
export const deploymentSettings = (
  repository: Repository,
  sources: readonly ReadSource[]
): SettingsAt => {
  const byFlux = fluxDeployments(repository, sources)
  const deployments = distinct([...byFlux, ...argoDeployments(repository, sources)])
  if (deployments.length === 0) return nowhere
  const filling = closest(deployments.filter(({ substitution }) => substitution !== null))
  const naming = closest(deployments.filter(({ namespace }) => namespace !== null))
  const plain = closest(byFlux.map(deployment => ({ ...deployment, substitution: nothingFilled })))
  const most = limits.deployments + 1
  return path => {
    const [filled] = [filling(path), plain(path)].filter(({ length }) => length > 0)
    return joined((filled ?? []).slice(0, most), naming(path).slice(0, most))
  }
}

const joined = (
  filling: readonly Deployment[],
  naming: readonly Deployment[]
): readonly Setting[] => {
  if (filling[0]?.directory === naming[0]?.directory) return [...new Set([...filling, ...naming])]
  if (naming.length === 0) return filling
  if (filling.length === 0) return naming
  return filling.flatMap(({ substitution }) =>
    naming.map(({ namespace }) => ({ substitution, namespace }))
  )
}

/** The deployments of the innermost directory around a path that has any. */
const closest = (deployments: readonly Deployment[]) => {
  const byDirectory = groupBy(deployments, ({ directory }) => directory)
  return (path: string): readonly Deployment[] => {
    for (let directory = path; ; directory = dirname(directory)) {
      const found = byDirectory.get(directory)
      if (found !== undefined) return found
      if (dirname(directory) === directory) return []
    }
  }
}
