import { basename, dirname, join, sep } from 'node:path'
import { choosesNone } from '../../base/cluster-choice.ts'
import { memoize } from '../../base/memoize.ts'
import { isWithin } from '../../files/paths.ts'
import type { DeploymentTarget } from '../../kubernetes/deployment-target.ts'
import {
  chartFileName,
  kustomizationNames,
  type RenderedFiles,
  type Search
} from '../files/search.ts'
import { deployedOf, followedFrom, type Deployed } from '../gitops/deployments.ts'
import type { ReadSource, Repository } from '../gitops/gitops-objects.ts'
import { coveredBy, findKustomizations } from '../kustomize/kustomization-graph.ts'
import { namedBy } from './named-by.ts'

/** How problems and images of standard input are reported, and by which name a target names it. */
export const standardInputName = 'stdin'

/** Files that are read together, in one way. */
export type PartFiles = RenderedFiles & {
  /** null: no target names them, or there is none. */
  readonly target: DeploymentTarget | null
  readonly sources: readonly ReadSource[]
  /** What GitOps objects make of them. */
  readonly deployed: Deployed
  readonly takesStandardInput: boolean
  /** Nothing runs for what goes to no cluster. */
  readonly isRendered: boolean
}

/** All that was found, and the repository that it was found in. */
export type FoundFiles = {
  readonly repository: Repository
  readonly search: Search
  readonly sources: readonly ReadSource[]
}

/** All that was found, for a run without targets. */
export const everything = ({ repository, search, sources }: FoundFiles): PartFiles => ({
  target: null,
  charts: search.charts,
  kustomizations: search.kustomizations,
  sources,
  deployed: deployedOf(repository, sources),
  takesStandardInput: true,
  isRendered: true
})

/** What each target names, and last what none does. */
export const filesByTarget = (
  found: FoundFiles,
  targets: readonly DeploymentTarget[]
): readonly PartFiles[] => {
  const named = targets.map(target => namedFiles(found, target))
  const taken = new Set(named.flatMap(({ own }) => [...own]))
  const parts = named.map(files => partOf(found, files, taken))
  return [...parts.map(({ part }) => part), leftOver(found, parts)]
}

/** What a target names: `own` are the paths of its files. */
type NamedFiles = {
  readonly target: DeploymentTarget
  readonly names: (path: string) => boolean
  readonly own: ReadonlySet<string>
}

/** A part, and the files of the kustomizations that its own lead to. */
type Part = { readonly part: PartFiles; readonly reached: ReadonlySet<string> }

/** A directory goes where its kustomization goes, whatever it is called. */
const [kustomizationFile = ''] = kustomizationNames

/** Objects of Flux that deploy such objects, and these again: more than any repository has. */
const mostSteps = 10

/** What objects of Flux among the files deploy goes to the same clusters. */
const namedFiles = ({ repository, sources }: FoundFiles, target: DeploymentTarget): NamedFiles => {
  const isNamed = namedBy(target.manifests)
  const directories = new Set<string>()
  const names = (path: string): boolean =>
    isNamed(repository.workspace.shown(path)) ||
    [...directories].some(directory => isWithin(directory, path))
  for (let step = 0; ; step += 1) {
    const own = sources.filter(({ path }) => names(path))
    const more = followedFrom(repository, own).filter(each => !directories.has(each))
    if (more.length === 0 || step === mostSteps)
      return { target, names, own: new Set(own.map(({ path }) => path)) }
    for (const directory of more) directories.add(directory)
  }
}

/** `taken`: what the targets name; an object that none of them names may deploy anything. */
const partOf = (
  { repository, search, sources }: FoundFiles,
  { target, names, own }: NamedFiles,
  taken: ReadonlySet<string>
): Part => {
  const { workspace } = repository
  const directoryOf = memoize((path: string) => workspace.withoutLinks(path))
  const realPath = (path: string): string => join(directoryOf(dirname(path)), basename(path))
  const charts = [...search.charts].filter(chart => names(join(chart, chartFileName)))
  const kustomizations = new Set([...search.kustomizations].filter(names))
  const deployers = sources.filter(({ path }) => own.has(path) || !taken.has(path))
  const deployed = deployedOf(repository, deployers)
  const overlays = deployed.overlays.filter(({ directory }) =>
    names(join(directory, kustomizationFile))
  )
  const { graph } = findKustomizations(workspace, {
    files: search.files,
    kustomizations,
    refused: [],
    overlays
  })
  const reached = new Set(coveredBy(workspace, [...graph.values()]))
  return {
    reached,
    part: {
      target,
      charts: new Set(charts),
      kustomizations,
      sources: sources.filter(
        ({ path }) =>
          own.has(path) ||
          reached.has(path) ||
          reached.has(realPath(path)) ||
          charts.some(chart => path.startsWith(chart + sep))
      ),
      deployed: { ...deployed, overlays },
      takesStandardInput: namedBy(target.manifests)(standardInputName),
      isRendered: !choosesNone(target.choice)
    }
  }
}

const leftOver = (
  { repository, search, sources }: FoundFiles,
  parts: readonly Part[]
): PartFiles => {
  const taken = new Set(
    parts.flatMap(({ part, reached }) => [...part.sources.map(({ path }) => path), ...reached])
  )
  const isOpen = (chart: string): boolean => !parts.some(({ part }) => part.charts.has(chart))
  return {
    target: null,
    charts: new Set([...search.charts].filter(isOpen)),
    kustomizations: new Set([...search.kustomizations].filter(path => !taken.has(path))),
    sources: sources.filter(({ path }) => !taken.has(path)),
    deployed: { ...deployedOf(repository, sources), overlays: [], open: [], problems: [] },
    takesStandardInput: !parts.some(({ part }) => part.takesStandardInput),
    isRendered: false
  }
}
