import { dirname } from 'node:path'
import { groupBy } from '../../base/group-by.ts'
import { argoDeployments } from './argo-cd.ts'
import { fluxDeployments } from './flux.ts'
import { distinct } from '../files/content.ts'
import { nothingFilled } from '../../kubernetes/substitution.ts'
import type { Overlay } from '../kustomize/overlay.ts'
import type { Controller, Deployment, ReadSource, Repository, Setting } from './gitops-objects.ts'
import type { UnfollowedSet } from './application-sets.ts'
import { notFollowed, tooManyDeployments } from '../problem.ts'
import type { ManifestProblem } from '../../kubernetes/manifests.ts'
import { limits } from '../limits.ts'

/** In which ways what lies at an absolute path is deployed, more than the limit if there are; empty where none is known. */
export type SettingsAt = (path: string) => readonly Setting[]

const nowhere: SettingsAt = () => []

/** What GitOps objects deploy of this repository. */
export type Deployed = {
  readonly settingsAt: SettingsAt
  /** Kustomizations that are not built as they stand, in every way in which they are. */
  readonly overlays: readonly Overlay[]
  /** Sets that make something else of what they deploy, and of which nobody knows what. */
  readonly open: readonly UnfollowedSet[]
  readonly problems: readonly ManifestProblem[]
}

/** Reads what GitOps objects say of the directories of this repository. */
export const deployedOf = (repository: Repository, sources: readonly ReadSource[]): Deployed => {
  const byFlux = fluxDeployments(repository, sources)
  const { deployments: byArgo, unfollowed } = argoDeployments(repository, sources)
  const open = unfollowed.filter(({ overrides }) => overrides)
  const overlays = overlaysOf([...byFlux, ...byArgo])
  const most = limits.deployments
  return {
    settingsAt: settingsOf(byFlux, byArgo),
    overlays: overlays.flatMap(ways => ways.slice(0, most)),
    open,
    problems: [
      ...open.map(({ by, clause, location }) =>
        notFollowed(`${by.kind} ${by.name} ${clause}`, location)
      ),
      ...overlays.flatMap(([first, ...others]) =>
        first === undefined || others.length < most
          ? []
          : [tooManyDeployments(repository.workspace.shown(first.directory), most)]
      )
    ]
  }
}

/** Absolute paths of the directories that objects of Flux deploy to the cluster that they stand in. */
export const followedFrom = (
  repository: Repository,
  sources: readonly ReadSource[]
): readonly string[] => fluxDeployments(repository, sources).map(({ directory }) => directory)

/** Where one object sets something of a directory, each that deploys it has a build of its own. */
const overlaysOf = (deployments: readonly Deployment[]): readonly (readonly Overlay[])[] =>
  [...groupBy(deployments, ({ directory }) => directory).values()]
    .filter(ways => ways.some(({ overrides }) => overrides !== null))
    .map(ways => {
      const plain = ways.filter(({ overrides }) => overrides === null)
      return [...ways.filter(({ overrides }) => overrides !== null), ...distinct(plain)].map(
        ({ setting, ...overlay }) => ({ ...overlay, ways: [asBuilt(setting, overlay.by)] })
      )
    })

/** Flux fills in nothing where an object names no variables. */
const asBuilt = (setting: Setting, by: Controller): Setting => ({
  ...setting,
  substitution: setting.substitution ?? (by === 'flux' ? nothingFilled : null)
})

/** One directory with one setting. */
type Place = Setting & Pick<Deployment, 'directory'>

const placesOf = (deployments: readonly Deployment[]): readonly Place[] =>
  distinct(deployments.map(({ directory, setting }) => ({ directory, ...setting })))

/**
 * Variables and namespace are those of the closest directory that has each, in every way where several objects deploy
 * that one. What Flux deploys without variables stays as it is written, defaults included.
 */
const settingsOf = (
  fluxDeployments: readonly Deployment[],
  argoDeployments: readonly Deployment[]
): SettingsAt => {
  const byFlux = placesOf(fluxDeployments)
  const deployments = distinct([...byFlux, ...placesOf(argoDeployments)])
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

const joined = (filling: readonly Place[], naming: readonly Place[]): readonly Setting[] => {
  if (filling[0]?.directory === naming[0]?.directory) return [...new Set([...filling, ...naming])]
  if (naming.length === 0) return filling
  if (filling.length === 0) return naming
  return filling.flatMap(({ substitution }) =>
    naming.map(({ namespace }) => ({ substitution, namespace }))
  )
}

/** The deployments of the innermost directory around a path that has any. */
const closest = (deployments: readonly Place[]) => {
  const byDirectory = groupBy(deployments, ({ directory }) => directory)
  return (path: string): readonly Place[] => {
    for (let directory = path; ; directory = dirname(directory)) {
      const found = byDirectory.get(directory)
      if (found !== undefined) return found
      if (dirname(directory) === directory) return []
    }
  }
}
