import { argoDeployments } from './argo-cd.ts'
import { fluxDeployments } from './flux.ts'
import type { Deployment, ReadSource } from './gitops-objects.ts'
import { isWithin, type Workspace } from './workspace.ts'

export const deploymentsIn = (
  workspace: Workspace,
  sources: readonly ReadSource[]
): readonly Deployment[] => [
  ...fluxDeployments(workspace, sources),
  ...argoDeployments(workspace, sources)
]

export type Setting = Pick<Deployment, 'variables' | 'namespace'>

/**
 * In which ways what lies at a path is deployed: variables and namespace of the closest directory that has each, and
 * every way where several objects deploy that one. Empty where none is known.
 */
export const settingsAt = (
  deployments: readonly Deployment[],
  path: string
): readonly Setting[] => {
  const around = deployments.filter(({ directory }) => isWithin(directory, path))
  const filling = closest(around.filter(({ variables }) => variables !== null))
  const naming = closest(around.filter(({ namespace }) => namespace !== null))
  if (filling[0]?.directory === naming[0]?.directory) return [...new Set([...filling, ...naming])]
  if (naming.length === 0) return filling
  if (filling.length === 0) return naming
  return filling.flatMap(({ variables }) =>
    naming.map(({ namespace }) => ({ variables, namespace }))
  )
}

const closest = (deployments: readonly Deployment[]): readonly Deployment[] => {
  const longest = Math.max(...deployments.map(({ directory }) => directory.length))
  return deployments.filter(({ directory }) => directory.length === longest)
}
